"""The reactor as one sees and holds it."""
