"""The central server: what kiosks report to, phones sign up at and staff read."""
