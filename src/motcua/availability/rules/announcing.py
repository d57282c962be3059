"""What may be announced: a period that makes sense, and words in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from motcua.availability.vocabulary import AnnouncementKind
from motcua.kernel.refusal import ManyProblems, Refusal

WORDS_LENGTH_MAX = 500
LASTS_MAX = timedelta(days=14)


class AnnouncementWordsMissing(Refusal):
    """Everybody is to read it: in Vietnamese and in English."""

    code = "announcement-words-missing"


class AnnouncementWordsTooLong(Refusal):
    """More than `count_max` letters are no longer read."""

    code = "announcement-words-too-long"


class AnnouncementNeedsAnEnd(Refusal):
    """Planned maintenance says until when."""

    code = "announcement-needs-an-end"


class AnnouncementEndsBeforeItStarts(Refusal):
    """The end must be after the start."""

    code = "announcement-ends-before-it-starts"


class AnnouncementAlreadyOver(Refusal):
    """What is planned must lie ahead."""

    code = "announcement-already-over"


class AnnouncementLastsTooLong(Refusal):
    """Planned maintenance takes `days_max` days at most."""

    code = "announcement-lasts-too-long"


class IncidentNotYetThere(Refusal):
    """What goes wrong has begun."""

    code = "incident-not-yet-there"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncementInput:
    """What is to be announced."""

    kind: AnnouncementKind
    starts_at: datetime
    ends_at: datetime | None
    words_vi: str
    words_en: str


def decide_announcement(given: AnnouncementInput, at: datetime) -> None:
    """Refusals: ManyProblems of all that is wrong, each with its field."""
    problems = [*_words(given), *_period(given, at)]
    if problems:
        raise ManyProblems(problems)


def _words(given: AnnouncementInput) -> Iterator[Refusal]:
    for name in ("words_vi", "words_en"):
        text = getattr(given, name).strip()
        if not text:
            yield AnnouncementWordsMissing(field=name)
        if len(text) > WORDS_LENGTH_MAX:
            yield AnnouncementWordsTooLong(field=name, count_max=WORDS_LENGTH_MAX)


def _period(given: AnnouncementInput, at: datetime) -> Iterator[Refusal]:
    if given.ends_at is not None and given.ends_at <= given.starts_at:
        yield AnnouncementEndsBeforeItStarts(field="ends_at")
    elif given.kind is AnnouncementKind.INCIDENT:
        if given.starts_at > at:
            yield IncidentNotYetThere(field="starts_at")
    elif given.ends_at is None:
        yield AnnouncementNeedsAnEnd(field="ends_at")
    elif given.ends_at <= at:
        yield AnnouncementAlreadyOver(field="ends_at")
    elif given.ends_at - given.starts_at > LASTS_MAX:
        yield AnnouncementLastsTooLong(field="ends_at", days_max=LASTS_MAX.days)
