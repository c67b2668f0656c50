"""The sorting yard as one sees and holds it."""
