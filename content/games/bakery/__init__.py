"""Baking by the recipe: how many, and in which order."""
