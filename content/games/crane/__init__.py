"""A house built by a crane."""
