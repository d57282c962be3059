"""Keeps a few child processes alive: restarts one that dies, with growing pauses; stops all at the end."""

from __future__ import annotations

import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from motcua.jobs.processes import die_with_parent, stop

POLL_SECONDS = 0.2
PAUSE_SECONDS_MAX = 30.0
HEALTHY_AFTER_SECONDS = 60.0
DEATHS_MAX = 6
STOP_SECONDS_MAX = 15.0


@dataclass(frozen=True, slots=True)
class Program:
    """A child to keep alive: its name for people, and how it is started. `log`: where what it says
    goes, our own output if none."""

    name: str
    command: list[str]
    environment: Mapping[str, str]
    log: Path | None = None


class KeepsDyingError(Exception):
    """A child died again and again; going on would hide the fault."""


class Child:
    """One running program, how often it has died lately, and when it may start again."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.deaths = 0
        self._restart_at = 0.0
        self._started_at = 0.0
        self._process: subprocess.Popen[str] | None = None
        self.start()

    def start(self) -> None:
        self._started_at = time.monotonic()
        # A session of its own: Ctrl-C reaches us first, and we stop the children in good order.
        with _opened(self.program.log) as log:
            self._process = subprocess.Popen(  # noqa: S603
                self.program.command,
                env=self.program.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                text=True,
                start_new_session=True,
                preexec_fn=die_with_parent(signal.SIGTERM),
            )

    @property
    def pid(self) -> int | None:
        """None between a death and the next start."""
        return self._process.pid if self._process is not None else None

    def is_alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def look_after(self, report: Callable[[str, float], None]) -> None:
        """Notice a death, start again after its pause. Refuses (KeepsDyingError) to go on for ever."""
        if self.is_alive():
            return
        if self._process is not None:
            self._note_death(report)
        elif time.monotonic() >= self._restart_at:
            self.start()

    def _note_death(self, report: Callable[[str, float], None]) -> None:
        lived = time.monotonic() - self._started_at
        self.deaths = 1 if lived > HEALTHY_AFTER_SECONDS else self.deaths + 1
        if self.deaths >= DEATHS_MAX:
            raise KeepsDyingError(self.program.name)
        pause = min(2.0 ** (self.deaths - 1), PAUSE_SECONDS_MAX)
        self._restart_at = time.monotonic() + pause
        self._process = None
        report(self.program.name, pause)

    def stop(self) -> None:
        if self._process is not None:
            stop(self._process, signal.SIGTERM, patience_seconds=STOP_SECONDS_MAX)


def _opened(log: Path | None) -> AbstractContextManager[Any]:
    return nullcontext() if log is None else log.open("a")


class Supervisor:
    """Starts the programs and looks after them until asked to stop (SIGINT, SIGTERM, SIGHUP)."""

    def __init__(self, programs: list[Program], report: Callable[[str, float], None]) -> None:
        self._asked_to_stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda *_: self._asked_to_stop.set())
        self._report = report
        self.children = [Child(program) for program in programs]

    def wait(self, until: Callable[[], bool], *, seconds_max: float) -> bool:
        """Look after the children until a condition holds; False if asked to stop or out of time."""
        end = time.monotonic() + seconds_max
        while time.monotonic() < end and not self._asked_to_stop.is_set():
            if until():
                return True
            self._turn()
        return False

    def run(self) -> None:
        """Look after the children until asked to stop."""
        while not self._asked_to_stop.is_set():
            self._turn()

    def stop(self) -> None:
        for child in self.children:
            child.stop()

    def _turn(self) -> None:
        self._asked_to_stop.wait(POLL_SECONDS)
        if not self._asked_to_stop.is_set():
            for child in self.children:
                child.look_after(self._report)
