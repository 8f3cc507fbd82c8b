from __future__ import annotations

import pickle

import pytest

from indikator_rules.location import Location, Locations, PartPlaces, PartRows

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


PARTS = {
    "simpul[0]": ([{"pernyataan": SEL}], []),
    "simpul[0].indikator[0]": (
        [{"nama": SEL, "target[2026]": LAIN}, {"nama": LAIN}, {"nama": SEL}],
        ["r7", "r9"],
    ),
}


def test_places_of_parts_read_like_those_of_fields() -> None:
    places = PartPlaces(PARTS, {"pengecualian[0]": (LAIN,)})
    assert dict(places) == {
        "simpul[0].pernyataan": (SEL,),
        "simpul[0].indikator[0].nama": (SEL, LAIN),
        "simpul[0].indikator[0].target[2026]": (LAIN,),
        "pengecualian[0]": (LAIN,),
    }
    assert Locations(places).of("simpul[0].indikator[0].target[2026]") == (LAIN,)
    assert "simpul[0].unit" not in places
    assert not PartPlaces({"simpul[0]": ([{}], [])}, {})


def test_a_part_as_a_whole_has_the_place_of_its_row() -> None:
    places = PartPlaces({"simpul[0]": ([{"": SEL}], [])}, {})
    assert Locations(places).of("simpul[0].indikator[2].nama") == (SEL,)


def test_rows_of_parts_are_those_that_have_any() -> None:
    assert dict(PartRows(PARTS)) == {"simpul[0].indikator[0]": ("r7", "r9")}
    assert len(PartRows(PARTS)) == 1


@pytest.mark.parametrize("sent", [PartPlaces(PARTS, {}), PartRows(PARTS)])
def test_another_process_gets_the_places_alone(sent: PartPlaces | PartRows) -> None:
    assert pickle.loads(pickle.dumps(sent)) == dict(sent)  # noqa: S301 - our own bytes
