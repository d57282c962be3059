"""What a leader reads: the score of a period with all that says how far to trust it. Aggregates only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound
from motcua.surveys.policies import agencies_seen
from motcua.surveys.queries.scores import counts_by
from motcua.surveys.rules.scores import (
    Compared,
    Counts,
    compare_silent,
    mean_points,
    score_of,
    scores_shown,
)
from motcua.surveys.shipped import terms_on
from motcua.surveys.tallying import added
from motcua.surveys.vocabulary import Occasion, Score, SurveyTerms


@dataclass(frozen=True, slots=True, kw_only=True)
class Satisfaction:
    """`without_flagged`: the score without the answers that carry a sign of stuffing. `points`: the mean
    score of 100. `uninvited`: how many answered at a screen without being invited; in no score."""

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
    silent: tuple[Compared, ...]
    terms: SurveyTerms


@dataclass(frozen=True, slots=True, kw_only=True)
class SatisfactionAsked:
    """Of one agency, or (None) of all that the actor sees; over a named period."""

    first: date
    last: date
    agency_id: int | None = None
    occasion: Occasion = Occasion.RETURN


def satisfaction(actor: Actor, asked: SatisfactionAsked) -> Satisfaction:
    """Three queries, whatever the number of answers. Refusals: NotPermitted, NotFound (an agency that
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
        silent=_silent(whole, terms.cell_min),
        terms=terms,
    )


def _silent(whole: Counts, cell_min: int) -> tuple[Compared, ...]:
    """Only where each of the groups has enough people not to be told apart."""
    return tuple(
        one
        for one in compare_silent(whole)
        if min(one.answered_a, one.answered_b, one.invited_a, one.invited_b) >= cell_min
    )
