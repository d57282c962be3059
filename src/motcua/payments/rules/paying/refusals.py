"""Why no payment order is made, no account is set, no money is confirmed."""

from __future__ import annotations

from motcua.kernel.refusal import ManyProblems, Refusal


class NoCollectingAccount(Refusal):
    """The agency has no account to be paid by on that day."""

    code = "no-collecting-account"


class DossierEnded(Refusal):
    """The dossier was not received, was withdrawn or stopped: nothing is asked for it any more."""

    code = "nothing-asked-of-ended-dossier"


class TillMethodNeeded(Refusal):
    """At the counter money comes as cash or by a slip."""

    code = "method-not-at-the-counter"


class ReceiptWithoutTill(Refusal):
    """Money that came to the account is given back by a refund; its receipt is not made void."""

    code = "receipt-without-till"


class OrderNotOpen(Refusal):
    """The order has ended already."""

    code = "payment-order-ended"


class ReasonMissing(Refusal):
    """What a person decides about money has a reason, of at most `length_max` letters."""

    code = "money-reason-missing"


class AccountFaulty(ManyProblems):
    """What was typed is no account to be paid by; `problems` holds every reason."""

    code = "collecting-account-faulty"


class AccountFieldFaulty(Refusal):
    """This part of an account has another form."""

    code = "collecting-account-field"


class AccountOverlaps(Refusal):
    """Another account of the agency is in force on some of these days."""

    code = "collecting-account-overlaps"


class GatewayUnknown(Refusal):
    """This office has no gateway of that name, or it may not be used here."""

    code = "payment-gateway-unknown"


class AlreadyConfirmed(Refusal):
    """Money for this order has come already."""

    code = "payment-already-known"


class LineSettled(Refusal):
    """Somebody has said already what this line of the statement is."""

    code = "statement-line-settled"


class MoneyDayFaulty(Refusal):
    """The day is still to come, or before the order was made (`day`)."""

    code = "money-day-faulty"


class AccountInUse(Refusal):
    """Somebody was asked to pay by it, or its statement was read: it ends, it is not corrected."""

    code = "collecting-account-in-use"
