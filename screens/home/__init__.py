"""The first screen of a visit."""
