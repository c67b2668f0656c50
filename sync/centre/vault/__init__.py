"""The vault: a process of its own that alone can read what people entrusted to the centre."""
