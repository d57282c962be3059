"""What becomes of money when it comes: as much as is still owed is booked, the rest is given back.

Fee before charge, always. So what a dossier has paid in the end depends on how much came, never on the
order in which it came or was heard of.
"""

from __future__ import annotations

from motcua.payments.vocabulary import Owed, Share


def share(amount_vnd: int, owed: Owed) -> Share:
    """The amount spread over what remains."""
    fee = min(amount_vnd, owed.fee.remaining_vnd)
    charge = min(amount_vnd - fee, owed.charge.remaining_vnd)
    return Share(fee_vnd=fee, charge_vnd=charge, rest_vnd=amount_vnd - fee - charge)
