"""A gateway's message heard by a process of its own: `python -m tests.support.hearing_process ORDER`.

It sets Django up on the database of DATABASE_URL, says `{"ready": true}`, waits for a line on standard
input, hears each message it was given, and tells each verdict in a line of JSON.
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
    paying = import_module("tests.support.paying")
    print(json.dumps({"ready": True}), flush=True)
    sys.stdin.readline()
    for number, amount_vnd, name in order["messages"]:
        verdict = paying.say(paying.message(number, amount_vnd, name))
        print(json.dumps({"verdict": str(verdict)}), flush=True)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
