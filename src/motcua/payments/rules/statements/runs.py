"""How a long statement is taken. Pure values."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

AT_ONCE_MAX: Final = 200
"""New lines up to which a statement is taken while one waits; more are left to a worker."""
STILL_AFTER: Final = timedelta(minutes=2)
"""A run that has said nothing for so long has lost its worker."""
ATTEMPTS_MAX: Final = 5
"""Workers that take a run up by themselves; after that a person must say so."""
KEYS_AT_ONCE: Final = 500
