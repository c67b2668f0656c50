"""Lay the table for a menu."""
