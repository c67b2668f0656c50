"""What stands on the screen while nobody is there."""
