"""What an unsettled period holds: its moves, its figures, its first day. For the draft and the command."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from motcua.books.queries.owed import OwedMove, first_open_day, owed_moves
from motcua.books.vocabulary import Source
from motcua.database.periods import in_force
from motcua.procedures.vocabulary import FeeKind
from motcua.settlements.models import (
    Refund,
    Settlement,
    SettlementItem,
    SettlementPart,
    SettlementTerms,
)
from motcua.settlements.rules.settling import KIND_OF, SETTLEMENT, figures_of, part_of
from motcua.settlements.vocabulary import Figures, Part, SettlementState, Span, Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One transfer as a settlement counts it. `is_late`: of a day before the period, or taking back
    what a former settlement had counted."""

    move: OwedMove
    kind: FeeKind
    part: Part
    is_late: bool

    @property
    def amount_vnd(self) -> int:
        return abs(self.move.amount_vnd)


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """What the last settlement with that agency leaves behind."""

    last_day: date | None = None
    next_transfer: int = 0
    due: Mapping[FeeKind, int]


def terms_on(agency_id: int, day: date) -> Terms:
    """Those in force, else the usual ones. One query."""
    row = SettlementTerms.objects.filter(in_force(day), agency=agency_id).first()
    if row is None:
        return Terms()
    return Terms(
        span=Span(row.span),
        kept_fee_bp=row.kept_fee_bp,
        kept_charge_bp=row.kept_charge_bp,
        basis=row.basis,
    )


def former_of(agency_id: int, due_agency_id: int) -> Former:
    """Two queries."""
    sent = Settlement.objects.filter(agency=agency_id, due_agency=due_agency_id)
    last = sent.exclude(state=SettlementState.DRAFT).order_by("-first_day").first()
    if last is None:
        return Former(due={})
    parts = SettlementPart.objects.filter(settlement=last).values_list("kind", "due_vnd")
    return Former(
        last_day=last.last_day,
        next_transfer=last.next_transfer,
        due={FeeKind(kind): due for kind, due in parts},
    )


def open_since(agency_id: int, due_agency_id: int, former: Former) -> date | None:
    """The first day of the period to come; None where nothing moved since. Two queries."""
    day = first_open_day(
        agency_id,
        due_agency_id,
        from_id=former.next_transfer,
        but=SettlementItem.objects.all(),
        own_kind=SETTLEMENT,
    )
    if day is None or former.last_day is None:
        return day
    return date.fromordinal(former.last_day.toordinal() + 1)


def counted(
    agency_id: int, due_agency_id: int, former: Former, first_day: date, last_day: date
) -> list[Counted]:
    """All that the period holds, in order. Three queries."""
    moves = list(
        owed_moves(
            agency_id,
            due_agency_id,
            from_id=former.next_transfer,
            last_day=last_day,
            but=SettlementItem.objects.all(),
            own_kind=SETTLEMENT,
        )
    )
    here = {move.source.id for move in moves if move.source.purpose == "issued"}
    receipt_of = _receipts_of(moves)
    told = []
    for move in moves:
        part = part_of(move.source, move.amount_vnd)
        about = receipt_of.get(move.source, move.source.id)
        is_late = move.day < first_day or (part is not Part.COLLECTED and about not in here)
        told.append(Counted(move=move, kind=KIND_OF[move.code], part=part, is_late=is_late))
    return told


def _receipts_of(moves: list[OwedMove]) -> dict[Source, int | None]:
    """By the source of a refund: of which receipt it is. One query."""
    asked = {move.source.id: move.source for move in moves if move.source.kind == "refund"}
    found = Refund.objects.filter(pk__in=asked).values_list("pk", "receipt")
    return {asked[pk]: receipt_id for pk, receipt_id in found}


def figures(moves: list[Counted], former: Former, terms: Terms) -> dict[FeeKind, Figures]:
    plain = [(one.kind, one.part, one.amount_vnd) for one in moves]
    return figures_of(plain, former.due, terms)
