"""A visit to the doctor: whom what helps, and in which order."""
