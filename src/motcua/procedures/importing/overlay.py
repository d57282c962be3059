"""What a person read in the sources and wrote down, because guessing it from prose is not safe:
sector codes, fees with tiers and caps, limits that stand in the wrong column.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from motcua.kernel.folding import fold
from motcua.procedures.importing.curated_papers import (
    NO_CORRECTIONS,
    Corrections,
    read_corrections,
)
from motcua.procedures.rules.content import Fee, Limit, Tier
from motcua.procedures.vocabulary import AskedAt, Era, FeeKind, FeeUnit
from motcua.worktime.vocabulary import Unit

CodeInEra = tuple[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Overlay:
    """Curated facts, by code and era. `fees` and `limits` replace what the record itself says."""

    sectors: Mapping[str, tuple[str, str]]
    fees: Mapping[CodeInEra, tuple[Fee, ...]]
    limits: Mapping[CodeInEra, tuple[Limit, ...]]
    charge_sectors: frozenset[str]
    extract_copy: Fee | None = None
    papers: Mapping[CodeInEra, Corrections] = field(default_factory=dict)

    def corrections(self, code: str, era: Era) -> Corrections:
        """The corrections of the papers of one procedure; mostly none."""
        return self.papers.get((code, str(era)), NO_CORRECTIONS)

    def sector(self, group: str) -> tuple[str, str]:
        """(code, name) of a group of the source; an unknown group is named by its own letters."""
        return self.sectors.get(group) or (
            "-".join(_words(group))[:60] or "khac",
            group[:200] or "Khác",
        )


def _words(text: str) -> list[str]:
    return "".join(ch if ch.isalnum() and ch.isascii() else " " for ch in fold(text)).split()


EMPTY = Overlay(sectors={}, fees={}, limits={}, charge_sectors=frozenset())


def read_overlay(raw: Mapping[str, Any], papers: Iterable[Mapping[str, Any]] = ()) -> Overlay:
    """From the shipped `overlay.json` and the entries of `papers.json`; a fault when they are
    malformed, since they are ours."""
    return Overlay(
        sectors={entry["group"]: (entry["code"], entry["name"]) for entry in raw["sectors"]},
        fees=_by_code_and_era(raw["fees"], "rules", _fee),
        limits=_by_code_and_era(raw["limits"], "limits", _limit),
        charge_sectors=frozenset(raw["charge_sectors"]),
        extract_copy=_fee(raw["extract_copy"], raw["extract_copy"]["source"]),
        papers=read_corrections(papers),
    )


def _by_code_and_era(entries: Any, key: str, make: Any) -> dict[CodeInEra, tuple[Any, ...]]:
    return {
        (code, str(Era(era))): tuple(make(item, entry["source"]) for item in entry[key])
        for entry in entries
        for code in entry["codes"]
        for era in entry["eras"]
    }


def _fee(raw: Mapping[str, Any], source: str) -> Fee:
    return Fee(
        kind=FeeKind(raw["kind"]),
        name=raw["name"],
        amount_vnd=raw["amount_vnd"],
        per=FeeUnit(raw["per"]),
        free_units=raw.get("free_units", 0),
        tiers=tuple(Tier(**tier) for tier in raw.get("tiers", ())),
        cap_vnd=raw.get("cap_vnd"),
        case_text=raw.get("case_text", ""),
        choice_group=raw.get("choice_group", ""),
        asked_at=AskedAt(raw.get("asked_at", AskedAt.RECEPTION)),
        source_note=source,
    )


def _limit(raw: Mapping[str, Any], source: str) -> Limit:
    return Limit(
        unit=Unit(raw["unit"]),
        value=Decimal(str(raw["value"])),
        text=raw.get("text", ""),
        source_note=source,
    )
