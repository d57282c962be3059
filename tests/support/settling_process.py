"""An accountant in a process of its own: `python -m tests.support.settling_process ORDER`.

It sets Django up on the database of DATABASE_URL, says `{"ready": true}`, waits for a line on standard
input, does the one act it was given and tells what came of it in a line of JSON.
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
    refunding = import_module("tests.support.refunding")
    settling = import_module("tests.support.settling")
    refusals = import_module("motcua.kernel.refusal")
    acts = {
        "ask": refunding.ask,
        "ask_rest": settling.ask_rest,
        "pay": refunding.pay,
        "draft": settling.draft,
        "send": settling.send,
    }
    _tell(ready=True)
    sys.stdin.readline()
    try:
        _tell(done=acts[order["act"]](*order.get("on", [])))
    except refusals.Refusal as refusal:
        _tell(refused=refusal.code)


def _tell(**said: Any) -> None:
    print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
