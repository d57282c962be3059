"""How often somebody may begin to pay: each attempt is a row that is kept."""

from __future__ import annotations

from motcua.kernel.pacing import Pace

ATTEMPTS_PER_MINUTE_MAX = 20
attempts = Pace(ATTEMPTS_PER_MINUTE_MAX)
