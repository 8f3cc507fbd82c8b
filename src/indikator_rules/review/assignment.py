"""One-to-one assignment: of all ways to pair two lots of things, the one whose scores add up highest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def assign(scores: NDArray[np.float64]) -> dict[int, int]:
    """Which row goes with which column: each at most once, the sum of scores the highest; 0 means that they never go.

    Equal scores give equal pairs.
    """
    if scores.shape[0] > scores.shape[1]:
        return dict(sorted((row, column) for column, row in assign(scores.T).items()))
    if not scores.size:
        return {}
    return {row: column for row, column in enumerate(_cheapest(-scores)) if scores[row, column] > 0}


def _cheapest(costs: NDArray[np.float64]) -> list[int]:
    """The column of each row in the cheapest assignment (Hungarian method with potentials; no more rows than columns).

    Row by row, the shortest path of exchanges leads from the new row to a free column. The last column is not one of
    `costs`: it holds the row that is being placed.
    """
    height, width = costs.shape
    row_price, column_price = np.zeros(height), np.zeros(width + 1)
    row_of = np.full(width + 1, -1)
    for row in range(height):
        column, row_of[width] = width, row
        shortest, before = np.full(width, np.inf), np.full(width, width)
        done = np.zeros(width + 1, dtype=bool)
        while row_of[column] >= 0:
            done[column] = True
            at = row_of[column]
            reached = costs[at] - row_price[at] - column_price[:width]
            nearer = (reached < shortest) & ~done[:width]
            shortest[nearer], before[nearer] = reached[nearer], column
            column = int(np.argmin(np.where(done[:width], np.inf, shortest)))
            step = shortest[column]
            row_price[row_of[done]] += step
            column_price[done] -= step
            shortest[~done[:width]] -= step
        while column != width:
            row_of[column], column = row_of[before[column]], int(before[column])
    placed = {int(row): column for column, row in enumerate(row_of[:width]) if row >= 0}
    return [placed[row] for row in range(height)]
