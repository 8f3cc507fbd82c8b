"""A document as YAML or JSON text, in the shape that the importers read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal

import yaml

if TYPE_CHECKING:
    from indikator_rules.model.dokumen import Dokumen
    from indikator_rules.model.pembacaan import Pembacaan

_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def write_dokumen(
    dokumen: Dokumen,
    format: Literal["yaml", "json"] = "yaml",  # noqa: A002 - the CLI's word
    pembacaan: Pembacaan | None = None,
) -> str:
    """`dokumen` as text, and below it how it was read, absent fields left out; reading it again gives equal values."""
    content = dokumen.model_dump(mode="json", exclude_defaults=True)
    if pembacaan is not None:
        content["pembacaan"] = pembacaan.model_dump(mode="json", exclude_defaults=True)
    if format == "json":
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    return str(yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120))
