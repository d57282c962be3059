"""What each fact about money moves in the books. Pure; explained in docs/explain/books.md.

A receipt is money the agency holds and owes on to whoever settles the dossier, fee and charge apart.
A till takes change from the float in the morning and gives it back at the closing; the rest goes to
the safe, and what was missing or too much is named. After the closing nothing stands on the till.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from motcua.books.vocabulary import AccountCode, Entry, Line, Place, Source, at_the_bank
from motcua.payments.vocabulary import PaymentMethod
from motcua.procedures.vocabulary import FeeKind

ISSUED, CANCELLED = "issued", "cancelled"
OPENED, CLOSED = "opened", "closed"
OWED_OF = {FeeKind.FEE: AccountCode.OWED_FEE, FeeKind.CHARGE: AccountCode.OWED_CHARGE}
CLEARING_OF = {
    PaymentMethod.CARD_SLIP: AccountCode.CARD_CLEARING,
    PaymentMethod.TRANSFER_SLIP: AccountCode.TRANSFER_CLEARING,
    PaymentMethod.VIETQR: AccountCode.TRANSFER_CLEARING,
    PaymentMethod.TRANSFER: AccountCode.TRANSFER_CLEARING,
    PaymentMethod.GATEWAY: AccountCode.GATEWAY_CLEARING,
}
RECEIVED, READ, ASSIGNED = "received", "read", "assigned"


def holds(method: str, till_id: int | None) -> Place:
    """Where money that came in this way is: in the till, or on its way to the bank."""
    if method == PaymentMethod.CASH:
        return Place(AccountCode.CASH, str(till_id))
    return Place(CLEARING_OF[PaymentMethod(method)])


def receipt_entry(
    receipt: Mapping[str, Any], lines: Iterable[tuple[str, int]], *, due_agency_id: int, day: date
) -> Entry:
    """A receipt that was issued; `lines` are (kind, amount), `due_agency_id` settles the dossier.

    `receipt`: id, agency_id, till_id, method and dossier_id.
    """
    held = holds(receipt["method"], receipt["till_id"])
    sums: dict[FeeKind, int] = {}
    for kind, amount in lines:
        sums[FeeKind(kind)] = sums.get(FeeKind(kind), 0) + amount
    return Entry(
        agency_id=receipt["agency_id"],
        source=Source("receipt", receipt["id"], ISSUED),
        day=day,
        lines=tuple(
            Line(held, Place(OWED_OF[kind], str(due_agency_id)), sums[kind])
            for kind in FeeKind
            if kind in sums
        ),
        dossier_id=receipt["dossier_id"],
    )


def opening_entry(till_id: int, agency_id: int, day: date, opening_vnd: int) -> Entry | None:
    """Change laid ready in the morning; None where there was none."""
    if not opening_vnd:
        return None
    line = Line(Place(AccountCode.CASH, str(till_id)), Place(AccountCode.FLOAT), opening_vnd)
    return Entry(
        agency_id=agency_id, source=Source("till", till_id, OPENED), day=day, lines=(line,)
    )


def closing_entry(
    till: Mapping[str, Any], *, counted_vnd: int, difference_vnd: int, day: date
) -> Entry | None:
    """What a counted till gives back and hands in; None where it was empty and right.

    `till`: id, agency_id, holding_id and opening_vnd.
    """
    cash, holder = Place(AccountCode.CASH, str(till["id"])), str(till["holding_id"])
    lines = []
    if difference_vnd < 0:
        lines.append(Line(Place(AccountCode.TILL_SHORT, holder), cash, -difference_vnd))
    if difference_vnd > 0:
        lines.append(Line(cash, Place(AccountCode.TILL_OVER, holder), difference_vnd))
    if till["opening_vnd"]:
        lines.append(Line(Place(AccountCode.FLOAT), cash, till["opening_vnd"]))
    handed_in = Line(Place(AccountCode.SAFE), cash, counted_vnd - till["opening_vnd"])
    if handed_in.amount_vnd:
        lines.append(handed_in if handed_in.amount_vnd > 0 else _drawn(handed_in))
    if not lines:
        return None
    source = Source("till", till["id"], CLOSED)
    return Entry(agency_id=till["agency_id"], source=source, day=day, lines=tuple(lines))


def _drawn(line: Line) -> Line:
    """Less was counted than had been laid ready: the safe makes up for it."""
    return Line(line.credit, line.debit, -line.amount_vnd)


def rest_entry(payment: Mapping[str, Any], day: date) -> Entry | None:
    """Of money that came, what nobody owed: it is to be given back. None where all was owed.

    `payment`: id, agency_id, dossier_id, method and rest_vnd; what was owed its receipt posts.
    """
    if not payment["rest_vnd"]:
        return None
    held = holds(payment["method"], None)
    return Entry(
        agency_id=payment["agency_id"],
        source=Source("payment", payment["id"], RECEIVED),
        day=day,
        lines=(Line(held, Place(AccountCode.REFUNDS_DUE), payment["rest_vnd"]),),
        dossier_id=payment["dossier_id"],
    )


def line_entry(line: Mapping[str, Any], clearing: Place | None) -> Entry:
    """Money that the bank says came: on its account now, no longer on its way. `clearing` is where it was;
    None while nobody knows whose it is. `line`: id, agency_id, account_id, amount_vnd, day, dossier_id."""
    held = clearing or Place(AccountCode.UNIDENTIFIED)
    return Entry(
        agency_id=line["agency_id"],
        source=Source("statement-line", line["id"], READ),
        day=line["day"],
        lines=(Line(at_the_bank(line["account_id"]), held, line["amount_vnd"]),),
        dossier_id=line["dossier_id"] if clearing else None,
    )


def assigned_entry(line: Mapping[str, Any], clearing: Place, day: date) -> Entry:
    """What lay on the account with nobody's name on it is now known."""
    return Entry(
        agency_id=line["agency_id"],
        source=Source("statement-line", line["id"], ASSIGNED),
        day=day,
        lines=(Line(Place(AccountCode.UNIDENTIFIED), clearing, line["amount_vnd"]),),
        dossier_id=line["dossier_id"],
    )
