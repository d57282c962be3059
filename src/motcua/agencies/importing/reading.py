"""Plain JSON values read into a Document, each fault with the place where it stands. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from motcua.agencies.importing.document import (
    FORMAT,
    AgencyEntry,
    CodeEntry,
    CounterEntry,
    DeskEntry,
    Document,
    DocumentMalformed,
    LevelEntry,
    NameEntry,
    PositionEntry,
    Span,
    SuccessionEntry,
    UnitEntry,
    VersionEntry,
)
from motcua.agencies.vocabulary import CodeScheme, DeskKind, SuccessionKind

T = TypeVar("T")


class _Reader:
    """Takes values out of one JSON object, and says where one is missing or of a wrong kind."""

    def __init__(self, value: object, place: str, within: Span | None = None) -> None:
        if not isinstance(value, Mapping):
            raise DocumentMalformed(place=place, problem="not-an-object")
        self._value = value
        self._place = place
        self._within = within

    def refuse(self, name: str, problem: str) -> DocumentMalformed:
        return DocumentMalformed(place=f"{self._place}.{name}", problem=problem)

    def text(self, name: str, default: str | None = None) -> str:
        value = self._value.get(name, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.refuse(name, "missing" if value is None else "not-text")
        return value.strip()

    def text_or_none(self, name: str) -> str | None:
        return self.text(name, "") if self._value.get(name) is not None else None

    def number(self, name: str) -> int:
        value = self._value.get(name)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.refuse(name, "not-a-number")
        return value

    def truth(self, name: str) -> bool:
        value = self._value.get(name, False)
        if not isinstance(value, bool):
            raise self.refuse(name, "not-true-or-false")
        return value

    def day(self, name: str) -> date:
        try:
            return date.fromisoformat(self.text(name))
        except ValueError as fault:
            raise self.refuse(name, "not-a-day") from fault

    def word(self, name: str, words: Callable[[str], T]) -> T:
        try:
            return words(self.text(name))
        except ValueError as fault:
            raise self.refuse(name, "unknown-word") from fault

    def span(self) -> Span:
        """The period; what is not said is that of the object around it."""
        around = self._within
        start = around.valid_from if around and "valid_from" not in self._value else None
        start = start or self.day("valid_from")
        until = around.valid_until if around else None
        if self._value.get("valid_until") is not None:
            until = self.day("valid_until")
        if until is not None and until <= start:
            raise self.refuse("valid_until", "ends-before-it-begins")
        return Span(valid_from=start, valid_until=until)

    def many(
        self, name: str, read: Callable[[_Reader], T], within: Span | None = None
    ) -> tuple[T, ...]:
        values = self._value.get(name, [])
        if not isinstance(values, list):
            raise self.refuse(name, "not-a-list")
        places = (f"{self._place}.{name}[{at}]" for at in range(len(values)))
        return tuple(
            read(_Reader(value, place, within)) for value, place in zip(values, places, strict=True)
        )

    def texts(self, name: str) -> tuple[str, ...]:
        values = self._value.get(name, [])
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise self.refuse(name, "not-a-list-of-text")
        return tuple(values)


def read_document(value: object) -> Document:
    """Plain JSON values as a Document. Refusals: DocumentMalformed."""
    reader = _Reader(value, "$")
    if reader.text("format", "") != FORMAT:
        raise reader.refuse("format", "unknown-format")
    return Document(
        levels=reader.many("levels", _level),
        agencies=reader.many("agencies", _agency),
        successions=reader.many("successions", _succession),
    )


_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def _slug(text: str) -> str:
    if not _SLUG.fullmatch(text):
        raise ValueError(text)
    return text


def _level(reader: _Reader) -> LevelEntry:
    return LevelEntry(
        span=reader.span(),
        code=reader.text("code"),
        name=reader.text("name"),
        rank=reader.number("rank"),
    )


def _agency(reader: _Reader) -> AgencyEntry:
    span = reader.span()
    entry = AgencyEntry(
        span=span,
        slug=reader.word("slug", _slug),
        versions=reader.many("versions", _version, span),
        codes=reader.many("codes", _code, span),
        desks=reader.many("desks", _desk, span),
        units=reader.many("units", _unit, span),
        positions=reader.many("positions", _position, span),
    )
    if not entry.versions:
        raise reader.refuse("versions", "missing")
    return entry


def _version(reader: _Reader) -> VersionEntry:
    name = reader.text("name")
    return VersionEntry(
        span=reader.span(),
        name=name,
        short_name=reader.text("short_name", "") or name,
        superior_name=reader.text("superior_name", ""),
        parent=reader.text_or_none("parent"),
        level=reader.text("level"),
        place_name=reader.text("place_name", ""),
        address=reader.text("address", ""),
        phone=reader.text("phone", ""),
        directions=reader.text("directions", ""),
        feedback_to=reader.text("feedback_to", ""),
        feedback_address=reader.text("feedback_address", ""),
        feedback_phone=reader.text("feedback_phone", ""),
        feedback_email=reader.text("feedback_email", ""),
    )


def _code(reader: _Reader) -> CodeEntry:
    return CodeEntry(
        span=reader.span(),
        scheme=reader.word("scheme", CodeScheme),
        code=reader.text("code"),
        source=reader.text("source", ""),
    )


def _desk(reader: _Reader) -> DeskEntry:
    span = reader.span()
    return DeskEntry(
        span=span,
        slug=reader.word("slug", _slug),
        names=reader.many("names", _name, span),
        counters=reader.many("counters", _counter, span),
    )


def _name(reader: _Reader) -> NameEntry:
    return NameEntry(
        span=reader.span(), name=reader.text("name"), kind=reader.word("kind", DeskKind)
    )


def _counter(reader: _Reader) -> CounterEntry:
    return CounterEntry(
        span=reader.span(), number=reader.number("number"), name=reader.text("name")
    )


def _unit(reader: _Reader) -> UnitEntry:
    return UnitEntry(
        span=reader.span(),
        slug=reader.word("slug", _slug),
        name=reader.text("name"),
        sectors=reader.texts("sectors"),
    )


def _position(reader: _Reader) -> PositionEntry:
    return PositionEntry(
        span=reader.span(),
        slug=reader.word("slug", _slug),
        title=reader.text("title"),
        unit=reader.text_or_none("unit"),
    )


def _succession(reader: _Reader) -> SuccessionEntry:
    return SuccessionEntry(
        predecessor=reader.text("predecessor"),
        successor=reader.text("successor"),
        kind=reader.word("kind", SuccessionKind),
        is_default=reader.truth("is_default"),
        effective_date=reader.day("effective_date"),
        basis=reader.text("basis", ""),
    )
