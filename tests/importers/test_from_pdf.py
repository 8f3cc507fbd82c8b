"""PDF files of the kinds that reviewers are sent, each with the reading that a person would write down first."""

import pytest
from pdf_files import NEW_PAGE, draw, ruled, write
from readings import cascade, codes, lines, nodes
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas

from indikator_rules.errors import DocumentError
from indikator_rules.importers import read_file

HEADING = ["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target"]
WIDTHS = [25, 150, 160, 60, 60]


def where(path):
    """Page, table, row and column of every indicator's name, in order."""
    (reading,) = read_file(path)
    return [
        [(place.page, place.table, place.table_row, place.table_column) for place in found]
        for node, content in nodes(reading).items()
        for at in range(len(content.indikator))
        for found in [reading.locations.of(f"{node}.indikator[{at}].nama")]
    ]


def flat(found):
    """Lines with line ends as blanks."""
    return [tuple(" ".join(part.split()) if isinstance(part, str) else part for part in line) for line in found]


def test_a_ruled_table_reads_as_its_rows(tmp_path):
    path = write(
        tmp_path / "pk.pdf",
        "PERJANJIAN KINERJA TAHUN 2026",
        ruled(
            [
                HEADING,
                ["1", "Meningkatnya mutu air sungai", "Indeks Kualitas Air", "Indeks", "61,5"],
                ["^", "^", "Persentase sungai yang memenuhi baku mutu air kelas dua", "%", "80"],
                ["2", "Meningkatnya akuntabilitas kinerja", "Nilai AKIP", "Nilai", "BB"],
            ],
            WIDTHS,
        ),
    )
    assert flat(lines(path)) == [
        ("strategis", "Meningkatnya mutu air sungai", "Indeks Kualitas Air", "Indeks", "61,5"),
        (
            "strategis",
            "Meningkatnya mutu air sungai",
            "Persentase sungai yang memenuhi baku mutu air kelas dua",
            "%",
            "80",
        ),
        ("strategis", "Meningkatnya akuntabilitas kinerja", "Nilai AKIP", "Nilai", "BB"),
    ]
    assert where(path) == [[(1, 1, 2, 3)], [(1, 1, 3, 3)], [(1, 1, 4, 3)]]
    (reading,) = read_file(path)
    assert (reading.dokumen.jenis_dokumen, reading.dokumen.tahun) == ("pk", "2026")


def test_a_table_over_pages_with_its_heading_repeated_is_one(tmp_path):
    rows = [[str(n), f"Meningkatnya layanan ke {n}", f"Indeks layanan {n}", "Indeks", f"{n},5"] for n in range(1, 61)]
    path = write(tmp_path / "renstra.pdf", "RENCANA STRATEGIS 2025-2029", ruled([HEADING, *rows], WIDTHS, repeat=1))
    assert lines(path) == [("strategis", row[1], row[2], row[3], row[4]) for row in rows]
    assert {places[0][0] for places in where(path)} == {1, 2}
    assert codes(path) == []


def test_a_table_over_pages_without_a_heading_on_the_second_goes_on(tmp_path):
    rows = [
        ["", f"Meningkatnya mutu {n}" if n % 5 == 1 else "^", f"Nilai mutu {n}", "Nilai", str(n)] for n in range(1, 71)
    ]
    path = write(tmp_path / "renstra.pdf", ruled([HEADING, *rows], WIDTHS), title="Renstra Dinas")
    found = lines(path)
    assert [line[2] for line in found] == [row[2] for row in rows]
    assert [line[1] for line in found] == [f"Meningkatnya mutu {n - (n - 1) % 5}" for n in range(1, 71)]


def test_a_row_cut_by_the_page_is_one_row(tmp_path):
    above = [HEADING, ["1", "Meningkatnya mutu jalan", "Persentase panjang jalan kabupaten yang", "%", "70"]]
    below = [
        ["", "", "berkondisi mantap", "", ""],
        ["2", "Meningkatnya mutu jembatan", "Persentase jembatan mantap", "%", "60"],
    ]
    path = write(tmp_path / "pk.pdf", ruled(above, WIDTHS), NEW_PAGE, ruled(below, WIDTHS))
    assert flat(lines(path)) == [
        (
            "strategis",
            "Meningkatnya mutu jalan",
            "Persentase panjang jalan kabupaten yang berkondisi mantap",
            "%",
            "70",
        ),
        ("strategis", "Meningkatnya mutu jembatan", "Persentase jembatan mantap", "%", "60"),
    ]


def test_a_row_cut_by_the_page_goes_on_below_the_repeated_heading(tmp_path):
    above = [HEADING, ["1", "Meningkatnya mutu jalan", "Persentase panjang jalan kabupaten", "%", "70"]]
    below = [
        HEADING,
        ["", "", "yang berkondisi mantap", "", ""],
        ["2", "Meningkatnya gizi", "Angka stunting", "%", "9"],
    ]
    path = write(tmp_path / "pk.pdf", ruled(above, WIDTHS), NEW_PAGE, ruled(below, WIDTHS))
    assert flat(lines(path)) == [
        (
            "strategis",
            "Meningkatnya mutu jalan",
            "Persentase panjang jalan kabupaten yang berkondisi mantap",
            "%",
            "70",
        ),
        ("strategis", "Meningkatnya gizi", "Angka stunting", "%", "9"),
    ]


def test_months_whose_names_narrow_columns_break(tmp_path):
    rows = [
        ["Sasaran Strategis", "Indikator", "Target Bulan", "<", "<"],
        ["^", "^", "Januar\ni", "Februa\nri", "Septem\nber"],
        ["Meningkatnya gizi balita", "Angka stunting", "9", "8,5", "8"],
    ]
    path = write(tmp_path / "renaksi.pdf", "RENCANA AKSI TAHUN 2026", ruled(rows, [120, 120, 38, 40, 44]))
    ((*_, target),) = lines(path)
    assert target == {"2026-01": "9", "2026-02": "8,5", "2026-09": "8"}


def test_a_cut_row_whose_rest_begins_with_a_capital_is_told_by_its_column(tmp_path):
    above = [
        HEADING[1:3],
        ["Meningkatnya tertib arsip", "Persentase unit kerja tertib arsip"],
        ["Meningkatnya minat baca", "Jumlah kunjungan perpustakaan"],
        ["Terpeliharanya gedung", "Jumlah Sarana Pendukung"],
    ]
    below = [["Kantor Dinas", "Gedung Kantor yang Dipelihara"], ["Tersedianya mebel", "Jumlah mebel yang disediakan"]]
    path = write(tmp_path / "renja.pdf", ruled(above, [150, 200]), NEW_PAGE, ruled(below, [150, 200]))
    assert [line[1:3] for line in flat(lines(path))][2:] == [
        ("Terpeliharanya gedung Kantor Dinas", "Jumlah Sarana Pendukung Gedung Kantor yang Dipelihara"),
        ("Tersedianya mebel", "Jumlah mebel yang disediakan"),
    ]


def test_text_between_two_tables_keeps_them_apart(tmp_path):
    table = ruled([HEADING, ["1", "Meningkatnya gizi balita", "Prevalensi stunting", "%", "12"]], WIDTHS)
    signed = ruled([["Kepala Dinas", "", "", "", "Sekretaris"], ["Budi", "", "", "", "Wati"]], WIDTHS)
    path = write(tmp_path / "pk.pdf", table, NEW_PAGE, *(["Demikian perjanjian ini dibuat."] * 9), signed)
    assert len(lines(path)) == 1
    assert codes(path) == ["B01"]


def test_words_broken_by_narrow_columns_are_whole_again(tmp_path):
    path = write(
        tmp_path / "renstra.pdf",
        "Dinas Kependudukan mengukur kependudukan dan akuntabilitas setiap tahun.",
        ruled(
            [
                ["Sasaran", "Indikator", "Satuan", "Target"],
                [
                    "Meningkatn\nya\nakuntabilita\ns dan\nkependudu\nkan",
                    "Persentase penduduk ber-\nKTP",
                    "Perse\nn",
                    "95,7\n5",
                ],
            ],
            [55, 130, 36, 29],
        ),
    )
    assert flat(lines(path)) == [
        (None, "Meningkatnya akuntabilitas dan kependudukan", "Persentase penduduk ber-KTP", "Persen", "95,75")
    ]


def test_words_of_a_full_line_stay_two(tmp_path):
    path = write(
        tmp_path / "renstra.pdf",
        ruled(
            [
                ["Sasaran", "Indikator", "Target"],
                ["Meningkatnya kualitas pelayanan dan kesehatan masyarakat", "Indeks kesehatan", "70"],
            ],
            [62, 130, 60],
        ),
    )
    assert flat(lines(path))[0][1] == "Meningkatnya kualitas pelayanan dan kesehatan masyarakat"


def test_yearly_targets_under_a_heading_of_several_rows(tmp_path):
    path = write(
        tmp_path / "renstra.pdf",
        ruled(
            [
                ["Tujuan", "Sasaran", "Indikator", "Satuan", "Target Tahun", "<", "<"],
                ["^", "^", "^", "^", "2025", "2026", "2027"],
                ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
                ["Terwujudnya warga sehat", "", "Umur Harapan Hidup", "Tahun", "72,1", "72,4", "72,7"],
                ["^", "Menurunnya stunting", "Prevalensi stunting", "%", "14", "13", "12"],
                ["^", "Meningkatnya imunisasi", "Cakupan imunisasi dasar", "%", "90", "92", "94"],
            ],
            [80, 80, 100, 50, 45, 45, 45],
            shade=2,
        ),
    )
    assert flat(lines(path)) == [
        (
            "tujuan",
            "Terwujudnya warga sehat",
            "Umur Harapan Hidup",
            "Tahun",
            {"2025": "72,1", "2026": "72,4", "2027": "72,7"},
        ),
        ("strategis", "Menurunnya stunting", "Prevalensi stunting", "%", {"2025": "14", "2026": "13", "2027": "12"}),
        (
            "strategis",
            "Meningkatnya imunisasi",
            "Cakupan imunisasi dasar",
            "%",
            {"2025": "90", "2026": "92", "2027": "94"},
        ),
    ]
    assert cascade(path)[1].startswith("  strategis")


def test_the_same_indicator_in_three_tables_is_one_with_three_places(tmp_path):
    full = [HEADING, ["1", "Meningkatnya literasi", "Nilai literasi warga", "Nilai", "70"]]
    loose = [["Sasaran", "Indikator", "Target 2026"], ["Meningkatnya literasi", "Nilai literasi warga", "70"]]
    listed = [["No", "Indikator Kinerja Utama", "Satuan"], ["1", "Nilai literasi warga", "Nilai"]]
    path = write(
        tmp_path / "renstra.pdf",
        "Rencana Strategis 2025-2029",
        ruled(full, WIDTHS),
        NEW_PAGE,
        ruled(loose, [150, 160, 80]),
        NEW_PAGE,
        ruled(listed, [25, 160, 60]),
    )
    found = lines(path)
    assert [line[:4] for line in found] == [("strategis", "Meningkatnya literasi", "Nilai literasi warga", "Nilai")]
    assert [[page for page, *_ in places] for places in where(path)] == [[1, 2, 3]]


def test_a_document_is_called_by_its_running_title_without_the_number_of_the_page(tmp_path):
    rows = [HEADING, ["1", "Meningkatnya literasi", "Nilai literasi warga", "Nilai", "70"]]
    pages = [block for _ in range(3) for block in (ruled(rows, WIDTHS), NEW_PAGE)]
    path = write(tmp_path / "renstra.pdf", *pages, title="Renstra Dinas Contoh 2025-2029")
    [reading] = read_file(path)
    assert reading.dokumen.judul == "Renstra Dinas Contoh 2025-2029"


def test_a_statement_page_holds_no_indicator(tmp_path):
    path = write(
        tmp_path / "pernyataan.pdf",
        "PERNYATAAN PERJANJIAN KINERJA TAHUN 2026",
        "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, kami yang bertanda tangan di bawah ini:",
        "Nama : Budi",
        "Jabatan : Kepala Dinas",
        ruled([["Pihak Kedua", "Pihak Pertama"], ["Bupati", "Kepala Dinas"]], [200, 200]),
    )
    with pytest.raises(DocumentError, match="tidak ada baris indikator"):
        read_file(path)


def test_scanned_pages_are_told_from_pages_without_tables(tmp_path):
    path = draw(tmp_path / "pindai.pdf", lambda page: page.rect(50, 50, 200, 100))
    with pytest.raises(DocumentError, match="hasil pindai"):
        read_file(path)


def test_a_protected_file_is_told_from_a_damaged_one(tmp_path):
    locked = tmp_path / "terkunci.pdf"
    page = canvas.Canvas(str(locked), encrypt=StandardEncryption("rahasia"))
    page.drawString(100, 100, "Indikator")
    page.save()
    with pytest.raises(DocumentError, match="kata sandi"):
        read_file(locked)
    whole = write(tmp_path / "utuh.pdf", "Perjanjian Kinerja").read_bytes()
    for name, content in {
        "potong.pdf": whole[:200],
        "awal.pdf": b"%PDF-1.4\n",
        "isi.pdf": b"%PDF-1.7\n" + b"\xff" * 900,
    }.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(DocumentError, match=r"rusak|pindai"):
            read_file(tmp_path / name)
    (tmp_path / "palsu.pdf").write_bytes(b"bukan PDF sama sekali")
    with pytest.raises(DocumentError, match="bukan berkas PDF"):
        read_file(tmp_path / "palsu.pdf")


@pytest.mark.parametrize("turn", [90, -90, 0])
def test_a_page_that_stands_on_its_side_is_turned(tmp_path, turn):
    table = ruled([HEADING, ["1", "Meningkatnya mutu air", "Indeks Kualitas Air", "Indeks", "61,5"]], WIDTHS)

    def page(page):
        page.translate(*{90: (800, 0), -90: (0, 590), 0: (0, 0)}[turn])
        page.rotate(turn)
        table.wrap(500, 500)
        table.drawOn(page, 60, 400)

    path = draw(tmp_path / "tegak.pdf", page)
    assert lines(path) == [("strategis", "Meningkatnya mutu air", "Indeks Kualitas Air", "Indeks", "61,5")]
    assert codes(path) == []


def test_headings_that_stand_on_their_side(tmp_path):
    def page(page):
        for x in (60, 260, 460, 490, 520):
            page.line(x, 500, x, 400)
        for y in (500, 430, 400):
            page.line(60, y, 520, y)
        for x, text in ((65, "Sasaran Strategis"), (265, "Indikator")):
            page.drawString(x, 440, text)
        for x, text in ((65, "Meningkatnya mutu air"), (265, "Indeks Kualitas Air"), (463, "Poin"), (493, "61")):
            page.drawString(x, 410, text)
        for x, text in ((480, "Satuan"), (510, "Target")):
            page.saveState()
            page.translate(x, 440)
            page.rotate(90)
            page.drawString(0, 0, text)
            page.restoreState()

    found = lines(draw(tmp_path / "tegak.pdf", page))
    assert found == [("strategis", "Meningkatnya mutu air", "Indeks Kualitas Air", "Poin", "61")]


def test_too_many_pages_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("indikator_rules.importers.from_pdf.MAX_PAGES", 2)
    path = write(tmp_path / "tebal.pdf", "satu", NEW_PAGE, "dua", NEW_PAGE, "tiga")
    with pytest.raises(DocumentError, match=r"terlalu banyak halaman \(3"):
        read_file(path)


def test_targets_in_words_behind_a_label_on_a_line_of_its_own(tmp_path):
    path = write(
        tmp_path / "pk.pdf",
        "PERJANJIAN KINERJA TAHUN 2026",
        ruled(
            [
                ["No", "Sasaran Strategis", "Indikator Kinerja", "Target"],
                [
                    "1",
                    "Terlaksananya penataan arsip",
                    "Persentase arsip tertata",
                    "Target :\nTertatanya arsip pada 12 unit kerja",
                ],
                ["2", "Meningkatnya mutu layanan", "Indeks kepuasan\nTarget :\n85,5\nSatuan : Indeks", ""],
                ["3", "Meningkatnya kompetensi", "Jumlah pegawai terlatih", ""],
                ["", "", "Target :\n40 orang", ""],
            ],
            [25, 150, 160, 130],
        ),
    )
    assert flat(lines(path)) == [
        (
            "strategis",
            "Terlaksananya penataan arsip",
            "Persentase arsip tertata",
            None,
            "Tertatanya arsip pada 12 unit kerja",
        ),
        ("strategis", "Meningkatnya mutu layanan", "Indeks kepuasan", "Indeks", "85,5"),
        ("strategis", "Meningkatnya kompetensi", "Jumlah pegawai terlatih", "orang", "40"),
    ]


def test_eighty_five_pages_are_read(tmp_path):
    rows = [[str(n), f"Meningkatnya layanan ke {n}", f"Indeks layanan {n}", "Indeks", f"{n},5"] for n in range(1, 90)]
    prose = "Renstra ini menjabarkan tujuan, sasaran, dan indikator kinerja ke dalam program dan kegiatan. " * 4
    chapters = [block for _ in range(80) for block in (prose, NEW_PAGE)]
    path = write(
        tmp_path / "renstra.pdf", *chapters, ruled([HEADING, *rows], WIDTHS, repeat=1), title="Renstra 2025-2029"
    )
    assert [line[2] for line in lines(path)] == [row[2] for row in rows]
    assert min(places[0][0] for places in where(path)) == 81


def test_letters_drawn_twice_are_read_once(tmp_path):
    def page(page):
        page.setFont("Helvetica", 5)
        page.drawString(60, 460, "Menurunnya illegal logging")
        page.drawString(260, 460, "Jumlah illegal logging")
        page.setFont("Helvetica", 12)
        for x in (60, 60.4):
            page.drawString(x, 500, "Sasaran")
            page.drawString(x + 200, 500, "Indikator")
            page.drawString(x, 480, "Meningkatnya minat baca")
            page.drawString(x + 200, 480, "Jumlah kunjungan perpustakaan")

    assert [line[1:3] for line in lines(draw(tmp_path / "tebal.pdf", page))] == [
        ("Meningkatnya minat baca", "Jumlah kunjungan perpustakaan"),
        ("Menurunnya illegal logging", "Jumlah illegal logging"),
    ]


def test_parts_that_are_damaged_are_told(tmp_path, capfd):
    path = write(
        tmp_path / "pk.pdf",
        ruled([HEADING, ["1", "Meningkatnya gizi", "Prevalensi stunting", "%", "12"]], WIDTHS),
        compressed=False,
    )
    path.write_bytes(path.read_bytes().replace(b"BT 1 0 0 1 0 2", b"BT/x 0 0 1 0 2", 1))
    assert "B05" in codes(path)
    assert capfd.readouterr().err == ""
