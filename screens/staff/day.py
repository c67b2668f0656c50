"""Close the day."""
