"""The exhibition: the map of clusters, professions, programmes and the event board."""
