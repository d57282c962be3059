"""A worker in a process of its own that writes one list: `python -m tests.support.exporting_process ORDER`.

On the database of DATABASE_URL and in the folder of the order. It says `{"written": lines}` for each
piece that it has written; after `stand_still_after` pieces it waits there to be killed.
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
    import_module("django.conf").settings.EXPORTED_FILES = order["folder"]
    running = import_module("motcua.dossiers.exporting.running")
    _overhear(running, order["stand_still_after"])
    at = datetime.fromisoformat(order["at"])
    running.work_on_export(order["run_id"], now=lambda: at)
    _tell(over=True)


def _overhear(running: Any, pieces_max: int) -> None:
    """Say what is kept of the progress; stand still once a piece more has been written."""
    tell, told = running._mine, 0

    def overheard(run: Any, **said: Any) -> None:
        nonlocal told
        tell(run, **said)
        if said.get("done"):
            told += 1
            _tell(written=said["done"])
        if pieces_max and told == pieces_max:
            time.sleep(FOREVER_SECONDS)

    running._mine = overheard


def _tell(**said: Any) -> None:
    print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
