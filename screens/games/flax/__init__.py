"""The road of flax from seed to shirt."""
