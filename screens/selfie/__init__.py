"""The selfie frame."""
