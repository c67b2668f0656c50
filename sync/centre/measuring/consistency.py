"""How consistently a scale measures. Pure numpy; a scale's items are columns, sheets are rows.

Likert scales: Cronbach's alpha. Right and wrong: the same formula, there called Kuder–Richardson
20. Forced choice is ipsative: a point for one type is a point lost by another, so the items of a
type correlate with what stands against them, and alpha's premise (errors of items independent)
does not hold. There the design offers something better: each two types meet more than once. The
first meetings of all pairs make one complete tournament, the second meetings another; each half is
as ipsative as the other, so their scores may be compared type by type. The correlation of the
halves, stepped up to full length by Spearman and Brown, is the index; beside it stands how often
the same two types were decided the same way, of which half would be chance.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""Shape (sheets, items)."""


def alpha(points: Points) -> float | None:
    """Cronbach's alpha (KR-20 where points are 0 and 1); None for fewer than two items or sheets,
    or where everybody scored the same."""
    count, items = points.shape
    if count < 2 or items < 2:
        return None
    covariance = np.cov(points, rowvar=False)
    total = float(covariance.sum())
    if total <= 1e-12:
        return None
    return float(items / (items - 1) * (1 - np.trace(covariance) / total))


def item_rest(points: Points) -> list[float | None]:
    """For each item, its correlation with the sum of the others; None where either never varies."""
    count, items = points.shape
    if count < 2 or items < 2:
        return [None] * items
    covariance = np.atleast_2d(np.cov(points, rowvar=False))
    own = np.diag(covariance)
    with_all = covariance.sum(axis=1)
    rest = covariance.sum() - 2 * with_all + own
    found: list[float | None] = []
    for variance, others, shared in zip(own, rest, with_all - own, strict=True):
        varies = variance > 1e-12 and others > 1e-12
        found.append(float(shared / np.sqrt(variance * others)) if varies else None)
    return found


def split_half(first: NDArray[np.float64], second: NDArray[np.float64]) -> float | None:
    """Correlation of two halves' scores (shape: sheets), stepped up by Spearman and Brown; None
    where a half never varies or the halves speak against each other entirely."""
    if len(first) < 2 or min(float(first.std()), float(second.std())) < 1e-9:
        return None
    r = float(np.corrcoef(first, second)[0, 1])
    return None if r <= -1 + 1e-9 else 2 * r / (1 + r)
