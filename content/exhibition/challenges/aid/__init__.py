"""First aid, step by step."""
