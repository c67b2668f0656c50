"""Finding tools in a workshop."""
