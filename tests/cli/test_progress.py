"""How far long work has come: seen on a terminal, by nobody else."""

from __future__ import annotations

import io
import sys

from indikator_rules.cli.progress import tracked, waiting


class Terminal(io.StringIO):
    def isatty(self):
        return True


def terminal(monkeypatch):
    """What a terminal would show. Called in the test: between fixtures and tests pytest puts its own stream back."""
    screen = Terminal()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", screen)
    return screen


def test_a_terminal_sees_how_many_are_done(monkeypatch):
    screen = terminal(monkeypatch)
    assert list(tracked(["a", "b", "c"], "Membaca dokumen")) == ["a", "b", "c"]
    assert "Membaca dokumen" in screen.getvalue()
    assert "3/3" in screen.getvalue()


def test_a_terminal_sees_what_is_being_done(monkeypatch):
    screen = terminal(monkeypatch)
    with waiting("Memeriksa"):
        pass
    assert "Memeriksa" in screen.getvalue()
    assert "0/" not in screen.getvalue()


def test_a_pipe_sees_nothing(capsys):
    assert list(tracked([1, 2], "Membaca dokumen")) == [1, 2]
    with waiting("Memeriksa"):
        pass
    assert capsys.readouterr().err == ""
