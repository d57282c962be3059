"""Money at the counter: receipts and tills."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from motcua.api.v1.shapes.fields import (
    Day,
    Given,
    InstantIn,
    Line,
    Moment,
    Name,
    Number,
    Told,
    YesNo,
)
from motcua.payments.rules.closing import AMOUNT_MAX_VND, NOTE_MAX, NOTES_MAX
from motcua.payments.rules.collecting import LINES_MAX, SLIP_LENGTH_MAX
from motcua.payments.vocabulary import DENOMINATIONS_VND, PaymentMethod, ReceiptState
from motcua.procedures.vocabulary import AskedAt, FeeKind

Sum = Annotated[int, Field(strict=True, ge=0, le=AMOUNT_MAX_VND)]
TillNote = Annotated[str, Field(max_length=NOTE_MAX)]


class LineGiven(Given):
    """One amount to collect."""

    kind: FeeKind
    name: Annotated[str, Field(min_length=1, max_length=500)]
    amount_vnd: Annotated[int, Field(strict=True, ge=1, le=AMOUNT_MAX_VND)]
    is_additional: YesNo = Field(
        default=False, description="For further copies or pages, beyond what the dossier owes."
    )


class CardSlipGiven(Given):
    """What a card terminal printed. Of the card the last four digits, never more."""

    terminal: Annotated[str, Field(max_length=40)]
    last_four: Annotated[str, Field(max_length=40, description="Four digits.")]
    paid_at: InstantIn | None = Field(None, description="As printed; now where it is left out.")


class CollectIn(Given):
    """All that is told to collect. Without `lines` all that the dossier still owes, without
    `payer_name` from whoever handed it in."""

    lines: Annotated[list[LineGiven], Field(max_length=LINES_MAX)] = Field(
        default_factory=list[LineGiven]
    )
    payer_name: Name = ""
    payer_number: Annotated[Number, Field(max_length=20)] = ""
    address: Line = ""
    method: PaymentMethod = PaymentMethod.CASH
    slip_number: Annotated[Line, Field(max_length=SLIP_LENGTH_MAX)] = Field(
        "",
        description="Names the bank's slip when it is not cash; of a card the approval on its slip.",
    )
    card: CardSlipGiven | None = None
    given_vnd: Sum | None = Field(None, description="Cash handed over, so that change is told.")


class CancelIn(Given):
    """Why the receipt is void."""

    reason: Annotated[str, Field(min_length=1, max_length=500)]


class NotesCounted(Given):
    """So many notes of one value."""

    value_vnd: Annotated[int, Field(strict=True, ge=DENOMINATIONS_VND[-1], le=DENOMINATIONS_VND[0])]
    count: Annotated[int, Field(strict=True, ge=0, le=NOTES_MAX)]


class OpenTillIn(Given):
    """Cash lying ready in the morning."""

    opening_vnd: Sum = 0


class CloseTillIn(Given):
    """What was counted: notes, or only the sum. A difference needs a `note`."""

    notes: Annotated[list[NotesCounted], Field(max_length=len(DENOMINATIONS_VND))] = Field(
        default_factory=list[NotesCounted]
    )
    total_vnd: Sum | None = None
    note: TillNote = ""


class ReceiptLineOut(Told):
    kind: FeeKind
    name: str
    amount_vnd: int
    is_additional: bool


class ReceiptLine(Told):
    """A receipt in a list."""

    id: int
    book_symbol: str
    number: int
    state: ReceiptState
    method: PaymentMethod
    total_vnd: int
    payer_name: str
    collected_at: Moment
    collected_by: str
    dossier_code: str


class ReceiptPage(Told):
    """Some receipts, newest first, and the cursor of what follows (empty at the end)."""

    items: list[ReceiptLine]
    next_cursor: str


class CardOut(Told):
    """The slip of a card terminal; the number of its approval is the receipt's `slip_number`."""

    terminal: str
    last_four: str
    paid_at: Moment


class ReceiptOut(Told):
    """One receipt in full. `is_final`: nothing changes it any more."""

    id: int
    till_id: int | None
    day: Day
    year: int
    number: int
    book_symbol: str
    dossier_code: str
    procedure_name: str
    payer_name: str
    payer_number: str
    address: str
    collected_at: Moment
    collected_by: str
    collected_by_title: str
    method: PaymentMethod
    slip_number: str
    card: CardOut | None
    total_vnd: int
    given_vnd: int | None
    change_vnd: int | None
    state: ReceiptState
    cancelled_at: Moment | None
    cancelled_by: str
    reason: str
    lines: list[ReceiptLineOut]
    is_final: bool
    may_cancel: bool


class KindOwedOut(Told):
    owed_vnd: int
    paid_vnd: int
    additional_vnd: int
    remaining_vnd: int


class LaterOut(Told):
    """What is asked for later: at a supplement or with the result."""

    asked_at: AskedAt
    amount_vnd: int


class DossierMoney(Told):
    """What a dossier owes, fee (phí) and charge (lệ phí) apart, and all that was ever taken. Of what
    remains, `due_vnd` is to be paid now and `later` at its moment; `over_vnd` was paid beyond what is owed."""

    code: str
    fee: KindOwedOut
    charge: KindOwedOut
    remaining_vnd: int
    due_vnd: int
    later: list[LaterOut]
    over_vnd: int
    receipts: list[ReceiptLine]


class TakingsOut(Told):
    """What came in: cash and slips (those of cards among them), fee and charge, counts of receipts."""

    cash_vnd: int
    slips_vnd: int
    cards_vnd: int
    cards: int
    fee_vnd: int
    charge_vnd: int
    total_vnd: int
    issued: int
    cancelled: int


class TillOut(Told):
    """One till of one day. Until it is closed `expected_vnd` is what should lie in it now."""

    id: int
    officer: str
    day: Day
    opened_at: Moment
    opening_vnd: int
    closed_at: Moment | None
    counted_vnd: int | None
    expected_vnd: int
    difference_vnd: int | None
    note: str
    takings: TakingsOut


class TillPage(Told):
    """Some tills, newest first, and the cursor of what follows (empty at the end)."""

    items: list[TillOut]
    next_cursor: str
