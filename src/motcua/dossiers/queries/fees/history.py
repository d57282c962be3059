"""What dossiers owed at each moment of their lives, as the facts told it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from motcua.dossiers.reading import fee_in_fact
from motcua.ledger.queries import facts_about_each
from motcua.procedures.rules.fees import FeeSheetLine
from motcua.procedures.vocabulary import FeeKind


@dataclass(frozen=True, slots=True)
class FeeThen:
    """The fee since that moment."""

    since: datetime
    lines: tuple[FeeSheetLine, ...]

    def amount_of(self, kind: FeeKind) -> int:
        return max(0, sum(line.amount_vnd for line in self.lines if line.kind is kind))


def fee_history(dossier_ids: Collection[int]) -> dict[int, list[FeeThen]]:
    """By dossier, oldest first. One query. The caller has found the dossiers for its actor."""
    told: dict[int, list[FeeThen]] = defaultdict(list)
    for fact in facts_about_each("dossier", dossier_ids):
        lines = fact.payload.get("fees")
        if lines is not None:
            told[fact.subject_id].append(FeeThen(fact.occurred_at, tuple(map(fee_in_fact, lines))))
    return told


def fee_then(history: list[FeeThen], moment: datetime) -> FeeThen | None:
    """What was owed at a moment; the first that is known before that."""
    place = bisect_right([one.since for one in history], moment)
    return history[max(0, place - 1)] if history else None
