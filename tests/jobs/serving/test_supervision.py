"""Children are kept alive, with growing pauses, and never outlive the supervisor."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from motcua.jobs.serving import supervision
from motcua.jobs.serving.supervision import Child, KeepsDyingError, Program
from tests.support.checkout import ROOT

SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)"]
ENDS = [sys.executable, "-c", "pass"]


def _program(command: list[str]) -> Program:
    return Program("thử", command, os.environ)


def _look_until_reported(child: Child, reports: list[float]) -> None:
    count, end = len(reports), time.monotonic() + 20
    while len(reports) == count and time.monotonic() < end:
        child.look_after(lambda _name, pause: reports.append(pause))
        time.sleep(0.01)


def test_a_child_that_lives_is_left_alone() -> None:
    child = Child(_program(SLEEPS))
    reports: list[float] = []
    child.look_after(lambda _name, pause: reports.append(pause))
    assert child.is_alive()
    assert reports == []
    child.stop()


def test_a_child_that_dies_is_started_again_after_growing_pauses(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(supervision, "PAUSE_SECONDS_MAX", 0.05)
    child = Child(_program(ENDS))
    reports: list[float] = []
    for _ in range(3):
        _look_until_reported(child, reports)
    assert child.deaths == 3
    assert reports == [0.05, 0.05, 0.05]


def test_a_child_that_keeps_dying_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervision, "PAUSE_SECONDS_MAX", 0.0)
    monkeypatch.setattr(supervision, "DEATHS_MAX", 2)
    child = Child(_program(ENDS))
    reports: list[float] = []
    _look_until_reported(child, reports)
    with pytest.raises(KeepsDyingError):
        _look_until_reported(child, reports)


def test_stopping_ends_the_child() -> None:
    child = Child(_program(SLEEPS))
    child.stop()
    assert not child.is_alive()


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the kernel's word to orphans is Linux's"
)
def test_a_child_does_not_outlive_a_supervisor_that_is_killed(tmp_path: Path) -> None:
    noted = tmp_path / "pid"
    code = (
        "import os, sys, time; from motcua.jobs.serving.supervision import Child, Program;"
        f"child = Child(Program('x', {SLEEPS!r}, os.environ));"
        f"open({str(noted)!r}, 'w').write(str(child._process.pid));"
        "time.sleep(60)"
    )
    supervisor = subprocess.Popen(
        [sys.executable, "-c", code], env=os.environ | {"PYTHONPATH": str(ROOT / "src")}
    )
    _wait_for(lambda: noted.exists() and noted.read_text() != "")
    pid = int(noted.read_text())
    supervisor.send_signal(signal.SIGKILL)
    supervisor.wait()
    assert _wait_for(lambda: not _runs(pid))


def _runs(pid: int) -> bool:
    state = Path(f"/proc/{pid}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z"


def _wait_for(condition) -> bool:  # type: ignore[no-untyped-def]
    end = time.monotonic() + 20
    while time.monotonic() < end and not condition():
        time.sleep(0.05)
    return bool(condition())
