"""The milling machine as one sees and holds it."""
