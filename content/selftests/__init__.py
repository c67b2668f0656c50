"""Self-tests. ``<test>/test.yaml`` is a whole test; scoring is the same for all and pure."""

from content.selftests.scoring import Leading, leading, points, reach, scores, shares

__all__ = ["Leading", "leading", "points", "reach", "scores", "shares"]
