"""A worker in a process of its own that tells citizens: `python -m tests.support.telling_process ORDER`.

On the database of DATABASE_URL, by the SMS gateway of the order. It does one round and says what was
done; told to `stand_still` at `queued` or `sent` it stops there, inside the transaction that queues or
after the gateway has answered, and waits to be killed.
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
    os.environ["MOTCUA_SMS_GATEWAY"] = order["gateway"]
    os.environ["MOTCUA_SMS_SECRET"] = order["secret"]
    django.setup()
    queueing = import_module("motcua.notices.commands.queueing")
    sending = import_module("motcua.notices.commands.sending")
    places = {"queued": (queueing, "_notices"), "sent": (sending, "_keep")}
    if order["stand_still"]:
        _stand_still(*places[order["stand_still"]], said=order["stand_still"])
    telling = import_module("motcua.jobs.telling")
    told = import_module("motcua.notices.commands.round")
    at = datetime.fromisoformat(order["at"])
    done = told.tell_round(telling.office_that_tells(), lambda: at)
    _tell(queued=done.queued, tried=done.tried)


def _stand_still(module: Any, name: str, *, said: str) -> None:
    def stopped(*_given: Any, **_settings: Any) -> None:
        _tell(at=said)
        time.sleep(FOREVER_SECONDS)

    setattr(module, name, stopped)


def _tell(**said: Any) -> None:
    print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
