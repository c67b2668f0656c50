"""Sorting off a conveyor."""
