"""Every step runs, each is named and timed, and one failure is a failure of all."""

from __future__ import annotations

import sys

import pytest

from motcua.jobs.command_line.workshop import source_check
from motcua.jobs.quality.steps import Step

GOOD = Step("good", "tốt", "good", [sys.executable, "-c", "print('quiet')"])
BAD = Step(
    "bad", "hỏng", "bad", [sys.executable, "-c", "import sys; print('broken here'); sys.exit(3)"]
)


@pytest.fixture(autouse=True)
def _two_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_check, "STEPS", (BAD, GOOD))
    monkeypatch.setattr(source_check, "BY_NAME", {"good": GOOD, "bad": BAD})


def test_one_failing_step_fails_the_check_but_all_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert source_check.run([]) == 1
    said = capsys.readouterr()
    assert "✓ good" in said.out
    assert "✗ bad" in said.out
    assert "./motcua check --house bad" in said.err


def test_what_a_failing_step_said_is_shown_and_what_a_good_one_said_is_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    source_check.run([])
    said = capsys.readouterr().out
    assert "broken here" in said
    assert "quiet" not in said


def test_one_step_can_be_run_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert source_check.run(["good"]) == 0
    assert "bad" not in capsys.readouterr().out


def test_an_unknown_step_is_refused() -> None:
    assert source_check.run(["nothing"]) == 1
