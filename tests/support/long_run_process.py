"""A worker in a process of its own that carries out a long run: `python -m tests.support.long_run_process ORDER`.

On the database of DATABASE_URL. It says `{"kept": dossiers}` after each piece that was kept; with
`stand_still_inside` it stops in the middle of that piece's transaction and waits there to be killed.
"""

from __future__ import annotations

import json
import os
import sys
import time
from datetime import datetime
from importlib import import_module
from typing import Any

import django

FOREVER_SECONDS = 600


def main(order: dict[str, Any]) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings.test")
    django.setup()
    working = import_module("motcua.dossiers.long_runs.working")
    working.PIECE = order["piece"]
    _overhear(working, order["stand_still_inside"])
    at = datetime.fromisoformat(order["at"])
    working.work_on_long_run(order["run_id"], now=lambda: at)
    _tell(over=True)


def _overhear(working: Any, inside: int) -> None:
    """`_mine` with `done` is the last thing said inside a piece's transaction."""
    say, pieces = working._mine, 0

    def overheard(run: Any, **said: Any) -> None:
        nonlocal pieces
        say(run, **said)
        pieces += "done" in said
        if "done" in said:
            _tell(written=said["done"])
        if inside and pieces == inside:
            time.sleep(FOREVER_SECONDS)

    working._mine = overheard


def _tell(**said: Any) -> None:
    print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
