"""Nodal analysis of a network of resistors: Kirchhoff's current law at every node, solved.

G v = i, where G holds the conductances (siemens) and i what sources feed into each node (amperes);
Gaussian elimination with partial pivoting. Textbook: any course of circuit theory, «node-voltage
method».
"""

from __future__ import annotations

from collections.abc import Sequence

LEAK = 1e-9
"""Siemens from every node to the reference: a node nothing touches then has a voltage, 0."""
Branch = tuple[int, int, float]
"""Two nodes and the conductance between them, S. Node 0 is the reference."""


def voltages(
    nodes: int, branches: Sequence[Branch], feeds: Sequence[tuple[int, float]]
) -> list[float]:
    """Volts of nodes 0 to ``nodes`` - 1 against node 0. ``feeds``: node and amperes flowing in."""
    size = nodes - 1
    rows = [[0.0] * (size + 1) for _ in range(size)]
    for node in range(size):
        rows[node][node] = LEAK
    for a, b, siemens in branches:
        for one, other in ((a, b), (b, a)):
            if one > 0:
                rows[one - 1][one - 1] += siemens
                if other > 0:
                    rows[one - 1][other - 1] -= siemens
    for node, amperes in feeds:
        if node > 0:
            rows[node - 1][size] += amperes
    return [0.0, *_solve(rows)]


def _solve(rows: list[list[float]]) -> list[float]:
    """The unknowns of a regular system whose right side is the last column."""
    size = len(rows)
    for column in range(size):
        best = max(range(column, size), key=lambda row: abs(rows[row][column]))
        rows[column], rows[best] = rows[best], rows[column]
        pivot = rows[column]
        for row in rows[column + 1 :]:
            if row[column]:
                part = row[column] / pivot[column]
                for place in range(column, size + 1):
                    row[place] -= part * pivot[place]
    found = [0.0] * size
    for row_number in range(size - 1, -1, -1):
        row = rows[row_number]
        known = sum(row[place] * found[place] for place in range(row_number + 1, size))
        found[row_number] = (row[size] - known) / row[row_number]
    return found
