"""Guess the profession by its tools."""
