"""A citizen who sends a draft in a process of its own: `python -m tests.support.filing_process ORDER`.

On the database of DATABASE_URL, through the page that everybody uses. It looks at the page once, says
`{"ready": true}`, waits for a line on standard input, presses the button, and tells what the receipt says.
`pause_inside` makes it stop before ("locked") or after ("written") rows and fact of the dossier are sent;
it says `{"inside": …}` and waits there to be killed.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from importlib import import_module
from typing import Any

import django
import time_machine

from tests.support.clock import PLAIN_MORNING

FOREVER_SECONDS = 600
CODE = re.compile(r"H\d\d\.\d\d-\d{6}-\d{4}")


def main(order: dict[str, Any]) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings.test")
    django.setup()
    import_module("django.conf").settings.STORED_FILES = order["files"]
    if order.get("pause_inside"):
        _pause(import_module("motcua.ledger.recording"), order["pause_inside"])
    user = import_module("motcua.accounts.models").User.objects.get(pk=order["user_id"])
    citizens = import_module("tests.support.citizens")
    browser = import_module("django.test").Client()
    with time_machine.travel(PLAIN_MORNING, tick=True):
        browser.force_login(user, backend=citizens.BACKEND)
        assert browser.get(order["page"]).status_code == 200
        _tell(ready=True)
        sys.stdin.readline()
        answer = browser.post(order["page"], {"pledge": "on"})
        receipt = browser.get(answer.headers["Location"]).content.decode()
    _tell(status=answer.status_code, codes=sorted(set(CODE.findall(receipt))))


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
