"""Signing up: by one's own phone, at the kiosk, or a whole class."""
