"""What the clock refuses; the words are in `motcua.worktime.wording`."""

from __future__ import annotations

from motcua.kernel.refusal import Refusal


class SessionsNotValid(Refusal):
    """Sessions of a day are reversed, overlap, or leave the day. `params`: weekday."""

    code = "sessions-not-valid"


class NoWorkingSessions(Refusal):
    """An office that never works cannot promise a date (one-stop-systems.md 2.4, vector 11)."""

    code = "no-working-sessions"


class OutsideCalendarRange(Refusal):
    """A date before or after the years the calendar knows. `params`: first_day, last_day."""

    code = "outside-calendar-range"


class LimitNotValid(Refusal):
    """The value of a limit is negative, too large, or not whole where it must be. `params`: why."""

    code = "limit-not-valid"


class PauseReversed(Refusal):
    """A pause ends before it begins. `params`: position (from 1)."""

    code = "pause-reversed"


class PauseBeforeReceipt(Refusal):
    """A pause begins before the dossier was received. `params`: position (from 1)."""

    code = "pause-before-receipt"
