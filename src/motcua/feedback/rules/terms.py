"""What holds for feedback in a period: days of each duty, who may stay unnamed, what is taken and how
long it may be, who publishes. Data, read for the day of receipt; an administrator changes it from a day on.

Basis: NĐ 20/2008/NĐ-CP Art. 7, 9, 10; scoring days of QĐ 766/QĐ-TTg (law.md 7.1). Lengths, numbers and who
publishes are the office's own choice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from motcua.feedback.vocabulary import Checker, Duty, Kind
from motcua.kernel.characters import plain_words
from motcua.kernel.refusal import ManyProblems, Refusal

BASIS_MAX = 500
DAYS = (1, 365)
RANGES: Mapping[str, tuple[int, int]] = {
    "warning_days": (0, 30),
    "title_max": (20, 200),
    "content_max": (200, 12_000),
    "answer_max": (200, 12_000),
    "files_max": (0, 20),
}
"""Between what an office may choose; the table holds no more."""


class NoTermsThen(Refusal):
    """No law about feedback is known for that day."""

    code = "petition-no-terms"


class TermsFaulty(ManyProblems):
    """The terms cannot hold; `problems` say what is wrong, each at its field."""

    code = "petition-terms-faulty"


class TermsOutOfRange(Refusal):
    """A number is not between `least` and `most`."""

    code = "petition-terms-out-of-range"


class TermsBasisMissing(Refusal):
    """Nothing says on what it is based."""

    code = "petition-terms-basis-missing"


class TermsBasisTooLong(Refusal):
    """A basis is longer than `length_max`."""

    code = "petition-terms-basis-too-long"


class TermsTakeNothing(Refusal):
    """No kind is taken at all."""

    code = "petition-terms-take-nothing"


class TermsOutOfOrder(Refusal):
    """An answer would be due before what must come before it."""

    code = "petition-terms-out-of-order"


@dataclass(frozen=True, slots=True)
class Anonymous:
    """Whether a kind is taken without a name, and why."""

    allowed: bool
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What held in a period: `valid_until` is exclusive, None = open. `taken`: the kinds that come in."""

    valid_from: date
    valid_until: date | None
    basis: str
    limits: Mapping[Duty, int]
    warning_days: int
    anonymous: Mapping[Kind, Anonymous]
    taken: frozenset[Kind]
    title_max: int
    content_max: int
    answer_max: int
    files_max: int
    checker: Checker


def read_one(
    document: Mapping[str, Any], valid_from: date, valid_until: date | None = None
) -> Terms:
    """One period from its document, every duty and every kind in it."""
    return Terms(
        valid_from=valid_from,
        valid_until=valid_until,
        basis=document["basis"],
        limits={duty: int(document["limits"][duty]) for duty in Duty},
        anonymous={kind: Anonymous(**document["anonymous"][kind]) for kind in Kind},
        taken=frozenset(Kind(kind) for kind in document["taken"]),
        checker=Checker(document["checker"]),
        **{name: int(document[name]) for name in RANGES},
    )


def read_terms(document: Iterable[Mapping[str, Any]]) -> tuple[Terms, ...]:
    """The periods of the shipped document."""
    return tuple(
        read_one(
            one,
            date.fromisoformat(one["valid_from"]),
            date.fromisoformat(one["valid_until"]) if one["valid_until"] else None,
        )
        for one in document
    )


def document_of(terms: Terms) -> dict[str, Any]:
    """The same as plain values, without the period."""
    return {
        "basis": terms.basis,
        "limits": {str(duty): terms.limits[duty] for duty in Duty},
        "anonymous": {
            str(kind): {"allowed": one.allowed, "basis": one.basis}
            for kind, one in sorted(terms.anonymous.items())
        },
        "taken": sorted(str(kind) for kind in terms.taken),
        "checker": str(terms.checker),
        **{name: getattr(terms, name) for name in RANGES},
    }


def terms_on(day: date, periods: Iterable[Terms]) -> Terms:
    """Those in force on a day. Refusals: NoTermsThen."""
    for one in periods:
        if one.valid_from <= day and (one.valid_until is None or day < one.valid_until):
            return one
    raise NoTermsThen(day=day.isoformat())


def decide_terms(given: Terms) -> Terms:
    """The terms as they are kept. Refusals: TermsFaulty, with every problem at its field."""
    tidied = replace(
        given,
        basis=plain_words(given.basis),
        anonymous={
            kind: Anonymous(one.allowed, plain_words(one.basis))
            for kind, one in given.anonymous.items()
        },
    )
    problems = tuple(_problems(tidied))
    if problems:
        raise TermsFaulty(problems)
    return tidied


def _problems(given: Terms) -> Iterator[Refusal]:
    numbers = {f"days_{duty}": (given.limits[duty], DAYS) for duty in Duty}
    numbers |= {name: (getattr(given, name), between) for name, between in RANGES.items()}
    for name, (value, (least, most)) in numbers.items():
        if not least <= value <= most:
            yield TermsOutOfRange(field=name, least=least, most=most)
    for duty in (Duty.CLASSIFY, Duty.CLARITY, Duty.FORWARD):
        if given.limits[duty] > given.limits[Duty.ANSWER]:
            yield TermsOutOfOrder(field=f"days_{duty}")
    if not given.taken:
        yield TermsTakeNothing(field="taken")
    yield from _bases(given)


def _bases(given: Terms) -> Iterator[Refusal]:
    bases = {"basis": given.basis}
    bases |= {f"basis_{kind}": one.basis for kind, one in given.anonymous.items()}
    for name, text in bases.items():
        if not text:
            yield TermsBasisMissing(field=name)
        elif len(text) > BASIS_MAX:
            yield TermsBasisTooLong(field=name, length_max=BASIS_MAX)
