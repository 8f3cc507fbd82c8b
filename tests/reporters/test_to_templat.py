"""The sheet to fill in reads as what is filled in."""

from io import BytesIO

import openpyxl
import pytest

from indikator_rules.importers import read_file
from indikator_rules.reporters.to_templat import templat_xlsx


@pytest.fixture
def book():
    return openpyxl.load_workbook(BytesIO(templat_xlsx()))


def test_every_column_is_one_that_the_importers_know(tmp_path):
    path = tmp_path / "templat.xlsx"
    path.write_bytes(templat_xlsx())
    (reading,) = read_file(path)
    (node,) = reading.dokumen.simpul
    (measure,) = node.indikator
    assert [finding.text or finding.message for finding in reading.findings] == [
        "Tabel yang diawali “Cara mengisi” dilewati karena tidak memuat judul kolom indikator."
    ]
    assert reading.dokumen.instansi == "(contoh, hapus baris ini)"
    assert (str(node.tingkat), node.kode, node.unit, node.jabatan) == (
        "strategis",
        "S1",
        "Dinas Kesehatan",
        "Kepala Dinas",
    )
    assert node.induk == "Meningkatnya derajat kesehatan masyarakat"
    assert (measure.nama, measure.satuan, measure.target, measure.baseline) == (
        "Prevalensi stunting pada balita",
        "%",
        "14,2",
        "21,4",
    )
    assert all((measure.definisi, measure.formula, measure.sumber_data, measure.polarisasi))
    assert all((measure.konsolidasi, measure.penjenjangan, measure.aspek))


def test_levels_are_chosen_from_a_list(book):
    offered = {str(choice.sqref): choice.formula1 for choice in book["Isian"].data_validations.dataValidation}
    assert offered["C2:C500"] == '"tujuan,strategis,program,kegiatan,subkegiatan,individu"'


def test_a_filled_sheet_is_read_with_years_added(book, tmp_path):
    sheet = book["Isian"]
    sheet.delete_rows(2)
    sheet["T1"] = "Target 2027"
    for column, value in zip("CHIJKT", ("program", "Meningkatnya mutu", "Nilai mutu", "Indeks", 3, 4), strict=True):
        sheet[f"{column}2"] = value
    book.save(tmp_path / "isi.xlsx")
    (reading,) = read_file(tmp_path / "isi.xlsx")
    (measure,) = reading.dokumen.simpul[0].indikator
    assert measure.target == {"tahunan": "3", "2027": "4"}


def test_the_guide_explains_every_column(book):
    guide = [cell.value for cell in book["Cara mengisi"]["A"]]
    assert set(guide) >= {cell.value for cell in book["Isian"][1]}
