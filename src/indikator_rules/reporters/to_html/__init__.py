"""A report as one HTML page: the cascade as pictures, charts, and findings that can be searched, folded and printed."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from indikator_rules.finding import Severity, Status
from indikator_rules.model.angka import write_angka
from indikator_rules.obstacles import by_reason
from indikator_rules.principles import criteria, principles
from indikator_rules.reporters.marks import COLOURS, INKS, colour_lines
from indikator_rules.reporters.neutral import one_line
from indikator_rules.reporters.shares import shares
from indikator_rules.reporters.to_html import cards, charts, content, drawing, outline, overview
from indikator_rules.reporters.to_json import tool_version

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indikator_rules.finding import Finding, Report
    from indikator_rules.location import Location
    from indikator_rules.reading import Reading

MOST_PLACES = 3
"""Named of each finding; and of texts that lack something, at a stage."""
LETTERS = {severity: severity.label[0] for severity in Severity}
"""The mark of each severity where there is no room for words: colour never tells alone."""


def to_html(report: Report, readings: Sequence[Reading]) -> str:
    """The page on `report`, with the trees of `readings`, which it was made from. It asks no network for anything."""
    style = page_style()
    script = _asset("laporan.js")
    documents = content.sections(report, readings)
    listed = [one for section in documents for one in section.findings if one.finding.stands]
    return environment().get_template("laporan.html").render(
        report=report,
        version=tool_version(),
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - likewise
        policy=policy(style, script),
        documents=documents,
        listed=listed,
        meanings=[*colour_lines()],
        charts=_charts(listed),
        principles=shares(report, principles()),
        criteria=shares(report, criteria()),
        waived=[finding for finding in report.findings if finding.waiver is not None],
        known=[finding for finding in report.findings if finding.known and not finding.is_note],
        notes=content.notes(report),
        unjudged=by_reason(report.assessments, Status.TIDAK_DAPAT_DINILAI),
        questions=by_reason(report.assessments, Status.PERLU_MANUSIA),
        crashed=by_reason(report.assessments, Status.GAGAL),
    )  # fmt: skip


@cache
def environment() -> Environment:
    """What fills in the templates."""
    environment = Environment(
        loader=PackageLoader("indikator_rules.reporters.to_html", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )
    environment.filters.update(angka=write_angka, letak=_where, tertulis=_marked)
    environment.globals.update(
        letters=LETTERS,
        cards=cards,
        chart=charts,
        between=drawing.BETWEEN,
        levels=outline.levels,
        page_width=overview.PAGE_WIDTH,
        most=content.MOST_FINDINGS,
        places=MOST_PLACES,
        said=cards.said,
    )
    return environment


def _shown(value: object) -> object:
    """`value` as the page shows it: text from documents on one line, without marks that hide or turn words."""
    return one_line(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _colours() -> str:
    """The colours of severities, those of marked copies, by name."""
    named = [f"--pale-{severity}:#{COLOURS[severity]};--ink-{severity}:#{INKS[severity]}" for severity in Severity]
    return f":root{{{';'.join(named)}}}\n"


def page_style() -> str:
    """The style of a page."""
    return _colours() + _asset("laporan.css")


def policy(style: str, script: str = "") -> str:
    """What a browser lets a page do: show itself with this style, run this script, and ask no one for anything."""
    allowed = f"style-src '{_hash(style)}'" + (f"; script-src '{_hash(script)}'" if script else "")
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _charts(listed: Sequence[content.Listed]) -> list[charts.Chart]:
    by_unit = charts.chart_of("Temuan menurut unit", ((one.unit, one.finding.severity) for one in listed))
    kinds = ((f"{one.finding.code} {one.finding.name}", one.finding.severity) for one in listed)
    by_kind = charts.chart_of("Temuan menurut kriteria", kinds)
    return [one for one in (by_unit, by_kind) if one is not None]


def _where(places: tuple[Location, ...]) -> str:
    """The first places, with the file where it is another than that before, and how many more there are."""
    before = ("", *(place.file for place in places))
    named = [", ".join(_parts(place, file)) for place, file in zip(places, before, strict=False)]
    more = len(named) - MOST_PLACES
    return " · ".join(named[:MOST_PLACES]) + (f" · dan {write_angka(more)} tempat lain" if more > 0 else "")


def _parts(place: Location, file: str) -> list[str]:
    """The file, unless it is `file`, and what is said of the place in it."""
    return [part for part in (place.file if place.file != file or not str(place) else "", str(place)) if part]


def _marked(finding: Finding) -> tuple[str, str, str]:
    """The text as written: what stands before the words in question, these, and what stands after."""
    text = finding.text or ""
    start, end = finding.span or (0, 0)
    return text[:start], text[start:end], text[end:]
