"""The line of years."""
