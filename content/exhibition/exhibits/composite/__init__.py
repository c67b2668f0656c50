"""A composite laid layer by layer."""
