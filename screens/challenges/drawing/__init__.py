"""Read the drawing: a sheet of three views and parts."""
