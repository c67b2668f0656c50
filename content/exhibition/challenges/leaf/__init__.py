"""Find the sick leaf."""
