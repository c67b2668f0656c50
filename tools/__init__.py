"""What a checkout needs and the product does not: setting up, running it all on one machine."""
