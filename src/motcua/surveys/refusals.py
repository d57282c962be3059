"""Refusals of the rating door."""

from __future__ import annotations

from motcua.kernel.refusal import Refusal


class InvitationUnknown(Refusal):
    """Nobody was invited with this key."""

    code = "survey-invitation-unknown"


class InvitationExpired(Refusal):
    """Invited, but the time is over."""

    code = "survey-invitation-expired"


class InvitationUsed(Refusal):
    """Somebody has answered with it; one answer counts."""

    code = "survey-invitation-used"


class StaffMayNotRate(Refusal):
    """Staff do not answer for citizens (NĐ 61/2018/NĐ-CP Art. 27)."""

    code = "survey-staff-may-not-rate"


class NothingAsked(Refusal):
    """Nothing is asked after this, there and on that day."""

    code = "survey-nothing-asked"
