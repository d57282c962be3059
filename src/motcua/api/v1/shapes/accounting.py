"""Books, refunds, settlements and differences, as read."""

from __future__ import annotations

from motcua.api.v1.shapes.fields import Day, Moment, Told, YesNo
from motcua.reconciliation.vocabulary import Kind, Likely, State, SubjectKind
from motcua.settlements.vocabulary import RefundReason, RefundState


class AccountOut(Told):
    """One account of the books; `ref` names of what it is. `count`: how many are told together."""

    code: str
    ref: str
    opening_vnd: int
    debits_vnd: int
    credits_vnd: int
    closing_vnd: int
    count: int


class BooksOut(Told):
    agency_id: int
    first_day: Day
    last_day: Day
    accounts: list[AccountOut]
    debits_vnd: int
    credits_vnd: int
    is_even: YesNo


class RefundOut(Told):
    """One refund: of a receipt, or of money that nobody owed (`rest_vnd`)."""

    id: int
    state: RefundState
    reason: RefundReason
    fee_vnd: int
    charge_vnd: int
    rest_vnd: int
    receipt_id: int | None
    dossier_code: str
    requested_at: Moment
    paid_at: Moment | None


class RefundPage(Told):
    items: list[RefundOut]
    next_cursor: str


class PartOut(Told):
    """Fees or charges of a settlement."""

    kind: str
    carried_vnd: int
    collected_vnd: int
    cancelled_vnd: int
    refunded_vnd: int
    kept_vnd: int
    due_vnd: int


class SettlementOut(Told):
    """One settlement; `parts` only where it is asked for by its id."""

    id: int
    agency_id: int
    due_agency_id: int
    first_day: Day
    last_day: Day
    state: str
    to_transfer_vnd: int | None
    paid_on: Day | None
    parts: list[PartOut]


class SettlementPage(Told):
    items: list[SettlementOut]
    next_cursor: str


class ItemOut(Told):
    """One transfer of the books that a settlement counts."""

    id: int
    day: Day
    part: str
    kind: str
    amount_vnd: int
    is_late: YesNo
    dossier_code: str
    receipt_id: int | None


class ItemPage(Told):
    items: list[ItemOut]
    next_cursor: str


class DifferenceOut(Told):
    """Something that differs: what, how much, what is likely, whose it is."""

    id: int
    agency_id: int
    kind: Kind
    subject_kind: SubjectKind
    subject_id: int
    day: Day
    amount_vnd: int
    likely: Likely
    about: str
    owner: str
    found_at: Moment
    state: State
    explained_at: Moment | None
    explained_by: str
    reason: str


class DifferencePage(Told):
    items: list[DifferenceOut]
    next_cursor: str
