"""Content with rules of its own stands beside its YAML."""
