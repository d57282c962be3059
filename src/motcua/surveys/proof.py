"""Do the tallies say what invitations and answers say, and does nobody's answer count twice?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, Sum

from motcua.kernel.event import plain
from motcua.ledger.agreement import Compared, State, differences
from motcua.surveys.models import FollowUp, Invitation, SurveyAnswer, SurveyDevice, SurveyTally
from motcua.surveys.projections import fold
from motcua.surveys.rules.scores import COUNTED, Counts
from motcua.surveys.vocabulary import TallyGrain

FOLLOW_UP = "follow-up"
DEVICE = "survey-device"
KEY = ("agency_id", "day", "procedure_id", "occasion")


@dataclass(frozen=True, slots=True)
class SurveyFlaw:
    """What does not agree: the cell, and the counts that differ."""

    place: str
    fields: tuple[str, ...]


def survey_flaws() -> Iterator[SurveyFlaw]:
    """Every cell of a day, and every month, that is not the sum of what it counts; every cell with
    more answers of the invited than invitations used."""
    counted, kept = _counted(), _kept(TallyGrain.DAY)
    yield from _differing("day", counted, kept)
    months: dict[tuple[object, ...], Counts] = defaultdict(Counts)
    for (agency_id, day, procedure_id, occasion), counts in counted.items():
        assert isinstance(day, date)
        months[agency_id, day.replace(day=1), procedure_id, occasion] += counts
    yield from _differing("month", months, _kept(TallyGrain.MONTH))
    said = SurveyAnswer.objects.filter(is_invited=True).order_by().values(*KEY)
    for row in said.annotate(answers=Count("key")):
        place = tuple(row[name] for name in KEY)
        if counted[place].used != row["answers"]:
            yield SurveyFlaw(f"day {place}", ("used",))
    follow_ups = Compared(kind=FOLLOW_UP, rows=FollowUp.objects.all(), states=_states, fold=fold)
    for one in differences(follow_ups):
        yield SurveyFlaw(f"follow-up {one.subject_id}", one.fields)
    screens = SurveyDevice.objects.all()
    for two in differences(Compared(kind=DEVICE, rows=screens, states=_devices, fold=fold)):
        yield SurveyFlaw(f"device {two.subject_id}", two.fields)


def _states(rows: list[FollowUp]) -> Iterator[tuple[FollowUp, State]]:
    """What was done about each; nothing for one that nobody has touched, which has no fact either."""
    for row in rows:
        given = {"owner_id": row.owner_id} if row.owner_id else {}
        closed = {"closed_at": plain(row.closed_at), "outcome": row.outcome} if row.outcome else {}
        yield row, given | closed


def _devices(rows: list[SurveyDevice]) -> Iterator[tuple[SurveyDevice, State]]:
    """Where a screen stands and whether it was retired; of its secrets no fact tells."""
    for row in rows:
        told = {name: getattr(row, name) for name in ("agency_id", "name", "takes_uninvited")}
        yield row, told | ({"retired_at": plain(row.retired_at)} if row.retired_at else {})


def _counted() -> defaultdict[tuple[object, ...], Counts]:
    found: defaultdict[tuple[object, ...], Counts] = defaultdict(Counts)
    used = Q(is_used=True)
    for row in (
        Invitation.objects.order_by()
        .values(*KEY)
        .annotate(
            invited=Count("id"),
            used=Count("id", filter=used),
            late_invited=Count("id", filter=Q(was_late=True)),
            late_used=Count("id", filter=used & Q(was_late=True)),
            online_invited=Count("id", filter=Q(is_online=True)),
            online_used=Count("id", filter=used & Q(is_online=True)),
            aged_invited=Count("id", filter=Q(is_older__isnull=False)),
            aged_used=Count("id", filter=used & Q(is_older__isnull=False)),
            older_invited=Count("id", filter=Q(is_older=True)),
            older_used=Count("id", filter=used & Q(is_older=True)),
        )
    ):
        found[tuple(row.pop(name) for name in KEY)] += Counts(**row)
    signed, content = ~Q(signs="[]"), Q(is_satisfied=True)
    for row in (
        SurveyAnswer.objects.order_by()
        .values(*KEY)
        .annotate(
            answered=Count("key"),
            satisfied=Count("key", filter=content),
            sum_points=Sum("points"),
            flagged=Count("key", filter=signed),
            flagged_satisfied=Count("key", filter=signed & content),
            flagged_points=Sum("points", filter=signed),
        )
    ):
        place = tuple(row.pop(name) for name in KEY)
        points, flagged_points = row.pop("sum_points"), row.pop("flagged_points") or 0
        found[place] += Counts(**row, points=points, flagged_points=flagged_points)
    return found


def _kept(grain: TallyGrain) -> dict[tuple[object, ...], Counts]:
    rows = SurveyTally.objects.filter(grain=str(grain))
    return {
        tuple(getattr(row, name) for name in KEY): Counts(
            **{name: getattr(row, name) for name in COUNTED}
        )
        for row in rows.iterator(chunk_size=2000)
    }


def _differing(
    grain: str,
    counted: dict[tuple[object, ...], Counts],
    kept: dict[tuple[object, ...], Counts],
) -> Iterator[SurveyFlaw]:
    for place in sorted(counted.keys() | kept.keys(), key=str):
        there, here = counted.get(place, Counts()), kept.get(place, Counts())
        wrong = tuple(name for name in COUNTED if getattr(there, name) != getattr(here, name))
        if wrong:
            yield SurveyFlaw(f"{grain} {place}", wrong)
