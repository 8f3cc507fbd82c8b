"""The marked copy of a workbook: coloured cells with comments, and two more sheets; all else as it came."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from lxml import etree

from indikator_rules.finding import Severity
from indikator_rules.reporters import stylesheet
from indikator_rules.reporters.marks import AUTHOR, COLOURS, INKS, LIST_TITLE, Line, comment_lines, gravest, guide
from indikator_rules.reporters.package import (
    CONTENT_TYPES,
    OFFICE,
    add_part,
    declare_extension,
    parse,
    relate,
    related,
    relations,
    serialise,
)
from indikator_rules.reporters.sheets import WORKBOOK, add_formats, add_guide, add_list, spreadsheet_text
from indikator_rules.reporters.stylesheet import MAIN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from indikator_rules.finding import Report
    from indikator_rules.reporters.marks import Mark
    from indikator_rules.reporters.package import Parts

MOST_IN_COMMENT = 8
_STYLES = "xl/styles.xml"
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_AFTER_COMMENTS = frozenset(
    {"legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "tableParts", "extLst"}
)
"""What stands behind `legacyDrawing` in a sheet."""
_NAMESPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
"""Told on each shape too: a drawing may give these names other letters."""
_BOX = (
    f'<v:shapetype {_NAMESPACES} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Marks = dict[str, list["Mark"]]
"""The marks of one sheet by cell."""
Paints = dict[Severity, tuple[int, int]]
"""The fill and the frame of each severity."""


def empty_workbook() -> Parts:
    """The parts of a workbook to which no sheet has been added yet."""
    package = "http://schemas.openxmlformats.org/package/2006"
    return {
        CONTENT_TYPES: (
            f'<Types xmlns="{package}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/{WORKBOOK}" ContentType="{_SPREADSHEET}.sheet.main+xml"/></Types>'
        ).encode(),
        "_rels/.rels": (
            f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="{WORKBOOK}"/></Relationships>'
        ).encode(),
        WORKBOOK: (
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><bookViews><workbookView/></bookViews><sheets/></workbook>'
        ).encode(),
    }


def mark_workbook(parts: Parts, report: Report, marks: Sequence[Mark], origin: Sequence[str]) -> None:
    """Mark the cells of `marks` in the workbook `parts`, and add the two sheets; `origin` is as in `guide`."""
    styles_part = related(parts, WORKBOOK, "styles") or _add_styles(parts)
    styles = parse(parts[styles_part])
    stylesheet.complete(styles)
    fills = {severity: stylesheet.add_fill(styles, colour) for severity, colour in COLOURS.items()}
    frames = {severity: stylesheet.add_border(styles, colour, "medium") for severity, colour in INKS.items()}
    paints = {severity: (fills[severity], frames[severity]) for severity in Severity}
    for sheet, of_sheet in _by_sheet(parts, marks).items():
        _mark_sheet(parts, sheet, of_sheet, styles, paints)
    formats = add_formats(styles, fills)
    parts[styles_part] = serialise(styles)
    add_guide(parts, guide(report, marks, origin), formats)
    add_list(parts, marks, formats)


def _add_styles(parts: Parts) -> str:
    if _STYLES not in parts:
        add_part(parts, _STYLES, f"{_SPREADSHEET}.styles+xml", stylesheet.EMPTY)
    relate(parts, WORKBOOK, "styles", _STYLES)
    return _STYLES


def _by_sheet(parts: Parts, marks: Sequence[Mark]) -> dict[str, Marks]:
    """The marks by the part of their sheet and by cell."""
    targets = relations(parts, WORKBOOK)
    named = {
        sheet.get("name"): targets[sheet.get(f"{{{OFFICE}}}id")][1]
        for sheet in parse(parts[WORKBOOK]).iter(f"{{{MAIN}}}sheet")
        if sheet.get(f"{{{OFFICE}}}id") in targets
    }
    found: dict[str, Marks] = {}
    for mark in marks:
        for place in mark.places if mark.is_shown else ():
            if place.cell is not None and place.sheet in named:
                found.setdefault(named[place.sheet], {}).setdefault(place.cell, []).append(mark)
    return found


def _mark_sheet(parts: Parts, sheet: str, marks: Marks, styles: Any, paints: Paints) -> None:
    root = parse(parts[sheet])
    _colour(root, marks, styles, paints)
    boxes = _add_comments(parts, sheet, marks)
    if boxes:
        _add_shapes(parts, sheet, root, boxes)
    parts[sheet] = serialise(root)


# ---- cells


def _colour(root: Any, marks: Marks, styles: Any, paints: Paints) -> None:
    made: dict[tuple[int, Severity], int] = {}
    rows = dict(_numbered_rows(root.find(f"{{{MAIN}}}sheetData")))
    for reference, of_cell in marks.items():
        cell = _cell(root, rows, reference)
        key = int(cell.get("s", "0")), gravest(of_cell)
        if key not in made:
            made[key] = stylesheet.add_marked(styles, key[0], *paints[key[1]])
        cell.set("s", str(made[key]))


def _numbered_rows(data: Any) -> Iterator[tuple[int, Any]]:
    """The rows by number; one that does not tell its number follows the row before it."""
    number = 0
    for row in data.iterfind(f"{{{MAIN}}}row"):
        number = int(row.get("r", number + 1))
        yield number, row


def _cell(root: Any, rows: dict[int, Any], reference: str) -> Any:
    """The cell at `reference`; where the sheet has none, a new one in its place."""
    column, number = _position(reference)
    if number not in rows:
        rows[number] = _insert(root.find(f"{{{MAIN}}}sheetData"), "row", str(number), sum(n < number for n in rows))
    at = 0
    before = 0
    for cell in rows[number].iterfind(f"{{{MAIN}}}c"):
        at = _position(cell.get("r"))[0] if cell.get("r") else at + 1
        if at == column:
            return cell
        before += at < column
    rows[number].attrib.pop("spans", None)  # it may not cover the new cell
    return _insert(rows[number], "c", reference, before)


def _insert(parent: Any, tag: str, reference: str, at: int) -> Any:
    element = etree.Element(f"{{{MAIN}}}{tag}", r=reference)
    parent.insert(at, element)
    return element


def _position(reference: str) -> tuple[int, int]:
    """Column and row of a cell: "C14" -> (3, 14)."""
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return column, int(reference[len(letters) :])


# ---- comments


def _add_comments(parts: Parts, sheet: str, marks: Marks) -> dict[str, int]:
    """The height of the box of each new comment; a comment that a cell has already is continued, and has its box."""
    name = related(parts, sheet, "comments")
    if name is None or name not in parts:
        empty = f'<comments xmlns="{MAIN}"><authors/><commentList/></comments>'.encode()
        name = add_part(parts, "xl/comments{}.xml", f"{_SPREADSHEET}.comments+xml", empty)
        relate(parts, sheet, "comments", name)
    root = parse(parts[name])
    authors, comments = root.find(f"{{{MAIN}}}authors"), root.find(f"{{{MAIN}}}commentList")
    existing = {comment.get("ref"): comment for comment in comments}
    etree.SubElement(authors, f"{{{MAIN}}}author").text = AUTHOR
    boxes = {}
    for reference, of_cell in marks.items():
        lines = list(_lines(of_cell))
        if reference in existing:
            _write(existing[reference].find(f"{{{MAIN}}}text"), [None, *lines])
        else:
            comment = etree.SubElement(comments, f"{{{MAIN}}}comment", ref=reference, authorId=str(len(authors) - 1))
            _write(etree.SubElement(comment, f"{{{MAIN}}}text"), lines)
            boxes[reference] = _box_height(lines)
    parts[name] = serialise(root)
    return boxes


def _lines(marks: Sequence[Mark]) -> Iterator[Line | None]:
    """The lines of a comment on one cell; None is an empty line between findings."""
    graver_first = sorted(marks, key=lambda mark: mark.finding.severity.rank)
    for at, mark in enumerate(graver_first[:MOST_IN_COMMENT]):
        if at:
            yield None
        yield from comment_lines(mark)
    hidden = len(marks) - MOST_IN_COMMENT
    if hidden > 0:
        yield None
        yield Line("", f"… dan {hidden} temuan lain; lihat lembar “{LIST_TITLE}”.")


def _write(text: Any, lines: Sequence[Line | None]) -> None:
    """Add `lines` to the rich text of a comment; plain text that stands there is kept as its first run."""
    if (plain := text.find(f"{{{MAIN}}}t")) is not None:
        etree.SubElement(text, f"{{{MAIN}}}r").append(plain)
    for at, line in enumerate(lines):
        end = "\n" if at < len(lines) - 1 else ""
        if line is None:
            _run(text, "\n", bold=False)
            continue
        if line.label:
            _run(text, line.label + ("" if line.text else end), bold=True)
        if line.text:
            _run(text, line.text + end, bold=False)


def _run(text: Any, words: str, *, bold: bool) -> None:
    run = etree.SubElement(text, f"{{{MAIN}}}r")
    properties = etree.SubElement(run, f"{{{MAIN}}}rPr")
    if bold:
        etree.SubElement(properties, f"{{{MAIN}}}b")
    etree.SubElement(properties, f"{{{MAIN}}}sz", val="9")
    etree.SubElement(properties, f"{{{MAIN}}}rFont", val="Tahoma")
    written = etree.SubElement(run, f"{{{MAIN}}}t")
    written.set(_SPACE, "preserve")
    written.text = spreadsheet_text(words)


# ---- shapes: without a VML shape Excel shows no comment


def _add_shapes(parts: Parts, sheet: str, root: Any, boxes: Mapping[str, int]) -> None:
    """Add a box for each cell of `boxes`, as high as they say, to the legacy drawing of a sheet.

    The drawing is changed as text: Excel writes VML that is not always XML.
    """
    legacy = root.find(f"{{{MAIN}}}legacyDrawing")
    name = _new_drawing(parts, sheet, root) if legacy is None else _drawing(parts, sheet, legacy)
    before, end, after = parts[name].rpartition(b"</xml>")
    taken = max((int(number) for number in re.findall(rb"_x0000_s(\d+)", before)), default=1024)
    shapes = [_shape(f"_x0000_s{number}", cell, boxes[cell]) for number, cell in enumerate(boxes, start=taken + 1)]
    kind = "" if b'id="_x0000_t202"' in before else _BOX
    parts[name] = before + "".join([kind, *shapes]).encode() + end + after


def _drawing(parts: Parts, sheet: str, legacy: Any) -> str:
    return relations(parts, sheet)[legacy.get(f"{{{OFFICE}}}id")][1]


def _new_drawing(parts: Parts, sheet: str, root: Any) -> str:
    name = add_part(parts, "xl/drawings/vmlDrawing{}.vml", _VML, f"<xml {_NAMESPACES}></xml>".encode())
    declare_extension(parts, "vml", _VML)
    element = etree.Element(f"{{{MAIN}}}legacyDrawing")
    element.set(f"{{{OFFICE}}}id", relate(parts, sheet, "vmlDrawing", name))
    later = (child for child in root if isinstance(child.tag, str) and etree.QName(child).localname in _AFTER_COMMENTS)
    if (next_element := next(later, None)) is None:
        root.append(element)
    else:
        next_element.addprevious(element)
    return name


def _box_height(lines: Sequence[Line | None]) -> int:
    """The height that the text of a comment asks for, in points."""
    shown = sum(1 + (len(line.label + line.text) // 52 if line else 0) for line in lines)
    return min(13 * shown + 16, 400)


def _shape(name: str, cell: str, height: int) -> str:
    """A hidden box beside a cell."""
    column, row = _position(cell)
    return (
        f'<v:shape {_NAMESPACES} id="{name}" type="#_x0000_t202" fillcolor="#ffffe1" o:insetmode="auto" '
        f'style="position:absolute;margin-left:60pt;margin-top:2pt;width:300pt;height:{height}pt;z-index:1;'
        'visibility:hidden"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
        '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill>'
        f"<x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column></x:ClientData></v:shape>"
    )
