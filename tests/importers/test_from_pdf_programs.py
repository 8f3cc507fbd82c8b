"""PDF files that browsers and office programs make, each with the reading that a person would write down first."""

from pathlib import Path

import pytest
import yaml
from pdf_programs import (
    FISHERY,
    YEARS,
    converted,
    printed,
    write_agreement,
    write_plan,
    write_sheet_table,
    write_sheet_tree,
    write_statement,
)
from readings import cascade, lines, nodes

from indikator_rules.errors import DocumentError
from indikator_rules.importers import read_file

PAGES = Path(__file__).parent / "cetakan"
EXPECTED = yaml.safe_load((PAGES / "harapan.yaml").read_text(encoding="utf-8"))


def flat(found):
    """Lines with line ends as blanks."""
    return [tuple(" ".join(part.split()) if isinstance(part, str) else part for part in line) for line in found]


def content(several):
    """What a person writes down of nodes: level, statement, indicators with unit and target, children."""
    return [
        {
            "tingkat": node.tingkat and str(node.tingkat),
            "pernyataan": " ".join(node.pernyataan.split()),
            "indikator": [
                {
                    "nama": " ".join(measure.nama.split()),
                    **({"satuan": measure.satuan} if measure.satuan else {}),
                    **({"target": written(measure.target)} if measure.target else {}),
                }
                for measure in node.indikator
            ],
            **({"anak": content(node.anak)} if node.anak else {}),
        }
        for node in several
    ]


def written(target):
    return " ".join(target.split()) if isinstance(target, str) else target


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    """The folder of all that the browser prints: its profile is made once."""
    return tmp_path_factory.mktemp("peramban")


@pytest.mark.needs_program("chromium")
@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_page_that_a_browser_printed(name, browser):
    path = printed(PAGES / f"{name}.html", browser)
    if EXPECTED[name]:
        (reading,) = read_file(path)
        assert content(reading.dokumen.simpul) == EXPECTED[name]
    else:
        with pytest.raises(DocumentError, match="tidak ada baris indikator"):
            read_file(path)


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """The PDF files that LibreOffice makes, by their names."""
    folder = tmp_path_factory.mktemp("kantor")
    sources = [
        write_agreement(folder / "perjanjian.docx"),
        write_statement(folder / "pernyataan.docx"),
        write_plan(folder / "renstra.docx"),
        write_sheet_tree(folder / "pohon.xlsx"),
        write_sheet_tree(folder / "pohon-bergaris.xlsx", coloured=False),
        write_sheet_table(folder / "tabel.xlsx"),
        PAGES / "pohon-berpanah.fodt",
    ]
    return {path.stem: path for path in converted(sources, folder)}


@pytest.mark.needs_program("soffice")
def test_an_agreement_with_targets_in_words(office):
    public = "Meningkatnya kualitas pelayanan publik di kecamatan"
    assert flat(lines(office["perjanjian"])) == [
        (
            "strategis",
            public,
            "Indeks Kepuasan Masyarakat (IKM) Kecamatan",
            None,
            "Nilai IKM minimal 88 (kategori Baik)",
        ),
        ("strategis", public, "Persentase pengaduan yang ditindaklanjuti", None, "100% paling lambat 5 hari kerja"),
        (
            "strategis",
            "Meningkatnya pemberdayaan masyarakat desa",
            "Jumlah desa yang menetapkan APBDes tepat waktu",
            None,
            "Terlaksananya penetapan APBDes pada 12 desa",
        ),
        (
            "strategis",
            "Meningkatnya ketertiban umum",
            "Persentase gangguan ketertiban yang diselesaikan",
            "%",
            ">= 95",
        ),
    ]


@pytest.mark.needs_program("soffice")
def test_an_agreement_without_its_lampiran(office):
    with pytest.raises(DocumentError, match="tidak ada baris indikator"):
        read_file(office["pernyataan"])


@pytest.mark.needs_program("soffice")
def test_indicators_that_three_tables_of_a_plan_name_are_read_once(office):
    (reading,) = read_file(office["renstra"])
    found = [
        (node.pernyataan, measure, reading.locations.of(f"{where}.indikator[{at}].nama"))
        for where, node in nodes(reading).items()
        for at, measure in enumerate(node.indikator)
        if node.tingkat == "strategis"
    ]
    assert [
        (" ".join(text.split()), " ".join(measure.nama.split()), measure.satuan, measure.target)
        for text, measure, _ in found
    ] == [
        (text, name, unit, dict(zip(YEARS, targets, strict=True)))
        for text, indicators in FISHERY.items()
        for name, (unit, *targets) in indicators.items()
    ]
    assert {len({place.page for place in places}) for *_, places in found} == {3}
    (told,) = (finding.message for finding in reading.findings if finding.code == "B09")
    assert told == (
        "Isi target indikator “Nilai Tukar Pembudidaya Ikan” berbeda di dua tempat: "
        "“2026: 100,9” dan “2026: 101,9”; yang pertama dipakai."
    )


@pytest.mark.needs_program("soffice")
def test_the_cascade_of_a_plan_whose_words_narrow_columns_break(office):
    found = [" ".join(line.split()) for line in cascade(office["renstra"])]
    assert found[:3] == [
        "tujuan: Meningkatnya kesejahteraan masyarakat pesisir",
        "strategis: Meningkatnya pendapatan nelayan dan pembudidaya ikan",
        "strategis: Meningkatnya produksi perikanan",
    ]
    assert found[3:6] == [
        "program: PROGRAM PENGELOLAAN PERIKANAN JENIS 1",
        "kegiatan: Penyediaan sarana jenis 1 kelompok 1",
        "kegiatan: Penyediaan sarana jenis 1 kelompok 2",
    ]
    assert len(found) == 3 + 6 * 3


@pytest.mark.needs_program("soffice")
def test_a_cascade_drawn_with_the_edges_of_cells(office):
    assert cascade(office["pohon"]) == [
        "?: Menurunnya angka kemiskinan",
        "  ?: Meningkatnya cakupan bantuan sosial",
        "  ?: Meningkatnya kemandirian penerima manfaat",
    ]
    assert [line[2] for line in flat(lines(office["pohon"]))] == [
        "Persentase penduduk miskin",
        "Persentase keluarga miskin penerima bantuan",
        "Jumlah keluarga yang lulus mandiri",
    ]


@pytest.mark.needs_program("soffice")
def test_boxes_that_are_but_lines(office):
    assert cascade(office["pohon-bergaris"]) == cascade(office["pohon"])
    assert lines(office["pohon-bergaris"]) == lines(office["pohon"])


@pytest.mark.needs_program("soffice")
def test_a_sheet_whose_last_columns_are_printed_on_a_page_of_their_own(office):
    trade = "Meningkatnya kinerja perdagangan"
    assert flat(lines(office["tabel"])) == [
        ("strategis", trade, "Pertumbuhan nilai perdagangan", "%", "4.50"),
        ("strategis", trade, "Persentase pasar rakyat tertib ukur", "%", "82.35"),
        ("strategis", "Terkendalinya harga barang pokok", "Koefisien variasi harga", "Koefisien", "9.20"),
    ]


@pytest.mark.needs_program("soffice")
def test_round_boxes_with_shadows_and_arrows(office):
    assert cascade(office["pohon-berpanah"]) == [
        "strategis: Meningkatnya kualitas pengawasan internal",
        "  program: Meningkatnya tindak lanjut hasil pengawasan",
        "  program: Meningkatnya pencegahan korupsi",
    ]
    assert [line[2] for line in flat(lines(office["pohon-berpanah"]))] == [
        "Level Kapabilitas APIP (Level 3)",
        "Level Maturitas SPIP",
        "Persentase rekomendasi yang ditindaklanjuti",
        "Nilai Monitoring Center for Prevention",
    ]
