"""An officer at a counter in a process of its own: `python -m tests.support.collecting_process ORDER`.

It sets Django up on the database of DATABASE_URL, says `{"ready": true}`, waits for a line on
standard input, collects for each dossier it was given, and tells each receipt in a line of JSON.
"""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module
from typing import Any

import django


def main(order: dict[str, Any]) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings.test")
    django.setup()
    money = import_module("tests.support.money")
    recording = import_module("motcua.ledger.recording")
    refusals = import_module("motcua.kernel.refusal")
    _tell(ready=True)
    sys.stdin.readline()
    for number, code in enumerate(order["dossiers"]):
        key = recording.RequestKey(order.get("key") or f"{os.getpid()}-{number}", "d")
        try:
            ref = money.collect(code, by=order["officer"], request=key)
            _tell(number=ref.number, id=ref.id, repeated=ref.repeated)
        except refusals.Refusal as refusal:
            _tell(refused=refusal.code)


def _tell(**said: Any) -> None:
    print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
