"""One-to-one assignment: no other way of pairing scores higher."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from indikator_rules.review.assignment import assign

SCORES = st.tuples(st.integers(1, 4), st.integers(1, 4)).flatmap(
    lambda shape: arrays(float, shape, elements=st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0]))
)


def best(scores):
    tall = scores if scores.shape[0] >= scores.shape[1] else scores.T
    return max(
        sum(tall[row, column] for column, row in enumerate(rows))
        for rows in permutations(range(tall.shape[0]), tall.shape[1])
    )


@given(SCORES)
def test_no_other_way_scores_higher(scores):
    pairs = assign(scores)
    assert len(set(pairs.values())) == len(pairs)
    assert sum(scores[pair] for pair in pairs.items()) == pytest.approx(best(scores))
    assert all(scores[pair] > 0 for pair in pairs.items())


def test_the_best_for_all_may_not_be_the_best_for_one():
    assert assign(np.array([[0.9, 0.85], [0.88, 0.2]])) == {0: 1, 1: 0}


@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (3, 0)])
def test_nothing_goes_with_nothing(shape):
    assert assign(np.zeros(shape)) == {}
