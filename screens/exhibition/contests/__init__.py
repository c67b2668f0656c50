"""Parts of the championships' screens."""
