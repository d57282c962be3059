"""Two installations that run: each with its folder, its database, its web server, its worker, its desk."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from motcua.jobs.processes import die_with_parent
from tests.support.checkout import ROOT
from tests.support.installations import Installation

READY_SECONDS = 60
APPLICATION = "motcua.jobs.serving.door:application"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@dataclass
class Office:
    """One of them. `port` is where its door is; the line to it may be elsewhere."""

    place: Installation
    port: int = field(default_factory=free_port)
    programs: dict[str, subprocess.Popen[str]] = field(default_factory=dict)

    def start_desk(self) -> None:
        self._begin("desk", "-m", "tests.support.exchanging_desk")

    def start_server(self) -> None:
        words = ["-m", "granian", "--interface", "wsgi", "--no-ws", "--log-level", "critical"]
        words += ["--host", "127.0.0.1", "--port", str(self.port), "--workers", "1"]
        self._begin("server", *words, "--blocking-threads", "2", APPLICATION)
        wait_until(self._answers, READY_SECONDS)

    def start_worker(self) -> None:
        self._begin("worker", "-m", "motcua", "worker", "notices")

    def kill(self, name: str) -> None:
        """Outright, as a power cut does; with all its children."""
        program = self.programs.pop(name)
        os.killpg(program.pid, signal.SIGKILL)
        program.wait()
        for pipe in (program.stdin, program.stdout):
            if pipe is not None:
                pipe.close()

    def stop(self) -> None:
        for name in list(self.programs):
            self.kill(name)

    def told(self, do: str, **order: Any) -> Any:
        """What the desk answers. Faults: AssertionError with what it was."""
        answer = self.tried(do, **order)
        assert "fault" not in answer, answer["fault"]
        return answer["answer"]

    def tried(self, do: str, **order: Any) -> dict[str, Any]:
        desk = self.programs["desk"]
        assert desk.stdin is not None
        assert desk.stdout is not None
        desk.stdin.write(json.dumps({"do": do, **order}) + "\n")
        desk.stdin.flush()
        answer: dict[str, Any] = json.loads(desk.stdout.readline())
        return answer

    def _answers(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        except OSError:
            return False
        return True

    def _begin(self, name: str, *words: str) -> None:
        piped = subprocess.PIPE if name == "desk" else subprocess.DEVNULL
        with (self.place.data / f"{name}.log").open("a") as said:
            self.programs[name] = subprocess.Popen(
                [sys.executable, *words],
                cwd=ROOT,
                env=self.place.environment | {"PYTHONUNBUFFERED": "1"},
                stdin=piped,
                stdout=piped,
                stderr=said,
                text=True,
                start_new_session=True,
                preexec_fn=die_with_parent(signal.SIGKILL),
            )


def two_offices(folder: Path) -> tuple[Office, Office]:
    """Seeded once and copied: both know the same agencies and procedures, each has a key of its own."""
    first = Installation(folder / "first")
    first.data.mkdir(parents=True)
    assert first.motcua("migrate").returncode == 0
    seeding = Office(first)
    seeding.start_desk()
    seeding.told("seed")
    seeding.stop()
    (first.data / "exchange-key").unlink(missing_ok=True)
    second = Installation(folder / "second")
    shutil.copytree(first.data, second.data)
    return Office(first), Office(second)


def make_known(office: Office, other: Office, *, line: str, agency: str) -> None:
    """The card of the other, with the address of the line to it, is taken in here."""
    assert office.told("know", card=other.told("card", line=line, agency=agency)) == []


def wait_until(holds: Callable[[], bool], seconds: float) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.2)
