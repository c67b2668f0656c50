"""What people open in a browser: the phone's pages and the staff's pages."""
