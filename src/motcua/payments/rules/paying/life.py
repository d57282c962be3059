"""The life of a payment order: one table. Money that comes is never refused; the state says how."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from motcua.payments.vocabulary import OrderState as S
from motcua.payments.vocabulary import PaymentCause


class Happening(StrEnum):
    """What may befall an order."""

    MONEY_AS_ASKED = "MONEY_AS_ASKED"
    MONEY_LATE = "MONEY_LATE"
    MONEY_WRONG = "MONEY_WRONG"
    TIME_OVER = "TIME_OVER"
    WITHDRAWN = "WITHDRAWN"


PAID_STATES: Final = frozenset({S.PAID, S.PAID_LATE, S.PAID_WRONG_AMOUNT})
H = Happening
NEXT: Final[dict[tuple[S, Happening], S]] = {
    (S.OPEN, H.MONEY_AS_ASKED): S.PAID,
    (S.OPEN, H.MONEY_LATE): S.PAID_LATE,
    (S.OPEN, H.MONEY_WRONG): S.PAID_WRONG_AMOUNT,
    (S.OPEN, H.TIME_OVER): S.EXPIRED,
    (S.OPEN, H.WITHDRAWN): S.WITHDRAWN,
    **{
        (ended, money): after
        for ended in (S.EXPIRED, S.WITHDRAWN)
        for money, after in (
            (H.MONEY_AS_ASKED, S.PAID_LATE),
            (H.MONEY_LATE, S.PAID_LATE),
            (H.MONEY_WRONG, S.PAID_WRONG_AMOUNT),
        )
    },
}
"""Whatever is not here leaves the order as it is."""


def after(state: S, happening: Happening) -> S:
    """The state that follows; the same one when the happening changes nothing."""
    return NEXT.get((state, happening), state)


def cause_of(state: S, *, is_exact: bool, is_late: bool) -> PaymentCause:
    """How money for an order in this state fits it."""
    if state in PAID_STATES:
        return PaymentCause.AGAIN
    if not is_exact:
        return PaymentCause.WRONG_AMOUNT
    if is_late or state is not S.OPEN:
        return PaymentCause.LATE
    return PaymentCause.AS_ASKED


HAPPENING_OF: Final[dict[PaymentCause, Happening]] = {
    PaymentCause.AS_ASKED: H.MONEY_AS_ASKED,
    PaymentCause.LATE: H.MONEY_LATE,
    PaymentCause.WRONG_AMOUNT: H.MONEY_WRONG,
}
