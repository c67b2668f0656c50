"""Memory pairs: a worker and the place of the work."""
