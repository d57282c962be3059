"""A report counted now, by whoever may see it. What a closed period told is in `queries.closed`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.utils import translation

from motcua.agencies.queries import units_of
from motcua.dossiers.queries.figures import Period
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound
from motcua.reports.composing import Heading, Line, compose, told_agency, with_checks
from motcua.reports.queries.by_agency import agency_lines
from motcua.reports.queries.by_officer import officer_lines
from motcua.reports.queries.by_procedure import procedure_lines, sector_lines
from motcua.reports.queries.counting import Counting
from motcua.reports.queries.rights import Reported, agencies_reported
from motcua.reports.rules.definitions import Definition, definition_on
from motcua.reports.rules.identities import follows
from motcua.reports.rules.periods import period_of
from motcua.reports.vocabulary import (
    Check,
    Counted,
    Identity,
    Report,
    ReportAsked,
    ReportName,
    Told,
)

OFFICIAL_LANGUAGE = "vi"
Builder = Callable[[Counting], tuple[list[Line], Counted]]

BUILDERS: dict[ReportName, Builder] = {
    ReportName.II06A: sector_lines,
    ReportName.ON_TIME: agency_lines,
    ReportName.ONLINE_SHARE: procedure_lines,
    ReportName.OFFICERS: officer_lines,
}


def report(actor: Actor, asked: ReportAsked, *, at: datetime) -> Report:
    """The report as counted at `at`, in Vietnamese, its arithmetic checked; never the closed one.

    At most seven queries beside what is kept of the catalogue, whatever the length of the period
    (by officer, of a period that is over; the others six).
    Refusals: NotPermitted, NotFound, PeriodFaulty.
    """
    period = period_of(asked.from_day, asked.until_day)
    reported = agencies_reported(
        actor,
        asked.agency_id,
        asked.with_subordinates,
        at=at,
        until_day=asked.until_day,
        unit_id=asked.unit_id,
    )
    definition = definition_on(asked.name, asked.until_day)
    counting = Counting(reported=reported, period=Period(asked.from_day, asked.until_day), at=at)
    lines, total = BUILDERS[asked.name](counting)
    heading = Heading(
        definition=definition,
        agency=told_agency(reported.agency),
        unit=_unit(reported),
        agencies=tuple(told_agency(part.agency) for part in reported.parts),
        with_subordinates=asked.with_subordinates,
        period=period,
        counted_at=at,
    )
    with translation.override(OFFICIAL_LANGUAGE):
        made = compose(heading, lines, total)
    return with_checks(made, *_before(definition, counting, total))


def _before(definition: Definition, counting: Counting, total: Counted) -> tuple[Check, ...]:
    """Column 6 against what was open at the end of the day before. One query."""
    if Identity.PREVIOUS not in definition.identities:
        return ()
    day = counting.period.from_day - timedelta(days=1)
    return (follows(total.whole, counting.on(day).open),)


def _unit(reported: Reported) -> Told | None:
    """The unit that alone is told of; one without a name stands for work that lies with none.
    Refusals: NotFound."""
    if not reported.unit_id:
        return None if reported.unit_id is None else Told(slug="-", name="")
    for unit in units_of(reported.agency.id, reported.day):
        if unit.id == reported.unit_id:
            return Told(slug=unit.slug, name=unit.name)
    raise NotFound(kind="unit")
