"""Dossier codes are allotted once: the serial of an agency on a day grows in the transaction that
uses it, so a rolled-back reception takes no number and two receptions never share one."""

from __future__ import annotations

from datetime import date

from django.db import connection

from motcua.agencies.queries import ancestors
from motcua.agencies.rows import AgencyRow
from motcua.database.periods import in_force
from motcua.dossiers.models import DossierSerial, NumberPattern
from motcua.dossiers.rules.numbering import DEFAULT_PATTERN, AgencyCodeMissing, dossier_code
from motcua.ledger.caching import kept_by_revision

NEXT_SERIAL = (
    "INSERT INTO {table} (agency_id, day, last) VALUES (%s, %s, 1) "
    "ON CONFLICT (agency_id, day) DO UPDATE SET last = {table}.last + 1 RETURNING last"
)


def allot_code(agency: AgencyRow, day: date) -> str:
    """The next code of this agency on this day. Call inside the transaction of the reception.

    Refusals: AgencyCodeMissing, PatternFaulty.
    """
    if not agency.code:
        raise AgencyCodeMissing(agency=agency.name)
    serial = _next_serial(agency.id, day)
    return dossier_code(
        number_pattern(agency.id, day), agency_code=agency.code, day=day, serial=serial
    )


def _next_serial(agency_id: int, day: date) -> int:
    # One statement, and the row stays locked until commit: the ORM would need two.
    with connection.cursor() as cursor:
        table = connection.ops.quote_name(DossierSerial._meta.db_table)
        cursor.execute(NEXT_SERIAL.format(table=table), [agency_id, day])
        return int(cursor.fetchone()[0])


@kept_by_revision
def number_pattern(agency_id: int, day: date) -> str:
    """The pattern set for the agency or the nearest above it, else for the country, else our own."""
    rows = NumberPattern.objects.filter(in_force(day))
    patterns = dict(rows.values_list("agency_id", "pattern"))
    for place in (agency_id, *ancestors(agency_id, day), None):
        if place in patterns:
            return patterns[place]
    return DEFAULT_PATTERN
