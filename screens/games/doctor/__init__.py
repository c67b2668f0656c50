"""A visit to the doctor."""
