"""Wires by their colours."""
