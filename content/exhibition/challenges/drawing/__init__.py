"""Read three views and find the part they show."""
