"""Driving the real app: injected fingers, stepped frames, controls found by what they say.

The tour, the soak, the scripted visit and the tests of screens use this; visitors never do.
"""
