"""Procedures and sectors as lines of a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language

from motcua.procedures.queries.catalogue import CatalogueRow, sectors_in_force
from motcua.procedures.queries.life_events import names_abroad
from motcua.procedures.rules.search import Why
from motcua.procedures.vocabulary import OnlineLevel
from motcua.procedures.wording import LEVELS, why_words

FILED_ONLINE = frozenset({OnlineLevel.FULL, OnlineLevel.PARTIAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownProcedure:
    """One procedure in a list; `why`: why it was found, in words. `own_name`: the Vietnamese one, where
    `name` is in another language."""

    code: str
    url: str
    name: str
    own_name: str
    why: str
    sector: str
    levels: str
    is_online: bool


def name_read(code: str, name: str, day: date) -> str:
    """The name in the language of the reader; where the catalogue has none, the Vietnamese one."""
    is_english = (get_language() or "").startswith("en")
    return names_abroad(day).get(code, name) if is_english else name


def procedure_line(row: CatalogueRow, day: date, why: Iterable[Why] = ()) -> ShownProcedure:
    name = name_read(row.code, row.name, day)
    return ShownProcedure(
        code=row.code,
        url=reverse("portal:procedure", args=[row.code]),
        name=name,
        own_name="" if name == row.name else row.name,
        why="; ".join(why_words(one) for one in why),
        sector=row.sector_name,
        levels=", ".join(in_order(LEVELS, row.levels)),
        is_online=row.online_level in FILED_ONLINE,
    )


def in_order(words: Mapping[Any, Any], chosen: Iterable[StrEnum]) -> list[str]:
    """The words of what is chosen, in the order of the vocabulary."""
    return [str(word) for code, word in words.items() if code in chosen]


def sector_links(today: date) -> list[dict[str, Any]]:
    """Every sector that has a procedure today, with how many."""
    return [
        {
            "url": reverse("portal:sector", args=[sector.code]),
            "name": sector.name,
            "count": sector.count,
        }
        for sector in sectors_in_force(today)
    ]
