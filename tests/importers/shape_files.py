"""Workbooks with shapes and text boxes on a sheet, as Excel writes them."""

import re
import zipfile
from xml.sax.saxutils import escape

import openpyxl

_SPACES = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SMART_ART = (
    '<xdr:graphicFrame><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram">'
    '<dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="rId9"/>'
    "</a:graphicData></a:graphic></xdr:graphicFrame>"
)


def shape(number, text, colour=None, frame=""):
    """A shape; each line of `text` is a paragraph."""
    fill = f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>' if colour else "<a:noFill/>"
    paragraphs = "".join(f"<a:p><a:r><a:t>{escape(line)}</a:t></a:r></a:p>" for line in text.split("\n"))
    return (
        f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="{number}" name="Kotak {number}"/><xdr:cNvSpPr/></xdr:nvSpPr>'
        f"<xdr:spPr>{frame}{fill}</xdr:spPr><xdr:txBody><a:bodyPr/>{paragraphs}</xdr:txBody></xdr:sp>"
    )


def connector(number, glued=None, frame=""):
    """A line, glued to the shapes of two numbers or to none."""
    first, last = glued or (None, None)
    ends = f'<a:stCxn id="{first}" idx="2"/><a:endCxn id="{last}" idx="0"/>' if glued else ""
    return (
        f'<xdr:cxnSp><xdr:nvCxnSpPr><xdr:cNvPr id="{number}" name="Garis {number}"/>'
        f"<xdr:cNvCxnSpPr>{ends}</xdr:cNvCxnSpPr></xdr:nvCxnSpPr><xdr:spPr>{frame}</xdr:spPr></xdr:cxnSp>"
    )


def frame(x, y, width, height, flip=""):
    """Where a part of a group lies, in the numbers of the group."""
    return f'<a:xfrm {flip}><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def group(x, y, width, height, *parts):
    """Parts that lie together, measured from x, y over width and height."""
    inner = f'<a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/>'
    inner += inner.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
    return f"<xdr:grpSp><xdr:grpSpPr><a:xfrm>{inner}</a:xfrm></xdr:grpSpPr>{''.join(parts)}</xdr:grpSp>"


def anchored(place, content):
    """An anchor from the corner of one cell to that of another: column, row, column, row, all from 0."""
    left, top, right, bottom = place
    corners = "".join(
        f"<xdr:{name}><xdr:col>{int(column)}</xdr:col><xdr:colOff>{round(column % 1 * 609600)}</xdr:colOff>"
        f"<xdr:row>{int(row)}</xdr:row><xdr:rowOff>{round(row % 1 * 190500)}</xdr:rowOff></xdr:{name}>"
        for name, column, row in (("from", left, top), ("to", right, bottom))
    )
    return f"<xdr:twoCellAnchor>{corners}{content}<xdr:clientData/></xdr:twoCellAnchor>"


def workbook(path, *anchors, rows=()):
    """A workbook of one sheet, "Pohon", with these anchors, and `rows` in its cells."""
    book = openpyxl.Workbook()
    book.active.title = "Pohon"
    for row in rows:
        book.active.append(row)
    book.save(path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    drawing = f'<drawing xmlns:r="{_OFFICE}" r:id="rId1"/>'.encode()
    parts[sheet] = re.sub(rb"</worksheet>$", drawing + b"</worksheet>", parts[sheet])
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/drawing" Target="../drawings/drawing1.xml"/></Relationships>'
    ).encode()
    parts["xl/drawings/drawing1.xml"] = f"<xdr:wsDr {_SPACES}>{''.join(anchors)}</xdr:wsDr>".encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path
