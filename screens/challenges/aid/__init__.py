"""First aid in order: cards of steps."""
