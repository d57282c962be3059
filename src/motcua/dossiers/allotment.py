"""Dossier codes are allotted once: the serial of an agency on a day grows in the transaction that
uses it, so a rolled-back reception takes no number and two receptions never share one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from motcua.agencies.queries import ancestors
from motcua.agencies.rows import AgencyRow
from motcua.database.periods import in_force
from motcua.database.statements import Statement
from motcua.dossiers.models import NumberPattern
from motcua.dossiers.rules.numbering import DEFAULT_PATTERN, AgencyCodeMissing, dossier_code
from motcua.kernel.refusal import Refusal
from motcua.ledger.caching import kept_by_revision

NEXT_SERIAL = (
    "INSERT INTO dossiers_dossierserial (agency_id, day, last) VALUES (%s, %s, 1) "
    "ON CONFLICT (agency_id, day) DO UPDATE SET last = dossiers_dossierserial.last + 1 "
    "RETURNING last"
)


NEXT_LINE = (
    "INSERT INTO dossiers_dossierregister (agency_id, year, last, closed_by, digest) "
    "VALUES (%s, %s, 1, '', '') ON CONFLICT (agency_id, year) "
    "DO UPDATE SET last = dossiers_dossierregister.last + 1 "
    "WHERE dossiers_dossierregister.closed_at IS NULL RETURNING last"
)


class RegisterIsClosed(Refusal):
    """The register of that year takes no more lines."""

    code = "register-is-closed"


def next_line(agency_id: int, year: int) -> Statement:
    """Asks for the next line of the register of that year; nothing when it is closed."""
    return Statement(NEXT_LINE, (agency_id, year))


def line_given(answer: Any, year: int) -> int:
    """The line that `next_line` was answered with. Refusals: RegisterIsClosed."""
    if answer is None:
        raise RegisterIsClosed(field="received_at", year=year)
    return int(answer)


@dataclass(frozen=True, slots=True)
class Numbering:
    """How the dossiers of one agency on one day are numbered."""

    agency_id: int
    agency_code: str
    day: date
    pattern: str

    def next_serial(self) -> Statement:
        """Asks for the next serial; its row stays locked until commit."""
        day = connection.ops.adapt_datefield_value(self.day)
        return Statement(NEXT_SERIAL, (self.agency_id, day))

    def code(self, serial: int) -> str:
        """Refusals: PatternFaulty."""
        return dossier_code(self.pattern, agency_code=self.agency_code, day=self.day, serial=serial)


@dataclass(frozen=True, slots=True)
class CodeGiven:
    """A dossier that another installation has received keeps its code; none is allotted here."""

    text: str

    def next_serial(self) -> Statement:
        return Statement("SELECT 0")

    def code(self, _serial: int) -> str:
        return self.text


def numbering(agency: AgencyRow, day: date) -> Numbering:
    """Refusals: AgencyCodeMissing."""
    if not agency.code:
        raise AgencyCodeMissing(agency=agency.name)
    return Numbering(agency.id, agency.code, day, number_pattern(agency.id, day))


@kept_by_revision
def number_pattern(agency_id: int, day: date) -> str:
    """The pattern set for the agency or the nearest above it, else for the country, else our own."""
    rows = NumberPattern.objects.filter(in_force(day))
    patterns = dict(rows.values_list("agency_id", "pattern"))
    for place in (agency_id, *ancestors(agency_id, day), None):
        if place in patterns:
            return patterns[place]
    return DEFAULT_PATTERN
