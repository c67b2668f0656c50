"""Type without looking: a keyboard that forgets."""
