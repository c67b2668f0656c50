"""Sort the waste: a thing and six bins."""
