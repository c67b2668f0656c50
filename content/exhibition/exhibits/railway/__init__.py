"""A sorting yard with a hump."""
