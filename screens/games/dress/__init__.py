"""Safe clothes for every job."""
