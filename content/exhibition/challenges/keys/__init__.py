"""Type while the letters go out."""
