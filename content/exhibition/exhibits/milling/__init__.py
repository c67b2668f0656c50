"""A path drawn by finger and milled."""
