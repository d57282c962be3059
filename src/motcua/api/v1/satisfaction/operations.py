"""`/satisfaction`: the scores of a named period, as the leader's page tells them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from ninja import Query, Router

from motcua.accounts.rules.roles import Permission
from motcua.api.asking import ApiRequest
from motcua.api.noting import note_access
from motcua.api.tokens import BearerToken
from motcua.api.v1.shapes.satisfaction import (
    BesideOut,
    ComparedOut,
    PlaceScoreOut,
    SatisfactionOut,
    SatisfactionQuery,
    ScoreOut,
    SectorScoreOut,
)
from motcua.kernel.clock import local_day
from motcua.reports.rules.periods import period_called, period_with
from motcua.reports.vocabulary import PeriodKind
from motcua.surveys.queries.satisfaction import SatisfactionAsked, satisfaction
from motcua.surveys.rules.scores import Compared
from motcua.surveys.vocabulary import NOBODY, Score

GROUPS: Mapping[str, Literal["late", "online", "older"]] = {
    "late": "late",
    "online": "online",
    "older": "older",
}
router = Router(tags=["reports"])


@router.get(
    "",
    auth=BearerToken(Permission.SURVEY_VIEW),
    response=SatisfactionOut,
    operation_id="show_satisfaction",
)
def show_satisfaction(
    request: ApiRequest, asked: Annotated[SatisfactionQuery, Query()]
) -> SatisfactionOut:
    """How satisfied those are who answered, of how many asked, by agency and by procedure."""
    kind = PeriodKind(asked.kind)
    if asked.year is None:
        period = period_with(kind, local_day(request.at))
    else:
        period = period_called(kind, asked.year, asked.number)
    found = satisfaction(
        request.auth,
        SatisfactionAsked(
            first=period.from_day,
            last=period.until_day,
            agency_id=asked.agency_id,
            occasion=asked.occasion,
        ),
    )
    note_access(request, "satisfaction.read", first_day=period.from_day.isoformat())
    return SatisfactionOut(
        first_day=found.first,
        last_day=found.last,
        occasion=found.occasion,
        whole=_score(found.whole),
        without_flagged=_score(found.without_flagged),
        points=found.points,
        agencies=_places(found.by_agency, found.agencies_compared),
        sectors=[
            SectorScoreOut(
                code=code,
                score=_score(one),
                compared=_beside(found.sectors_compared.get(code)),
            )
            for code, one in sorted(found.by_sector.items())
        ],
        procedures=_places(found.by_procedure, found.procedures_compared),
        silent=[_compared(one) for one in found.silent],
    )


def _places(scores: Mapping[int, Score], compared: Mapping[int, Compared]) -> list[PlaceScoreOut]:
    return [
        PlaceScoreOut(id=key, score=_score(one), compared=_beside(compared.get(key)))
        for key, one in sorted(scores.items())
    ]


def _beside(one: Compared | None) -> BesideOut | None:
    if one is None:
        return None
    return BesideOut(
        percent=round(100 * one.answered_a / one.invited_a, 2),
        percent_of_others=round(100 * one.answered_b / one.invited_b, 2),
        differs=one.differs,
    )


def _score(one: Score) -> ScoreOut:
    """Of a hidden cell not even the counts."""
    is_told = one != NOBODY
    return ScoreOut(
        percent=one.percent,
        low=one.low,
        high=one.high,
        answered=one.answered if is_told else None,
        invited=one.invited if is_told else None,
    )


def _compared(one: Compared) -> ComparedOut:
    return ComparedOut(
        group=GROUPS[one.name],
        percent=round(100 * one.answered_a / one.invited_a, 2),
        percent_of_others=round(100 * one.answered_b / one.invited_b, 2),
        differs=one.differs,
    )
