"""Flax from seed to shirt."""
