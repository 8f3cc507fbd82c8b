"""Checks the documents that were dropped on periksa.bat; what is found is written beside each of them."""

from __future__ import annotations

import os
import re
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from indikator_rules.cli import run
from indikator_rules.cli.output import say
from indikator_rules.reporters.to_salinan import copy_suffix

_BATCH = re.compile(r'periksa\.bat"?(?=\s|$)', re.IGNORECASE)
_NAME = re.compile(r'"([^"]*)"|([^\s"]+)')


def dropped(line: str, arguments: list[str]) -> list[Path]:
    """The files that `line`, the whole command line, names after the batch file; else those of `arguments`.

    Explorer writes a name such as a&b.docx without quotes. What the batch file is given then ends at the mark, which
    begins another command; the line as a whole still has the name.
    """
    _, *named = _BATCH.split(line, maxsplit=1)
    if not named:
        return [Path(name) for name in arguments]
    return [Path(quoted or bare) for quoted, bare in _NAME.findall(named[0].rstrip().removesuffix('"'))]


def check(document: Path) -> bool:
    """Whether the document could be checked. What is wrong otherwise has been said."""
    if document.is_dir():
        say(f'"{document.name}" adalah folder. Seret berkasnya, boleh beberapa sekaligus.')
        return False
    say(f'Memeriksa "{document.name}". Mohon tunggu.')
    written = {
        "--salinan": document.with_name(f"{document.stem} - bertanda{copy_suffix(document)}"),
        "--catatan": document.with_name(f"{document.stem} - catatan hasil reviu.docx"),
        "--html": document.with_name(f"{document.stem} - laporan.html"),
    }
    options = [str(word) for option in written.items() for word in option]
    with redirect_stdout(StringIO()):
        code = run(["periksa", str(document), *options])
    if code not in (0, 1):
        say("Tidak semuanya dapat diperiksa; baca pesan di atas.")
        return False
    names = ", ".join(f'"{file.name}"' for file in written.values())
    say(f"Selesai. Di samping dokumen itu sekarang ada {names}.")
    if sys.platform == "win32":
        os.startfile(written["--html"])  # noqa: S606 - the reader is shown the page
    return True


if __name__ == "__main__":
    checked = [check(document) for document in dropped(os.environ.get("BARIS", ""), sys.argv[1:])]
    sys.exit(not all(checked))
