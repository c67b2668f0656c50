"""A reactor that follows what the region asks for."""
