"""Quick self-tests: choose one, answer item by item, see where it leads."""
