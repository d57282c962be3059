"""The data that is measured: the sample office, or a district's years of so many dossiers."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

from django.db import connections

from motcua.dossiers.queries.lists import any_dossier
from motcua.jobs import demo


def build(size: int, tell: Callable[[str], None]) -> None:
    """`size` 0: the sample office; else that many dossiers, in a process of its own. What is there
    already is kept."""
    if any_dossier():
        return
    if not size:
        demo.ensure_sample_office(tell)
        return
    connections.close_all()
    words = [sys.executable, "-m", "motcua", "demo", "--size", "district", "--dossiers", str(size)]
    subprocess.run(words, check=True, stdout=sys.stderr)  # noqa: S603
