"""What ``kiosk soak`` does again and again: one module a kind, found by its name. Adding a kind
adds a file with the class ``Kind`` (:class:`screens.soaking.tally.Soaked`)."""
