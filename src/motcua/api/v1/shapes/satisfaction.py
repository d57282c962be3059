"""Satisfaction as read: shares with their interval and response rate, never an answer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from motcua.api.v1.shapes.fields import ID_MAX, Asked, Day, Told, YesNo
from motcua.surveys.vocabulary import Occasion


class SatisfactionQuery(Asked):
    """Named periods only: two that differ by a day would tell of single answers."""

    kind: Literal["MONTH", "QUARTER", "YEAR"] = "QUARTER"
    year: Annotated[int, Field(ge=2000, le=2200)] | None = Field(
        None, description="Left out: the period that runs."
    )
    number: Annotated[int, Field(ge=1, le=12)] = 1
    agency_id: Annotated[int, Field(ge=1, le=ID_MAX)] | None = Field(
        None, description="Left out: all that you see, together."
    )
    occasion: Occasion = Occasion.RETURN


class ScoreOut(Told):
    """Per cent satisfied, and between what it lies 95 times of 100; null where so few answered that they could
    be told apart, or where such a share could be worked out."""

    percent: float | None
    low: float | None
    high: float | None
    answered: int | None
    invited: int | None


class BesideOut(Told):
    """How many per cent of a group answered, and of all others; `differs`: more than chance would have it."""

    percent: float
    percent_of_others: float
    differs: YesNo


class PlaceScoreOut(Told):
    """`id`: of the agency or of the procedure. `compared`: do as many answer here as in all others of the list; null
    where so few were asked or answered that nothing may be said."""

    id: int
    score: ScoreOut
    compared: BesideOut | None


class SectorScoreOut(Told):
    """The same of a field of the catalogue, by its code."""

    code: str
    score: ScoreOut
    compared: BesideOut | None


class ComparedOut(BesideOut):
    """`late`: whose matter was late; `online`: who filed by web; `older`: who was of age, of those whose age is
    known."""

    group: Literal["late", "online", "older"]


class SatisfactionOut(Told):
    """`without_flagged`: without the answers that carry a sign of stuffing."""

    first_day: Day
    last_day: Day
    occasion: Occasion
    whole: ScoreOut
    without_flagged: ScoreOut
    points: float | None
    agencies: list[PlaceScoreOut]
    sectors: list[SectorScoreOut]
    procedures: list[PlaceScoreOut]
    silent: list[ComparedOut]
