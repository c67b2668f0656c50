"""Cut the diamond."""
