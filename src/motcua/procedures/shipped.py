"""What the product brings along: a compact catalogue of facts, everyday words, the overlay."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import orjson

from motcua.procedures.importing.overlay import Overlay, read_overlay
from motcua.procedures.rules.lookups import Lookups, Register
from motcua.procedures.rules.phrase_book import EverydayWords

DATA = Path(__file__).parent / "data"


def shipped_catalogue() -> Any:
    """The compact catalogue, in the shape that `import_catalogue` takes."""
    return orjson.loads((DATA / "catalogue.json").read_bytes())


@cache
def overlay() -> Overlay:
    """Curated facts, with the corrections of paper lists."""
    papers = orjson.loads((DATA / "papers.json").read_bytes())["corrections"]
    return read_overlay(orjson.loads((DATA / "overlay.json").read_bytes()), papers)


def shipped_life_events() -> Any:
    """The life events of the product, in the shape that `import_life_events` takes."""
    return orjson.loads((DATA / "life_events.json").read_bytes())


@cache
def lookups() -> Lookups:
    """Which papers an office can look up itself, and where."""
    document = orjson.loads((DATA / "lookups.json").read_bytes())
    return Lookups(
        registers=tuple(_register(entry) for entry in document["registers"]),
        not_papers=tuple(document["not_papers"]),
    )


def _register(entry: dict[str, Any]) -> Register:
    until = entry.get("valid_until")
    return Register(
        code=entry["code"],
        name_vi=entry["vi"],
        name_en=entry["en"],
        phrases=tuple(entry["phrases"]),
        valid_from=date.fromisoformat(entry["valid_from"]),
        valid_until=date.fromisoformat(until) if until else None,
    )


@cache
def everyday_words() -> tuple[EverydayWords, ...]:
    entries = orjson.loads((DATA / "synonyms.json").read_bytes())["everyday"]
    return tuple(
        EverydayWords(
            phrases=tuple(entry["phrases"]),
            means=entry["means"],
            codes=tuple(entry.get("codes", ())),
        )
        for entry in entries
    )
