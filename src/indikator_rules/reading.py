"""What an importer hands over: one document, where its fields stand, and what was noticed while reading it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from indikator_rules.location import Locations

if TYPE_CHECKING:
    from indikator_rules.finding import Finding
    from indikator_rules.model.dokumen import Dokumen
    from indikator_rules.model.pembacaan import Pembacaan


@dataclass(frozen=True, slots=True)
class Reading:
    """One document as understood. Findings are notes about the reading, never about the quality of the document.

    `persons` are names that stand around the cascade, as on forms and in signatures: they are known to be names.
    `pembacaan` tells how sure the reading is, and what found no place; None where a document was written as one.
    """

    dokumen: Dokumen
    locations: Locations = field(default_factory=Locations)
    findings: tuple[Finding, ...] = ()
    persons: tuple[str, ...] = ()
    pembacaan: Pembacaan | None = None
