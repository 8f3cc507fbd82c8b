from __future__ import annotations

import pytest

from indikator_rules.location import Location, Locations

SEL = Location("pk.xlsx", sheet="PK 2026", cell="C14")
LAIN = Location("pk.xlsx", sheet="Renaksi", cell="B3")


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (SEL, "PK 2026!C14"),
        (Location("pk.csv", cell="C14"), "C14"),
        (Location("pk.docx", table=2, table_row=3, table_column=4), "tabel 2, baris 3, kolom 4"),
        (Location("pk.yaml", line=17, column=5), "baris 17, kolom 5"),
        (Location("pk.pdf", page=3), "halaman 3"),
        (Location("pk.docx"), ""),
    ],
)
def test_a_place_reads_as_a_person_would_name_it(place: Location, words: str) -> None:
    assert str(place) == words


def test_a_field_stands_at_its_own_places() -> None:
    locations = Locations({"simpul[0].indikator[0].satuan": (SEL, LAIN)})
    assert locations.of("simpul[0].indikator[0].satuan") == (SEL, LAIN)


def test_a_field_without_a_place_stands_where_the_nearest_field_around_it_stands() -> None:
    locations = Locations({"simpul[0]": (SEL,), "": (LAIN,)})
    assert locations.of("simpul[0].anak[2].indikator[0].target[2026]") == (SEL,)
    assert locations.of("simpul[1].pernyataan") == (LAIN,)


def test_nothing_known_means_no_place() -> None:
    assert Locations().of("simpul[0]") == ()
