"""The national identity for tests: a real OpenID provider in a process of its own.

`python -m tests.support.identity_provider SECONDS …` is that process, its clock moved by so many seconds,
so that what it signs is as old as the office under test believes.
"""

from __future__ import annotations

import json
import runpy
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from urllib.error import URLError

import time_machine

from tests.support.checkout import ROOT

PROVIDER = "oidc_provider_mock"
Person = Mapping[str, str]


@contextmanager
def identity_provider(
    people: Sequence[Person], *, ahead: timedelta = timedelta(0)
) -> Iterator[str]:
    """Its address, while it runs. `people` are the claims of whoever may sign in there."""
    port = free_port()
    seconds = str(round(ahead.total_seconds()))
    command = [sys.executable, "-W", "ignore", "-m", "tests.support.identity_provider", seconds]
    command += ["-p", str(port), "--require-nonce", "true"]
    for person in people:
        command += ["--user-claims", json.dumps(person)]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/.well-known/openid-configuration")
        yield address
    finally:
        process.terminate()
        process.wait(10)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _answers(address: str) -> bool:
    try:
        urllib.request.urlopen(address, timeout=1).close()
    except (URLError, OSError):
        return False
    return True


def _wait_for(address: str) -> None:
    patience = iter(range(1200))
    while not _answers(address):
        next(patience)
        time.sleep(0.05)


def main(seconds: int) -> None:
    sys.argv = [PROVIDER, *sys.argv[2:]]
    with time_machine.travel(datetime.now(tz=UTC) + timedelta(seconds=seconds), tick=True):
        runpy.run_module(PROVIDER, run_name="__main__")


if __name__ == "__main__":
    main(int(sys.argv[1]))
