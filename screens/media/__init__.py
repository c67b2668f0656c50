"""Photographs and the video of a thing: a strip on its page, one at full size, the player."""
