"""How often somebody may ask for what is not there: codes are not to be guessed."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest

from motcua.kernel.caller_address import caller_address
from motcua.kernel.pacing import Pace

MISSES_PER_MINUTE_MAX = 60
misses = Pace(MISSES_PER_MINUTE_MAX)


def wait_of(request: HttpRequest, at: datetime) -> int:
    """Seconds to wait before asking again; 0 when none."""
    return misses.wait(caller_of(request), at)


def note_miss(request: HttpRequest, at: datetime) -> None:
    """Somebody has asked for what nobody has."""
    misses.take(caller_of(request), at)


def caller_of(request: HttpRequest) -> str:
    """From which address the question comes."""
    return caller_address(
        request.META.get("REMOTE_ADDR", ""), request.headers.get("X-Forwarded-For", "")
    )
