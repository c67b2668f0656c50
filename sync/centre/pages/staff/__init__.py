"""The staff's pages, behind a login."""
