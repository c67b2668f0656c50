"""The base of every error that is known by name and told to a person as one line."""


class KioskError(Exception):
    """Something a person can be told. :mod:`kiosk.wording` has the words."""
