"""Brick bonds, and the wall that falls."""
