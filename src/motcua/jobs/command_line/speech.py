"""What the command line says to a person: Vietnamese, or English where LANG starts with `en`.

These words are needed before Django and its catalogues are there, hence the plain pairs. People
are spoken to on standard error or output as the command chooses; batch doors never call `say`.
"""

from __future__ import annotations

import os
import sys
from typing import TextIO


def is_english() -> bool:
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG", "")
    return spoken.startswith("en")


def either(vi: str, en: str) -> str:
    """The one of two wordings that the person reads."""
    return en if is_english() else vi


def say(vi: str, en: str, *, to: TextIO | None = None) -> None:
    print(either(vi, en), file=to or sys.stdout, flush=True)


def complain(vi: str, en: str) -> int:
    """Say on standard error why a command stops; the exit code of a failure."""
    say(f"✗ {vi}", f"✗ {en}", to=sys.stderr)
    return 1
