"""Find the seam that will not hold."""
