"""Find the phishing mail: letters in a box."""
