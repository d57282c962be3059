"""Life events: what happens to people, and the procedures that follow from it. Pure.

{"format": "motcua-life-events/1", "valid_from": "2025-07-01", "events": [
  {"code": "co-con", "audience": "CITIZEN", "icon": "baby", "name": {"vi": …, "en": …},
   "lead": {"vi": …, "en": …}, "sectors": ["ho-tich"],
   "matters": [{"procedure": "1.001193", "name": {"vi": …, "en": …}}]}]}
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from motcua.kernel.refusal import Refusal
from motcua.ledger.rules.chain import canonical
from motcua.procedures.vocabulary import Audience

FORMAT = "motcua-life-events/1"
EVENTS_MAX = 100
MATTERS_MAX = 40
TEXT_LENGTH_MAX = 300
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class LifeEventsMalformed(Refusal):
    """The document cannot be read: `place` says where."""

    code = "life-events-malformed"


@dataclass(frozen=True, slots=True)
class Words:
    """A text in both languages."""

    vi: str
    en: str

    def in_language(self, language: str) -> str:
        return self.en if language.startswith("en") else self.vi


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One thing to do, in everyday words, and the code of its procedure."""

    procedure_code: str
    name: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeEvent:
    code: str
    audience: Audience
    icon: str
    name: Words
    lead: Words
    matters: tuple[Matter, ...]
    sector_codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeEventsFile:
    """The whole list, in the order in which it is shown; new events begin on `valid_from`."""

    valid_from: date
    events: tuple[LifeEvent, ...]


def life_events_of(document: Any) -> LifeEventsFile:
    """Refusals: LifeEventsMalformed."""
    if not isinstance(document, Mapping) or document.get("format") != FORMAT:
        raise LifeEventsMalformed(place="format")
    try:
        valid_from = date.fromisoformat(str(document.get("valid_from")))
    except ValueError as fault:
        raise LifeEventsMalformed(place="valid_from") from fault
    raw = _list(document, "events", "", EVENTS_MAX)
    events = tuple(life_event_of(one, f"events[{place}]") for place, one in enumerate(raw))
    codes = [event.code for event in events]
    if len(set(codes)) != len(codes):
        raise LifeEventsMalformed(place="events")
    return LifeEventsFile(valid_from=valid_from, events=events)


def life_event_of(raw: Any, place: str = "event") -> LifeEvent:
    """One event. Refusals: LifeEventsMalformed."""
    if not isinstance(raw, Mapping):
        raise LifeEventsMalformed(place=place)
    code, audience = _text(raw, "code", place), _text(raw, "audience", place)
    if not _CODE.fullmatch(code) or len(code) > 60:
        raise LifeEventsMalformed(place=f"{place}.code")
    if audience not in set(Audience):
        raise LifeEventsMalformed(place=f"{place}.audience")
    matters = _list(raw, "matters", place, MATTERS_MAX)
    return LifeEvent(
        code=code,
        audience=Audience(audience),
        icon=_text(raw, "icon", place),
        name=_words(raw, "name", place),
        lead=_words(raw, "lead", place),
        matters=tuple(_matter(one, f"{place}.matters[{at}]") for at, one in enumerate(matters)),
        sector_codes=tuple(str(one) for one in _list(raw, "sectors", place, MATTERS_MAX)),
    )


def plain_event(event: LifeEvent) -> dict[str, Any]:
    """The event as plain values, as its row keeps it; `life_event_of` reads it back."""
    return {
        "code": event.code,
        "audience": str(event.audience),
        "icon": event.icon,
        "name": {"vi": event.name.vi, "en": event.name.en},
        "lead": {"vi": event.lead.vi, "en": event.lead.en},
        "matters": [
            {"procedure": one.procedure_code, "name": {"vi": one.name.vi, "en": one.name.en}}
            for one in event.matters
        ],
        "sectors": list(event.sector_codes),
    }


def digest_of(event: LifeEvent, position: int) -> str:
    """SHA-256 of what the event says and of its place in the list, hexadecimal."""
    told = {"position": position, **plain_event(event)}
    return hashlib.sha256(canonical(told).encode()).hexdigest()


def _matter(raw: Any, place: str) -> Matter:
    if not isinstance(raw, Mapping):
        raise LifeEventsMalformed(place=place)
    return Matter(procedure_code=_text(raw, "procedure", place), name=_words(raw, "name", place))


def _words(raw: Mapping[str, Any], key: str, place: str) -> Words:
    texts = raw.get(key)
    if not isinstance(texts, Mapping):
        raise LifeEventsMalformed(place=f"{place}.{key}")
    return Words(_text(texts, "vi", f"{place}.{key}"), _text(texts, "en", f"{place}.{key}"))


def _text(raw: Mapping[str, Any], key: str, place: str) -> str:
    value = raw.get(key)
    if not isinstance(value, str) or not value.strip() or len(value) > TEXT_LENGTH_MAX:
        raise LifeEventsMalformed(place=f"{place}.{key}")
    if any("\ud800" <= letter <= "\udfff" or letter == "\x00" for letter in value):
        raise LifeEventsMalformed(place=f"{place}.{key}")
    return value.strip()


def _list(raw: Mapping[str, Any], key: str, place: str, most: int) -> list[Any]:
    value = raw.get(key, [])
    if not isinstance(value, list) or len(value) > most:
        raise LifeEventsMalformed(place=f"{place}.{key}".lstrip("."))
    return value
