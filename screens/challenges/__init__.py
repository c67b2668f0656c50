"""Sixty seconds of a competence: the menu, the match, the result, and a folder a challenge."""
