"""Scores of agencies and procedures, from the tallies: what is read does not grow with the dossiers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet, Sum

from motcua.surveys.models import SurveyTally
from motcua.surveys.rules.scores import COUNTED, Counts, score_of, scores_shown
from motcua.surveys.shipped import terms_on
from motcua.surveys.tallying import UNINVITED
from motcua.surveys.vocabulary import NOBODY, Occasion, Score, TallyGrain


@dataclass(frozen=True, slots=True)
class _Part:
    """Days or months to be added up, first and last included."""

    grain: TallyGrain
    first: date
    last: date


def scores_of(
    agency_ids: Collection[int],
    from_day: date,
    to_day: date,
    occasion: Occasion = Occasion.RETURN,
) -> dict[int, Score]:
    """Of each agency, over the invitations of those days (both included). One query. Of one without
    any: `NOBODY`. No share is told of fewer answers than `terms_on(to_day).cell_min`."""
    counts = counts_by("agency_id", agency_ids, from_day, to_day, occasion)
    cell_min = terms_on(to_day).cell_min
    return {
        agency_id: score_of(counts[agency_id], cell_min) if agency_id in counts else NOBODY
        for agency_id in agency_ids
    }


def scores_of_procedures(
    agency_ids: Collection[int],
    from_day: date,
    to_day: date,
    occasion: Occasion = Occasion.RETURN,
) -> dict[int, Score]:
    """Of each procedure that somebody was invited for, over these agencies together; what few answers
    would tell is left out also where it could be worked out from the sum. One query."""
    counts = counts_by("procedure_id", agency_ids, from_day, to_day, occasion)
    return scores_shown(counts, terms_on(to_day).cell_min)


def counts_by(
    name: str,
    agency_ids: Collection[int],
    from_day: date,
    to_day: date,
    occasion: Occasion,
    *,
    uninvited: bool = False,
) -> Mapping[int, Counts]:
    """Counts by `agency_id` or `procedure_id`; of the invited, or of who was not. One query by
    `survey_tally_one_cell`, none for nobody."""
    if not agency_ids or from_day > to_day:
        return {}
    rows = _tallies(agency_ids, from_day, to_day, occasion)
    rows = (
        rows.filter(procedure_id=UNINVITED) if uninvited else rows.exclude(procedure_id=UNINVITED)
    )
    return {key: counts for (key,), counts in _summed(rows, (name,)).items()}


def counts_by_place(
    agency_ids: Collection[int],
    from_day: date,
    to_day: date,
    occasion: Occasion = Occasion.RETURN,
) -> dict[tuple[int, int], Counts]:
    """Counts of the invited by (`agency_id`, `procedure_id`). One query, none for nobody."""
    if not agency_ids or from_day > to_day:
        return {}
    rows = _tallies(agency_ids, from_day, to_day, occasion).exclude(procedure_id=UNINVITED)
    summed = _summed(rows, ("agency_id", "procedure_id"))
    return {(agency_id, procedure_id): one for (agency_id, procedure_id), one in summed.items()}


def _tallies(
    agency_ids: Collection[int], from_day: date, to_day: date, occasion: Occasion
) -> QuerySet[SurveyTally]:
    when = Q(pk__in=())
    for part in _parts(from_day, to_day):
        when |= Q(grain=str(part.grain), day__range=(part.first, part.last))
    return SurveyTally.objects.filter(
        when, agency_id__in=sorted(agency_ids), occasion=str(occasion)
    )


def _summed(rows: QuerySet[SurveyTally], names: tuple[str, ...]) -> dict[tuple[int, ...], Counts]:
    sums = {f"sum_{one}": Sum(one) for one in COUNTED}
    found: dict[tuple[int, ...], Counts] = defaultdict(Counts)
    for row in rows.order_by().values(*names).annotate(**sums):
        key = tuple(row[name] for name in names)
        found[key] += Counts(**{one: row[f"sum_{one}"] or 0 for one in COUNTED})
    return dict(found)


def _parts(first: date, last: date) -> Iterator[_Part]:
    """Whole months between the days before and after them."""
    begin = first if first.day == 1 else _next_month(first)
    end = _first_of_month(last + timedelta(days=1))
    if begin >= end:
        yield _Part(TallyGrain.DAY, first, last)
        return
    if first < begin:
        yield _Part(TallyGrain.DAY, first, begin - timedelta(days=1))
    yield _Part(TallyGrain.MONTH, begin, end - timedelta(days=1))
    if end <= last:
        yield _Part(TallyGrain.DAY, end, last)


def _first_of_month(day: date) -> date:
    return day.replace(day=1)


def _next_month(day: date) -> date:
    return _first_of_month(_first_of_month(day) + timedelta(days=32))
