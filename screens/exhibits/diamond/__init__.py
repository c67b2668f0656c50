"""The diamond as one sees and cuts it."""
