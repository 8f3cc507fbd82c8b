"""The marked copy of a Word document: shaded cells with comments, and pages at its end; all else as it came."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree

from indikator_rules.reporters.appendix import add_pages
from indikator_rules.reporters.marks import AUTHOR, COLOURS, comment_lines, gravest, guide
from indikator_rules.reporters.package import add_part, parse, relate, related, serialise
from indikator_rules.reporters.word import Place, W, bookmark_name, cells_by_place, paragraphs_of, run_of, shading, sub

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indikator_rules.finding import Finding, Report
    from indikator_rules.reporters.marks import Line, Mark
    from indikator_rules.reporters.package import Parts

DOCUMENT = "word/document.xml"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_AFTER_SHADING = frozenset(
    f"{W}{tag}"
    for tag in ("noWrap", "tcMar", "textDirection", "tcFitText", "vAlign", "hideMark", "headers", "tcPrChange")
)
_NO_FILL = frozenset({None, "auto", "FFFFFF"})


def mark_word(parts: Parts, report: Report, marks: Sequence[Mark], origin: Sequence[str]) -> None:
    """Mark the table cells of `marks` in the document `parts`, and add the pages; `origin` is as in `guide`."""
    root = parse(parts[DOCUMENT])
    body = root.find(f"{W}body")
    cells = cells_by_place(body)
    found = {place: of_place for place, of_place in _by_place(marks).items() if place in cells}
    if found:
        _mark_cells(parts, root, {place: cells[place] for place in found}, found)
    add_pages(body, guide(report, marks, origin), marks, set(found))
    parts[DOCUMENT] = serialise(root)


def _by_place(marks: Sequence[Mark]) -> dict[Place, list[Mark]]:
    found: dict[Place, list[Mark]] = {}
    for mark in marks:
        for place in mark.places if mark.is_shown else ():
            if place.table is not None and place.table_row is not None and place.table_column is not None:
                found.setdefault((place.table, place.table_row, place.table_column), []).append(mark)
    return found


def _mark_cells(parts: Parts, root: Any, cells: dict[Place, Any], marks: dict[Place, list[Mark]]) -> None:
    name = _comments_part(parts)
    comments = parse(parts[name])
    bookmarks = _next_id(root.iter(f"{W}bookmarkStart"))
    for number, (place, of_place) in enumerate(marks.items(), start=bookmarks):
        _shade(cells[place], COLOURS[gravest(of_place)])
        for mark in of_place:
            identity = _add_comment(comments, comment_lines(mark))
            _anchor(cells[place], identity, _words(mark.finding))
        _bookmark(cells[place], number, bookmark_name(place))
    parts[name] = serialise(comments)


def _words(finding: Finding) -> str:
    """The words in question; empty when a finding is about the whole text."""
    start, end = finding.span or (0, 0)
    return (finding.text or "")[start:end]


def _next_id(elements: Iterable[Any]) -> int:
    return max((int(element.get(f"{W}id", 0)) for element in elements), default=0) + 1


# ---- cells


def _shade(cell: Any, colour: str) -> None:
    """Fill the cell; where it had a fill before, coloured text turns black, for it was chosen for that fill."""
    properties = cell.find(f"{W}tcPr")
    if properties is None:
        properties = etree.Element(f"{W}tcPr")
        cell.insert(0, properties)
    before = properties.find(f"{W}shd")
    if before is not None:
        if before.get(f"{W}fill") not in _NO_FILL:
            _blacken(cell)
        properties.remove(before)
    later = next((child for child in properties if child.tag in _AFTER_SHADING), None)
    properties.append(shading(colour)) if later is None else later.addprevious(shading(colour))


def _blacken(cell: Any) -> None:
    for colour in cell.iter(f"{W}color"):
        colour.attrib.clear()
        colour.set(f"{W}val", "000000")


def _bookmark(cell: Any, number: int, name: str) -> None:
    """A place for links to jump to, at the beginning of the cell."""
    paragraph = paragraphs_of(cell)[0]
    start = etree.Element(f"{W}bookmarkStart", {f"{W}id": str(number), f"{W}name": name})
    end = etree.Element(f"{W}bookmarkEnd", {f"{W}id": str(number)})
    at = _begin(paragraph)
    paragraph.insert(at, start)
    paragraph.insert(at + 1, end)


def _begin(paragraph: Any) -> int:
    return int(len(paragraph) > 0 and paragraph[0].tag == f"{W}pPr")


# ---- comments


def _comments_part(parts: Parts) -> str:
    name = related(parts, DOCUMENT, "comments")
    if name is None or name not in parts:
        empty = serialise(etree.Element(f"{W}comments", nsmap={"w": W[1:-1]}))
        name = add_part(parts, "word/comments{}.xml", _COMMENTS, empty)
        relate(parts, DOCUMENT, "comments", name)
    return name


def _add_comment(comments: Any, lines: Iterable[Line]) -> str:
    """The id of a new comment."""
    identity = str(_next_id(comments))
    comment = sub(comments, "comment", id=identity, author=AUTHOR, initials="IR")
    for line in lines:
        paragraph = sub(comment, "p")
        if line.label:
            paragraph.append(run_of(line.label, bold=True))
        if line.text:
            paragraph.append(run_of(line.text))
    return identity


def _anchor(cell: Any, identity: str, words: str) -> None:
    """Hang a comment on `words` where the cell holds them within one paragraph, else on the whole cell."""
    start = etree.Element(f"{W}commentRangeStart", {f"{W}id": identity})
    end = etree.Element(f"{W}commentRangeEnd", {f"{W}id": identity})
    reference = etree.Element(f"{W}r")
    sub(reference, "commentReference", id=identity)
    paragraphs = paragraphs_of(cell)
    runs = next((found for paragraph in paragraphs if words and (found := _runs_with(paragraph, words))), None)
    if runs is None:
        paragraphs[0].insert(_begin(paragraphs[0]), start)
        paragraphs[-1].append(end)
    else:
        runs[0].addprevious(start)
        runs[-1].addnext(end)
    end.addnext(reference)


def _runs_with(paragraph: Any, words: str) -> list[Any]:
    """The runs that make up the first occurrence of `words`, split from the text around them; none if it has none."""
    texts = [text for text in paragraph.iter(f"{W}t") if text.getparent().tag == f"{W}r"]
    start = "".join(text.text or "" for text in texts).find(words)
    if start < 0:
        return []
    runs = []
    at = 0
    for text in texts:
        begin, end = max(start - at, 0), start + len(words) - at
        at += len(text.text or "")
        if begin < len(text.text or "") and end > 0:
            runs.append(_cut(text, begin, end))
    return runs


def _cut(text: Any, begin: int, end: int) -> Any:
    """The run of `text` with its characters from `begin` to `end` alone; one that holds more than text stays whole."""
    run = text.getparent()
    if any(child.tag not in (f"{W}rPr", f"{W}t") for child in run) or len(run.findall(f"{W}t")) > 1:
        return run
    written = text.text
    for rest, add in ((written[:begin], run.addprevious), (written[end:], run.addnext)):
        if rest:
            add(run_of(rest, properties=run.find(f"{W}rPr")))
    text.text = written[begin:end]
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run
