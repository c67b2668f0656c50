"""Steer the tractor by arrow cards."""
