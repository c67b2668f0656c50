"""Which leaf is ill: drawn leaves."""
