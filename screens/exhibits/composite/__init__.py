"""The composite, drawn."""
