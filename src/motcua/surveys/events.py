"""Facts about satisfaction. Single answers make none: the instant of a fact would lead to a person. Each
night one fact seals the answers that came, as with the access log (`sealing`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class QuestionnaireSet(Event):
    """What is asked after an occasion from a day on (NĐ 61/2018/NĐ-CP Art. 29)."""

    code: ClassVar[str] = "questionnaire.set"

    agency_id: int | None
    occasion: str
    valid_from: date
    definition: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class SurveyAnswersSealed(Event):
    """Answers that came since the last time are bound by a digest; nothing of them is told."""

    code: ClassVar[str] = "survey-answers.sealed"

    answers: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class SurveyDeviceEnrolled(Event):
    """A screen may stand at the counters of an agency."""

    code: ClassVar[str] = "survey-device.enrolled"

    agency_id: int
    name: str
    takes_uninvited: bool


@dataclass(frozen=True, kw_only=True)
class SurveyDeviceRetired(Event):
    """The screen answers to nobody any more."""

    code: ClassVar[str] = "survey-device.retired"

    retired_at: datetime


@dataclass(frozen=True, kw_only=True)
class FollowUpGiven(Event):
    """Somebody looks after a bad answer from now on."""

    code: ClassVar[str] = "follow-up.given"

    owner_id: int


@dataclass(frozen=True, kw_only=True)
class FollowUpClosed(Event):
    """What was done, in words."""

    code: ClassVar[str] = "follow-up.closed"

    closed_at: datetime
    outcome: str
