"""An officer who certifies in a process of its own: `python -m tests.support.certifying_process ORDER`.

It sets Django up on the database of DATABASE_URL, says `{"ready": true}`, waits for a line on
standard input, enters as many as it was told, and tells the numbers of each in a line of JSON.
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
    certifying = import_module("tests.support.certifying")
    recording = import_module("motcua.ledger.recording")
    _tell(ready=True)
    sys.stdin.readline()
    for place in range(order["count"]):
        key = recording.RequestKey(order.get("key") or f"{os.getpid()}-{place}", "d")
        documents = [certifying.document(f"Giấy tờ {number}") for number in range(1 + place % 3)]
        made = certifying.enter(*documents, by=order["officer"], request=key)
        _tell(numbers=made.numbers, repeated=made.repeated)


def _tell(**said: Any) -> None:
    print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
