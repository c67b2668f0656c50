"""An electric circuit for a workshop."""
