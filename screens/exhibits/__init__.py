"""What one does with one's hands."""
