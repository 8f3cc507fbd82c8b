"""The commands and their options. What each does stands in a module of its own, imported when it is called."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from indikator_rules.cli.indonesian import Kelompok, Perintah, options_anew
from indikator_rules.cli.project import is_on_command_line, project_settings, set_defaults
from indikator_rules.finding import Severity
from indikator_rules.model.tingkat import Tingkat

if TYPE_CHECKING:
    from collections.abc import Callable

_LEVELS = click.Choice([level.value for level in Tingkat])
_GATES = click.Choice([s.value for s in Severity if s is not Severity.TANYA])
_FILE = click.Path(path_type=Path)

berkas = click.argument("berkas", nargs=-1, required=True, metavar="BERKAS…", is_eager=True, callback=set_defaults)
ke = click.option("--ke", type=_FILE, metavar="BERKAS", help="Tulis hasilnya ke berkas ini.")
tingkat = click.option(
    "--tingkat",
    type=_LEVELS,
    callback=lambda _context, _option, value: None if value is None else Tingkat(value),
    metavar="TINGKAT",
    help="Tingkat sasaran bila dokumen tidak menyebutnya, misalnya program.",
)
aturan_dir = click.option("--aturan", "folder", type=_FILE, metavar="FOLDER", help="Pakai aturan dari folder ini.")
profil = click.option("--profil", metavar="NAMA", help="Profil aturan, misalnya pemda atau ketat.")


def _codes(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The codes in options that hold one code, or several with commas between."""
    return tuple(code.strip() for value in values for code in value.split(",") if code.strip())


def _left_out(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The codes to leave out: what the project file leaves out, but for rules that the user asks for by name."""
    codes = _codes(context, option, values)
    if is_on_command_line(context, "abaikan") or not is_on_command_line(context, "pilih"):
        return codes
    return tuple(code for code in codes if code not in context.params["pilih"])


pilih = click.option(
    "--pilih",
    multiple=True,
    callback=_codes,
    metavar="KODE",
    help="Hanya jalankan aturan ini, misalnya S02,I01; boleh diulang.",
)
abaikan = click.option(
    "--abaikan", multiple=True, callback=_left_out, metavar="KODE", help="Jangan jalankan aturan ini; boleh diulang."
)


pengecualian = click.option(
    "--pengecualian",
    type=_FILE,
    metavar="BERKAS",
    help="Berkas YAML berisi pengecualian, di samping yang ada di dokumen.",
)


def _read_map(_context: click.Context, _option: click.Parameter, file: Path | None) -> Any:
    """The column map in `file`. Raises DocumentError when it is none."""
    if file is None:
        return None
    from indikator_rules.importers import read_map

    return read_map(file)


peta = click.option(
    "--peta",
    type=_FILE,
    callback=_read_map,
    metavar="BERKAS",
    help="Peta kolom (YAML): arti kolom yang tidak dikenal atau keliru dibaca; lihat impor --tulis-peta.",
)


gagal_pada = click.option(
    "--gagal-pada", type=_GATES, default="galat", metavar="KEPARAHAN", help="Kode keluar 1 mulai keparahan ini."
)


def format_option(*names: str) -> Callable[[Any], Any]:
    """The option `--format`, whose first name is the default."""
    return click.option(
        "--format",
        "bentuk",
        type=click.Choice(names),
        default=names[0],
        metavar="|".join(names),
        help="Bentuk keluaran.",
    )


@click.group(cls=Kelompok, context_settings={"help_option_names": ["--help", "-h"]})
@click.version_option(
    version("indikator-rules"), message="indikator-rules %(version)s", help="Tampilkan versi program."
)
def indikator() -> None:
    """Memeriksa rumusan sasaran, indikator, satuan, dan target kinerja pemerintah.

    Semua berjalan di komputer ini; tidak ada data yang dikirim ke mana pun.
    """


@indikator.command()
@berkas
@format_option("teks", "json", "jsonl", "sarif", "junit", "github", "markdown", "csv")
@tingkat
@peta
@profil
@aturan_dir
@pilih
@abaikan
@gagal_pada
@click.option(
    "--salinan",
    type=_FILE,
    metavar="BERKAS",
    help="Tulis salinan dokumen yang diberi tanda dan komentar; folder bila dokumennya beberapa.",
)
@pengecualian
@click.option(
    "--garis-dasar", type=_FILE, metavar="BERKAS", help="Hanya temuan yang belum ada di garis dasar ini yang dihitung."
)
@click.option(
    "--tahap",
    type=click.IntRange(1, 5),
    metavar="1..5",
    help="Periksa sebagai rancangan pada tahap ini, dan sebutkan yang masih kurang.",
)
@click.option(
    "--kertas-kerja",
    type=_FILE,
    metavar="BERKAS",
    help="Tulis kertas kerja reviu (.xlsx): nilai setiap indikator dan sasaran, kriteria LKE, empat prinsip.",
)
@click.option(
    "--catatan",
    type=_FILE,
    metavar="BERKAS",
    help="Tulis catatan hasil reviu (.docx) yang tinggal dilengkapi dan ditandatangani.",
)
@click.option(
    "--html",
    type=_FILE,
    metavar="BERKAS",
    help="Tulis halaman dengan gambar pohon kinerja, grafik, dan temuan yang dapat dicari dan dicetak.",
)
@click.option(
    "--tanpa-nama",
    is_flag=True,
    help="Ganti nama orang dan nomor pegawai yang dikenali, serta nama berkas, di semua keluaran.",
)
@click.option(
    "--pantau",
    is_flag=True,
    help="Periksa kembali setiap kali berkas, aturan, atau setelannya disimpan, sampai Ctrl+C.",
)
@ke
def periksa(*, pantau: bool, **options: Any) -> int:
    """Periksa dokumen: berkas, folder, pola seperti *.xlsx, atau - untuk masukan baku.

    Kode keluar: 0 bersih, 1 ada temuan, 2 tidak dapat diperiksa.
    """
    from indikator_rules.cli.periksa import pantau as keep_running
    from indikator_rules.cli.periksa import periksa as run_once
    from indikator_rules.cli.request import Request

    if not pantau:
        return run_once(Request(**options))
    context = click.get_current_context()
    return keep_running(Request(**options), lambda: Request(**_without_watch(options_anew(context))))


def _without_watch(options: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in options.items() if name != "pantau"}


@indikator.command()
@click.argument("berkas", metavar="BERKAS", is_eager=True, callback=set_defaults)
@click.argument("letak", metavar="LETAK")
@click.argument("kode", metavar="KODE")
@click.option("--alasan", required=True, metavar="TEKS", help="Mengapa temuan ini dibiarkan.")
@click.option("--pejabat", required=True, metavar="TEKS", help="Jabatan yang memutuskannya.")
@click.option("--sampai", required=True, metavar="TANGGAL", help="Hari terakhir berlaku, misalnya 2026-12-31.")
@pengecualian
@tingkat
@peta
@profil
@aturan_dir
def kecualikan(**options: Any) -> int:
    """Catat pengecualian bagi temuan aturan KODE pada LETAK.

    LETAK adalah id simpul, jalur, baris, atau sidik temuan. Pengecualian ditulis ke dokumennya bila YAML, selain itu ke
    berkas --pengecualian. Temuan yang dikecualikan tetap ditampilkan.
    """
    from indikator_rules.cli.kecualikan import kecualikan as run

    return run(**options)


@indikator.command("garis-dasar")
@berkas
@click.option("--ke", type=_FILE, required=True, metavar="BERKAS", help="Berkas garis dasar yang dibuat.")
@pengecualian
@tingkat
@peta
@profil
@aturan_dir
@pilih
@abaikan
def garis_dasar(**options: Any) -> int:
    """Catat temuan yang ada sekarang, agar selanjutnya hanya temuan baru yang dihitung.

    Pakailah kemudian dengan periksa --garis-dasar. Temuan dikenali dari teksnya, bukan dari barisnya.
    """
    from indikator_rules.cli.garis_dasar import garis_dasar as run

    return run(**options)


@indikator.command()
@click.argument("lama", metavar="LAMA", is_eager=True, callback=set_defaults)
@click.argument("baru", metavar="BARU")
@format_option("teks", "json", "markdown", "html")
@tingkat
@peta
@profil
@aturan_dir
@pilih
@abaikan
@gagal_pada
@ke
def banding(**options: Any) -> int:
    """Bandingkan dua draf, atau dokumen dua periode.

    Sebutkan temuan yang selesai, tetap, dan baru; sasaran dan indikator yang dipindah, dirumuskan ulang, dipecah,
    digabung, ditambah, atau dihapus; serta target dan realisasi yang berubah. Kode keluar 1 bila ada temuan baru.
    """
    from indikator_rules.cli.banding import banding as run

    return run(**options)


@indikator.command()
@berkas
@click.option(
    "--format",
    "bentuk",
    type=click.Choice(("yaml", "json", "teks")),
    metavar="yaml|json|teks",
    help="Bentuk keluaran: dokumennya, atau uraian bagi pembaca (bawaan di layar).",
)
@tingkat
@peta
@ke
@click.option(
    "--tulis-peta",
    type=_FILE,
    metavar="BERKAS",
    help="Tulis peta kolom yang dapat diperbaiki dan dipakai lagi dengan --peta.",
)
@click.option(
    "--interaktif",
    is_flag=True,
    help="Tanyakan arti kolom yang tidak jelas, dan tulis jawabannya ke peta kolom (kolom.yaml atau --tulis-peta).",
)
def impor(**options: Any) -> int:
    """Tampilkan dokumen sebagaimana dipahami program ini.

    Disebutkan pula arti setiap kolom dan simpul, seberapa yakin program ini, dan apa yang tidak dapat ditempatkan.
    """
    from indikator_rules.cli.impor import impor as run

    return run(**options)


@indikator.command()
@berkas
@format_option("teks", "json", "jsonl")
@tingkat
@peta
@ke
def analisis(**options: Any) -> int:
    """Uraikan bentuk, jenis, ukuran, satuan, dan target setiap baris."""
    from indikator_rules.cli.analisis import analisis as run

    return run(**options)


@indikator.command()
@click.argument("kode", metavar="KODE")
@aturan_dir
@profil
def jelaskan(**options: Any) -> int:
    """Tampilkan halaman sebuah aturan."""
    from indikator_rules.cli.aturan import jelaskan as run

    return run(**options)


@indikator.command()
@click.argument("berkas", required=False, type=_FILE, metavar="[BERKAS.jsonl]")
@format_option("teks", "json")
@click.option("--salah", metavar="KODE", help="Sebutkan baris yang keliru dinilai oleh aturan ini.")
@click.option(
    "--simpan", type=_FILE, metavar="BERKAS", help="Catat angkanya ke berkas ini, misalnya rules/ukuran.yaml."
)
@aturan_dir
@profil
def ukur(**options: Any) -> int:
    """Ukur ketepatan dan kelengkapan aturan pada baris berlabel.

    Tanpa berkas, yang dipakai adalah baris berlabel bawaan.
    """
    from indikator_rules.cli.ukur import ukur as run

    return run(**options)


@indikator.command()
@click.argument("berkas", required=False, metavar="[BERKAS]", is_eager=True, callback=set_defaults)
@format_option("teks", "json")
@click.option("--asal", is_flag=True, help="Sebutkan juga berkas yang menetapkan setiap nilai.")
@profil
@aturan_dir
@pilih
@abaikan
@click.pass_context
def konfigurasi(context: click.Context, /, **options: Any) -> int:
    """Tampilkan isi berkas proyek, parameter, keparahan yang diubah, dan aturan yang padam.

    Berkas proyek (indikator.yaml) dicari dari folder BERKAS ke atas; tanpa BERKAS, dari folder ini. Yang belakangan
    berlaku: bawaan paket aturan, lalu profil, lalu berkas proyek, lalu pilihan pada perintah.
    """
    from indikator_rules.cli.konfigurasi import konfigurasi as run

    del options["berkas"]  # it has told where the project file is
    project = project_settings(context)
    overruled = {name for name in project if is_on_command_line(context, name)}
    return run(project=project, overruled=overruled, **options)


@indikator.group(cls=Kelompok)
def aturan() -> None:
    """Alat bagi penulis aturan."""


_RULE_FOLDER = click.argument("folder", required=False, type=_FILE, metavar="[FOLDER]")


@aturan.command()
@_RULE_FOLDER
@profil
@format_option("teks", "json")
def daftar(**options: Any) -> int:
    """Sebutkan semua aturan: kode, nama, dan judulnya."""
    from indikator_rules.cli.aturan import daftar as run

    return run(**options)


@aturan.command()
@_RULE_FOLDER
def cek(**options: Any) -> int:
    """Periksa apakah aturan ditulis dengan benar."""
    from indikator_rules.cli.aturan import cek as run

    return run(**options)


@aturan.command()
@_RULE_FOLDER
@click.option("--pilih", multiple=True, metavar="KODE", help="Hanya uji aturan ini; boleh diulang.")
def uji(**options: Any) -> int:
    """Jalankan contoh di dalam setiap aturan."""
    from indikator_rules.cli.aturan import uji as run

    return run(**options)


@aturan.command("format")
@click.argument("folder", type=_FILE, metavar="FOLDER")
@click.option("--cek", "only_check", is_flag=True, help="Hanya sebutkan berkas yang belum rapi; jangan ubah.")
def format_(folder: Path, *, only_check: bool) -> int:
    """Rapikan penulisan berkas aturan."""
    from indikator_rules.cli.aturan import cek_kerapian, rapikan

    return cek_kerapian(folder) if only_check else rapikan(folder)


@aturan.command()
@click.option("--indeks", is_flag=True, help="Tampilkan daftar semua kriteria dengan aturan, dasar, dan ukurannya.")
@click.option(
    "--periksa",
    "kept",
    type=_FILE,
    metavar="BERKAS",
    help="Hanya periksa apakah berkas ini masih sesuai.",
)
@ke
def dokumen(*, indeks: bool, kept: Path | None, ke: Path | None) -> int:
    """Tampilkan acuan bahasa aturan, atau daftar semua aturan."""
    from indikator_rules.cli.dokumen import compare, rule_index, show
    from indikator_rules.language.reference import reference

    parts = rule_index() if indeks else reference()
    return show(parts, ke) if kept is None else compare(parts, kept)


@indikator.command()
@click.argument(
    "nama", type=click.Choice(["dokumen", "laporan", "baris", "peta"]), metavar="dokumen|laporan|baris|peta"
)
@ke
def skema(**options: Any) -> int:
    """Tampilkan JSON Schema dokumen, laporan, baris, atau peta kolom."""
    from indikator_rules.cli.skema import skema as run

    return run(**options)


@indikator.command()
@click.argument("jenis", type=click.Choice(["xlsx"]), metavar="xlsx")
@click.option("--ke", type=_FILE, required=True, metavar="BERKAS", help="Berkas yang dibuat.")
def templat(**options: Any) -> int:
    """Buat lembar kerja kosong untuk diisi."""
    from indikator_rules.cli.skema import templat as run

    return run(**options)


__all__ = ["Perintah", "indikator"]
