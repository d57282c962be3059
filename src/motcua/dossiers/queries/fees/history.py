"""What dossiers owed at each moment of their lives, as the facts told it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.ledger.queries import facts_about_each
from motcua.procedures.vocabulary import FeeKind


@dataclass(frozen=True, slots=True)
class FeeThen:
    """The fee since that moment, by kind."""

    since: datetime
    amounts: dict[FeeKind, int]

    def amount_of(self, kind: FeeKind) -> int:
        return max(0, self.amounts.get(kind, 0))


def fee_history(dossier_ids: Collection[int]) -> dict[int, list[FeeThen]]:
    """By dossier, oldest first. One query. The caller has found the dossiers for its actor."""
    told: dict[int, list[FeeThen]] = defaultdict(list)
    for fact in facts_about_each("dossier", dossier_ids):
        lines = fact.payload.get("fees")
        if lines is not None:
            told[fact.subject_id].append(FeeThen(fact.occurred_at, _amounts(lines)))
    return told


def _amounts(lines: list[dict[str, Any]]) -> dict[FeeKind, int]:
    sums: dict[FeeKind, int] = defaultdict(int)
    for line in lines:
        sums[FeeKind(line["kind"])] += line["amount_vnd"]
    return sums
