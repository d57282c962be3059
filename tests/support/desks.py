"""Several desks at once, each a process with its own connection to the database of the test."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

from django.db import connection

from motcua.jobs.processes import die_with_parent
from tests.support.checkout import ROOT
from tests.support.reception import BIRTH


def address_of_test_database() -> str:
    """The DATABASE_URL under which another process finds the same tables."""
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{database['NAME']}"
    password = f":{quote(database['PASSWORD'])}" if database["PASSWORD"] else ""
    who = f"{quote(database['USER'])}{password}"
    return f"postgres://{who}@{database['HOST']}:{database['PORT']}/{database['NAME']}"


class Worker:
    """One process that does what it was ordered, on the database of the test."""

    def __init__(self, module: str, order: dict[str, Any]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, json.dumps(order)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=os.environ
            | {"DATABASE_URL": address_of_test_database(), "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
            preexec_fn=die_with_parent(signal.SIGKILL),
        )
        self.returncode: int | None = None

    def hear(self) -> dict[str, Any]:
        """The next thing it says."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "its process ended; its fault stands on standard error"
        said: dict[str, Any] = json.loads(line)
        return said

    def go(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()

    def told(self) -> list[dict[str, Any]]:
        """All that it says until it ends."""
        said, _nothing = self._process.communicate()
        self.returncode = self._process.returncode
        return [json.loads(line) for line in said.splitlines()]

    def kill(self) -> None:
        """As the kernel does when memory runs out: it can do nothing more."""
        self._process.kill()
        self._process.communicate()


class Desk(Worker):
    """One process that receives when told to."""

    def __init__(self, **order: Any) -> None:
        every = {"procedure": BIRTH, "receptions": 1, **order}
        super().__init__("tests.support.receiving_process", every)


@contextmanager
def desks(count: int, **order: Any) -> Iterator[list[Desk]]:
    """So many desks, ready to begin; none is left at the end."""
    opened = [Desk(**order) for _number in range(count)]
    try:
        for desk in opened:
            desk.hear()
        yield opened
    finally:
        for desk in opened:
            desk.kill()


def all_at_once(count: int, **order: Any) -> list[list[dict[str, Any]]]:
    """What each of so many desks tells of its receptions, all begun at the same moment."""
    with desks(count, **order) as opened:
        for desk in opened:
            desk.go()
        told = [desk.told() for desk in opened]
        assert [desk.returncode for desk in opened] == [0] * count
        return told
