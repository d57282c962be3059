"""Procedures and sectors as lines of a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.urls import reverse

from motcua.procedures.queries.catalogue import CatalogueRow, sectors_in_force
from motcua.procedures.rules.search import Why
from motcua.procedures.vocabulary import OnlineLevel
from motcua.procedures.wording import LEVELS, why_words

FILED_ONLINE = frozenset({OnlineLevel.FULL, OnlineLevel.PARTIAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownProcedure:
    """One procedure in a list; `why`: why it was found, in words."""

    code: str
    url: str
    name: str
    why: str
    sector: str
    levels: str
    is_online: bool


def procedure_line(row: CatalogueRow, why: Iterable[Why] = ()) -> ShownProcedure:
    return ShownProcedure(
        code=row.code,
        url=reverse("portal:procedure", args=[row.code]),
        name=row.name,
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
