"""What an import did, or would do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from motcua.procedures.rules.content import Difference
from motcua.procedures.rules.refused import RefusedRecord


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportedVersion:
    """A version that is new, or that follows another; `differences` only for the latter."""

    record_id: str
    code: str
    place: str
    name: str
    valid_from: date
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportReport:
    """All records of a document are in exactly one of these lists."""

    new: tuple[ImportedVersion, ...] = ()
    changed: tuple[ImportedVersion, ...] = ()
    unchanged: tuple[str, ...] = ()
    refused: tuple[RefusedRecord, ...] = ()

    @property
    def count(self) -> int:
        return len(self.new) + len(self.changed) + len(self.unchanged) + len(self.refused)
