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
    return misses.wait(_caller(request), at)


def note_miss(request: HttpRequest, at: datetime) -> None:
    """Somebody has asked for what nobody has."""
    misses.take(_caller(request), at)


def _caller(request: HttpRequest) -> str:
    return caller_address(
        request.META.get("REMOTE_ADDR", ""), request.headers.get("X-Forwarded-For", "")
    )
