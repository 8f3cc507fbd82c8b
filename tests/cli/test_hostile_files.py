"""Whatever bytes a file holds, the user gets a report or a sentence, never a traceback."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indikator_rules.cli import run

SEED = (
    b'{"tingkat": "program", "sasaran": "Meningkatkan mutu", "indikator": "Indeks mutu", "target_2026": "3,2"}\n'
    b"simpul:\n- {tingkat: program, pernyataan: Meningkatkan mutu, indikator: [{nama: Indeks, target: {2026: 3.2}}]}\n"
    b"Sasaran;Indikator;Satuan;Target\nMeningkatkan mutu;Indeks mutu;indeks;3,2\n"
)


@st.composite
def damaged(draw):
    """A piece of a readable file with some bytes put in or left out."""
    start = draw(st.integers(0, len(SEED)))
    piece = SEED[start : draw(st.integers(start, len(SEED)))]
    cut = draw(st.integers(0, len(piece)))
    return piece[:cut] + draw(st.binary(max_size=6)) + piece[cut + draw(st.integers(0, 3)) :]


@pytest.mark.parametrize("suffix", [".yaml", ".json", ".jsonl", ".csv", ".xlsx", ".docx"])
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=damaged())
def test_any_bytes_end_in_a_report_or_a_sentence(tmp_path, capsys, suffix, content):
    file = tmp_path / f"berkas{suffix}"
    file.write_bytes(content)
    code = run(["periksa", str(file), "--format", "jsonl"])
    captured = capsys.readouterr()
    assert code in {0, 1, 2}
    assert "di dalam program" not in captured.err
    assert code != 2 or captured.err.startswith(f"indikator: {file}")
