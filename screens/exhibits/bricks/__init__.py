"""The wall and the ball, drawn."""
