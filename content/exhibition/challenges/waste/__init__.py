"""Sort what is left over."""
