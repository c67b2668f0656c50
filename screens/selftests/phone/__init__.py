"""A mock phone and what tasks show on it."""
