"""A desk in a process of its own: `python -m tests.support.receiving_process ORDER`.

It sets Django up on the database of DATABASE_URL, says `{"ready": true}`, waits for a line on
standard input, receives, and tells each reception in a line of JSON. `pause_inside` makes it stop
in the middle of the first transaction: before ("locked") or after ("written") rows and fact are
sent; it says `{"inside": …}` and waits there to be killed.
"""

from __future__ import annotations

import json
import os
import sys
import time
from importlib import import_module
from typing import Any

import django

FOREVER_SECONDS = 600


def main(order: dict[str, Any]) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings.test")
    django.setup()
    reception = import_module("tests.support.reception")
    recording = import_module("motcua.ledger.recording")
    if order.get("pause_inside"):
        _pause(recording, order["pause_inside"])
    officer = reception.an_officer()
    given = reception.a_reception(order["procedure"])
    _tell(ready=True)
    sys.stdin.readline()
    for number in range(order["receptions"]):
        key = order.get("key") or f"{os.getpid()}-{number}"
        started = time.monotonic()
        ref = reception.receive(
            given, actor=officer, request=recording.RequestKey(key, order.get("digest", "d"))
        )
        _tell(code=ref.code, id=ref.id, repeated=ref.repeated, seconds=time.monotonic() - started)


def _pause(recording: Any, where: str) -> None:
    """Stand still where rows and fact are sent to the database."""
    send = recording.run

    def stand_still(statements: Any) -> None:
        if where == "written":
            send(statements)
        _tell(inside=where)
        time.sleep(FOREVER_SECONDS)

    recording.run = stand_still


def _tell(**said: Any) -> None:
    print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
