"""Find the letter that wants to deceive."""
