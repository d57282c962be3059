"""What a leader reads: the score of a period with all that says how far to trust it. Aggregates only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound
from motcua.procedures.queries.labels import ProcedureLabel, procedure_labels
from motcua.surveys.policies import agencies_seen
from motcua.surveys.queries.scores import counts_by
from motcua.surveys.rules.groups import compare_groups, hidden_groups, is_enough
from motcua.surveys.rules.scores import (
    Compared,
    Counts,
    compare_silent,
    hidden_cells,
    mean_points,
    score_of,
    scores_shown,
)
from motcua.surveys.shipped import terms_on
from motcua.surveys.tallying import added
from motcua.surveys.vocabulary import NOBODY, Occasion, Score, SurveyTerms


@dataclass(frozen=True, slots=True, kw_only=True)
class Satisfaction:
    """`without_flagged`: the score without the answers that carry a sign of stuffing. `points`: the mean
    score of 100. `uninvited`: how many answered at a screen without being invited; in no score. `…_compared`:
    whether a group answered as often as all others; `silent`: the same of whose matter was late, of who
    filed online, of the older. `labels`: the procedures; a sector is named by its code."""

    agency_ids: frozenset[int]
    first: date
    last: date
    occasion: Occasion
    whole: Score
    without_flagged: Score
    flagged: int
    uninvited: int
    points: float | None
    by_agency: Mapping[int, Score]
    by_procedure: Mapping[int, Score]
    by_sector: Mapping[str, Score]
    agencies_compared: Mapping[int, Compared]
    procedures_compared: Mapping[int, Compared]
    sectors_compared: Mapping[str, Compared]
    silent: tuple[Compared, ...]
    labels: Mapping[int, ProcedureLabel]
    terms: SurveyTerms


@dataclass(frozen=True, slots=True, kw_only=True)
class SatisfactionAsked:
    """Of one agency, or (None) of all that the actor sees; over a named period."""

    first: date
    last: date
    agency_id: int | None = None
    occasion: Occasion = Occasion.RETURN


def satisfaction(actor: Actor, asked: SatisfactionAsked) -> Satisfaction:
    """Four queries, whatever the number of answers. Refusals: NotPermitted, NotFound (an agency that
    the actor does not see)."""
    seen = agencies_seen(actor)
    if asked.agency_id is not None:
        if asked.agency_id not in seen:
            raise NotFound(kind="agency")
        seen = frozenset({asked.agency_id})
    when = (asked.first, asked.last, asked.occasion)
    by_agency = counts_by("agency_id", seen, *when)
    by_procedure = counts_by("procedure_id", seen, *when)
    uninvited = added(counts_by("agency_id", seen, *when, uninvited=True).values())
    whole = added(by_agency.values())
    terms = terms_on(asked.last)
    labels = procedure_labels(by_procedure, asked.last)
    sectors = _sectors(by_procedure, labels, terms.cell_min)
    return Satisfaction(
        agency_ids=seen,
        first=asked.first,
        last=asked.last,
        occasion=asked.occasion,
        whole=score_of(whole, terms.cell_min),
        without_flagged=score_of(whole, terms.cell_min, without_flagged=True),
        flagged=whole.flagged,
        uninvited=uninvited.answered,
        points=mean_points(whole, terms.cell_min),
        by_agency=scores_shown(by_agency, terms.cell_min),
        by_procedure=scores_shown(by_procedure, terms.cell_min),
        by_sector=sectors.scores,
        agencies_compared=_compared(by_agency, terms.cell_min),
        procedures_compared=_compared(by_procedure, terms.cell_min),
        sectors_compared=sectors.compared,
        silent=tuple(one for one in compare_silent(whole) if is_enough(one, terms.cell_min)),
        labels=labels,
        terms=terms,
    )


@dataclass(frozen=True, slots=True)
class _Sectors:
    """Fields, each the sum of its procedures."""

    scores: Mapping[str, Score]
    compared: Mapping[str, Compared]


def _sectors(
    by_procedure: Mapping[int, Counts], labels: Mapping[int, ProcedureLabel], cell_min: int
) -> _Sectors:
    sector_of = {one: labels[one].sector_code for one in by_procedure}
    cells: dict[str, Counts] = defaultdict(Counts)
    for one, counts in by_procedure.items():
        cells[sector_of[one]] += counts
    answered = {one: counts.answered for one, counts in by_procedure.items()}
    few = hidden_cells(answered, cell_min)
    hidden = hidden_groups(answered, few, sector_of, cell_min)
    return _Sectors(
        scores={
            code: NOBODY if code in hidden else score_of(counts, cell_min)
            for code, counts in cells.items()
        },
        compared=compare_groups(cells, hidden, cell_min),
    )


def _compared(cells: Mapping[int, Counts], cell_min: int) -> dict[int, Compared]:
    hidden = hidden_cells({one: counts.answered for one, counts in cells.items()}, cell_min)
    return compare_groups(cells, hidden, cell_min)
