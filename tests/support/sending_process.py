"""A sender of feedback in a process of its own: `python -m tests.support.sending_process ORDER`.

It sets Django up on the database of DATABASE_URL, says `{"ready": true}`, waits for a line on
standard input, sends so many, and tells each in a line of JSON.
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
    feedback = import_module("tests.support.feedback")
    recording = import_module("motcua.ledger.recording")
    _tell(ready=True)
    sys.stdin.readline()
    for number in range(order["many"]):
        key = recording.RequestKey(order.get("key") or f"{os.getpid()}-{number}", "d")
        ref = feedback.sent(request=key)
        _tell(number=ref.number, id=ref.id, secret=ref.secret)


def _tell(**said: Any) -> None:
    print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
