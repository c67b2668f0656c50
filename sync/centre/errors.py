"""What can go wrong at the centre in a way that a person can be told in one line."""


class CentreError(Exception):
    """The base of the named errors; its text is one line in Russian for staff."""
