"""Words of satisfaction: when one is asked, by which way one answers, what a questionnaire is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Occasion(StrEnum):
    """After what somebody is asked."""

    RECEPTION = "RECEPTION"
    SUPPLEMENT = "SUPPLEMENT"
    RETURN = "RETURN"


class AnswerWay(StrEnum):
    """By which way an answer came."""

    LINK = "LINK"
    PAPER = "PAPER"
    TABLET = "TABLET"


class Sign(StrEnum):
    """Why an answer is counted apart: a reason to look, never a verdict."""

    TOO_FAST = "TOO_FAST"
    BURST = "BURST"
    SAME_RUN = "SAME_RUN"
    UNINVITED = "UNINVITED"
    CLOSED_HOURS = "CLOSED_HOURS"
    OFFICE_ADDRESS = "OFFICE_ADDRESS"


class FollowUpState(StrEnum):
    """How far the following up of a bad answer has come."""

    OPEN = "OPEN"
    CLOSED = "CLOSED"


class TallyGrain(StrEnum):
    """Counts of a day, and the same added up by month."""

    DAY = "DAY"
    MONTH = "MONTH"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The same in both languages."""

    vi: str
    en: str

    def in_language(self, language: str) -> str:
        return self.en if language == "en" else self.vi


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One step of a scale; `points` of 100. `is_bad`: a reason is asked, and somebody follows it up."""

    value: int
    points: int
    is_satisfied: bool
    is_bad: bool
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing that is asked. `criterion`: the letter of TT 01/2018/TT-VPCP Art. 31, "" for the whole."""

    key: str
    weight: int
    words: Words
    group: Words | None = None
    criterion: str = ""
    is_overall: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why somebody was not satisfied, to be ticked."""

    key: str
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A questionnaire. `satisfied_from`: where nothing is asked of the whole, from how many points of
    100 an answer counts as satisfied; `follow_up_days`: how long a bad answer may wait."""

    key: str
    name: Words
    levels: tuple[Level, ...]
    questions: tuple[Question, ...]
    reasons: tuple[Reason, ...]
    satisfied_from: int
    follow_up_days: int

    def level(self, value: int) -> Level:
        return next(level for level in self.levels if level.value == value)


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyTerms:
    """What holds from a day on, whatever the questionnaire. `asked_after`: the key of the shipped form that
    is asked where nobody has set one."""

    valid_from: date
    cell_min: int
    invitation_days: int
    turn_minutes: int
    full_from_percent: int
    older_from_years: int
    source: str
    asked_after: Mapping[Occasion, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How satisfied those are who answered, in per cent with two decimals, and how sure that is.

    `low`–`high`: between these lies the share among all who could have answered, 95 times of 100, if
    those who did not answer think alike. `answered` of `invited`: the response rate. Below the
    smallest number that is told (`SurveyTerms.cell_min`) percent, low and high are None.
    """

    percent: float | None
    low: float | None
    high: float | None
    answered: int
    invited: int

    @property
    def response_percent(self) -> float | None:
        return round(100 * self.answered / self.invited, 2) if self.invited else None


NOBODY = Score(percent=None, low=None, high=None, answered=0, invited=0)
