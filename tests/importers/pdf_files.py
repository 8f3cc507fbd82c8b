"""PDF files made on the spot: lines of text, tables with and without rules, boxes joined by lines."""

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen import canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

BODY = ParagraphStyle("isi", fontName="Helvetica", fontSize=8, leading=10)
SMALL = ParagraphStyle("kecil", fontName="Helvetica", fontSize=4.5, leading=5.2)
NEW_PAGE = PageBreak()


def ruled(rows, widths, *, repeat=0, shade=0, style=BODY, middle=False):
    """A table; "<" continues the cell to the left and "^" the cell above (true merges)."""
    commands = [
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE" if middle else "TOP"),
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
    ]
    if shade:
        commands.append(("BACKGROUND", (0, 0), (-1, shade - 1), colors.lightblue))
    commands += [("SPAN", first, last) for first, last in _spans(rows)]
    cells = [
        ["" if text in {"<", "^"} else Paragraph(text.replace("\n", "<br/>"), style) for text in row] for row in rows
    ]
    return Table(cells, colWidths=widths, repeatRows=repeat, style=TableStyle(commands), hAlign="LEFT")


def _spans(rows):
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            if text in {"<", "^"}:
                continue
            right = column
            while right + 1 < len(row) and row[right + 1] == "<":
                right += 1
            down = at
            while down + 1 < len(rows) and rows[down + 1][column] == "^":
                down += 1
            if (right, down) != (column, at):
                yield (column, at), (right, down)


def write(path, *blocks, title=None, compressed=True):
    """A PDF of lines (strings) and tables; `title` runs at the foot of every page."""

    def foot(page, document):
        if title:
            page.setFont("Helvetica", 8)
            page.drawString(60, 25, f"{title} {document.page}")

    document = SimpleDocTemplate(
        str(path),
        pagesize=A4,
        leftMargin=50,
        rightMargin=50,
        topMargin=60,
        bottomMargin=60,
        pageCompression=int(compressed),
    )
    story = [Paragraph(block, BODY) if isinstance(block, str) else block for block in blocks]
    document.build(story or [Spacer(1, 1)], onFirstPage=foot, onLaterPages=foot)
    return path


def draw(path, *pages):
    """A PDF whose pages are drawn: each a function of the page to draw on."""
    page = canvas.Canvas(str(path), pagesize=landscape(A4))
    for paint in pages:
        paint(page)
        page.showPage()
    page.save()
    return path


def box(page, place, lines, colour=None, radius=0):
    """A box at x, y (of its lower left corner), width, height, with `lines` from its upper edge down."""
    x, y, width, height = place
    page.setFillColor(colour or colors.white)
    if radius:
        page.roundRect(x, y, width, height, radius, fill=1)
    else:
        page.rect(x, y, width, height, fill=1)
    page.setFillColor(colors.black)
    page.setFont("Helvetica", 8)
    for at, line in enumerate(lines):
        page.drawString(x + 6, y + height - 12 - 11 * at, line)


def join(page, upper, *lower):
    """Lines from the foot of a box over a beam to the heads of others."""
    x, y, width, _ = upper
    middle = x + width / 2
    heads = [(place[0] + place[2] / 2, place[1] + place[3]) for place in lower]
    beam = (y + max(head[1] for head in heads)) / 2
    page.line(middle, y, middle, beam)
    for across, top in heads:
        page.line(middle, beam, across, beam)
        page.line(across, beam, across, top)


def columns(page, top, starts, *rows, leading=10, gap=8):
    """A table without rules: columns that begin at `starts`, rows whose cells may have several lines."""
    page.setFont("Helvetica", 8)
    for row in rows:
        cells = [text.split("\n") for text in row]
        for start, lines in zip(starts, cells, strict=True):
            for at, line in enumerate(lines):
                page.drawString(start, top - leading * at, line)
        top -= leading * max(map(len, cells)) + gap
