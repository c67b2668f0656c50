"""Every wire in its place: terminals and cables."""
