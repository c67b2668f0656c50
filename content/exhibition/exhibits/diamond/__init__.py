"""A diamond's cut and its light."""
