"""What staff see: the door, and the end of the day."""
