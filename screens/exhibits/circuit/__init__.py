"""The workshop's circuit as one sees and wires it."""
