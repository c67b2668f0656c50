"""Flax as one sows, pulls, combs, spins and weaves it."""
