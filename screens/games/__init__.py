"""Games for those who do not read yet. A game's own view is ``<game>/view.py``."""
