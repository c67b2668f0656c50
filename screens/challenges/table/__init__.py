"""Lay the table: a place and a tray."""
