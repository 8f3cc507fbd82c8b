from __future__ import annotations

from pathlib import Path

import pytest

from indikator_rules.bundled import bundled
from indikator_rules.istilah import bundled_istilah, read_istilah

LISTS = sorted(Path(str(bundled("rules"))).glob("istilah/**/*.yaml"))


def written(folder: Path, text: str) -> Path:
    file = folder / "kata-ukur.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_list_is_named_after_its_file(tmp_path: Path) -> None:
    istilah = read_istilah(written(tmp_path, "arti: Kata ukur.\nentri: [persentase, jumlah]\nnilai: {jumlah: cacah}"))
    assert (istilah.nama, istilah.entri, istilah.nilai) == ("kata-ukur", ("persentase", "jumlah"), {"jumlah": "cacah"})


def test_what_a_list_leaves_out_is_empty(tmp_path: Path) -> None:
    istilah = read_istilah(written(tmp_path, "arti: Kata ukur.\nentri:"))
    assert (istilah.sumber, istilah.entri, istilah.persis, istilah.contoh, istilah.bukan) == ("", (), (), (), ())


@pytest.mark.parametrize("text", ["", "- jumlah", "entri: [jumlah]"])
def test_a_file_without_its_meaning_is_no_list(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError, match=r"kata-ukur\.yaml: bukan daftar istilah"):
        read_istilah(written(tmp_path, text))


def test_an_unknown_part_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="“entry” tidak dikenal"):
        read_istilah(written(tmp_path, "arti: Kata ukur.\nentry: [jumlah]"))


@pytest.mark.parametrize("file", LISTS, ids=lambda file: file.stem)
def test_every_shipped_list_can_be_read(file: Path) -> None:
    folder = Path(str(bundled("rules"))) / "istilah"
    istilah = bundled_istilah(file.relative_to(folder).with_suffix("").as_posix())
    assert istilah.arti
