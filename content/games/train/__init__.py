"""Loading a train."""
