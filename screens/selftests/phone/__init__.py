"""A mock phone and what it shows."""
