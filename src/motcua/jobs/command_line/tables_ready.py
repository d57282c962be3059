"""Brings the database up to date before a command of the office, so that any may be the first one typed."""

from __future__ import annotations

import sys
from pathlib import Path

from django.conf import settings

from motcua.jobs.serving.preparation import migrate


def prepare() -> None:
    """The folder of data and the tables of this version. Says so on standard error, if there is work."""
    Path(settings.DATA).mkdir(mode=0o700, parents=True, exist_ok=True)
    migrate(lambda words: print(f"• {words}", file=sys.stderr, flush=True))
