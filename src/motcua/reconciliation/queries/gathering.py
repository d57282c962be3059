"""The facts of one agency, gathered from the rooms that own them. For the command."""

from __future__ import annotations

from datetime import date

from motcua.payments.queries import compared as money
from motcua.reconciliation.vocabulary import (
    BookFact,
    Facts,
    LineFact,
    MessageFact,
    OrderFact,
    PaymentFact,
    RefundFact,
    SlipFact,
    SubjectKind,
    TillFact,
)
from motcua.settlements.queries.standing import refunds_on_their_way, rests_asked_back


def facts_of(agency_id: int, since: date) -> Facts:
    """All that stands open, and what came since the day. A score of queries."""
    asked_back = rests_asked_back(agency_id)
    return Facts(
        tills=tuple(TillFact(**one) for one in money.tills_compared(agency_id, since)),
        slips=tuple(SlipFact(**one) for one in money.slips_compared(agency_id, since)),
        orders=tuple(OrderFact(**one) for one in money.orders_compared(agency_id, since)),
        payments=tuple(
            PaymentFact(**one, asked_back_vnd=asked_back.get(one["id"], 0))
            for one in money.payments_compared(agency_id, since)
        ),
        lines=tuple(LineFact(**one) for one in money.lines_compared(agency_id, since)),
        messages=tuple(MessageFact(**one) for one in money.messages_compared(agency_id, since)),
        refunds=tuple(RefundFact(**one) for one in refunds_on_their_way(agency_id)),
        books=tuple(
            BookFact(**one | {"subject_kind": SubjectKind(one["subject_kind"])})
            for one in money.books_compared(agency_id, since)
        ),
        read_until=money.read_until(agency_id),
    )
