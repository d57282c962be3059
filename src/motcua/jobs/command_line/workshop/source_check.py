"""The check of the source: every step runs even if one fails, each is named and timed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass

from motcua.jobs.command_line.speech import complain, either, say
from motcua.jobs.quality.places import CORES, ROOT
from motcua.jobs.quality.steps import BY_NAME, STEPS, Step

STEP_SECONDS_MAX = 600


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one step ended."""

    step: Step
    passed: bool
    seconds: float
    said: str


def run(argv: list[str]) -> int:
    """All steps, or those named. 0 when all passed."""
    unknown = [word for word in argv if word not in BY_NAME]
    if unknown:
        known = " ".join(BY_NAME)
        return complain(
            f"Không có bước {unknown[0]}. Có: {known}", f"No step {unknown[0]}. There are: {known}"
        )
    steps = [BY_NAME[word] for word in argv] or list(STEPS)
    started = time.monotonic()
    with ThreadPoolExecutor(max_workers=CORES) as pool:
        outcomes = [
            _report(done.result())
            for done in as_completed(pool.submit(_try, step) for step in steps)
        ]
    failed = [outcome.step.name for outcome in outcomes if not outcome.passed]
    seconds = time.monotonic() - started
    if failed:
        again = f"./motcua check --house {' '.join(failed)}"
        return complain(
            f"{len(failed)} bước không đạt ({seconds:.0f} giây). Chạy lại riêng: {again}",
            f"{len(failed)} steps failed ({seconds:.0f} s). To run them again: {again}",
        )
    say(
        f"✓ Đạt cả {len(outcomes)} bước ({seconds:.0f} giây).",
        f"✓ All {len(outcomes)} steps passed ({seconds:.0f} s).",
    )
    return 0


def _try(step: Step) -> Outcome:
    started = time.monotonic()
    done = subprocess.run(  # noqa: S603
        step.command,
        cwd=ROOT,
        env=os.environ | step.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=STEP_SECONDS_MAX,
        check=False,
    )
    return Outcome(step, done.returncode == 0, time.monotonic() - started, done.stdout)


def _report(outcome: Outcome) -> Outcome:
    mark = "✓" if outcome.passed else "✗"
    name = either(outcome.step.vi, outcome.step.en)
    print(f"{mark} {outcome.step.name:<12} {name:<24} {outcome.seconds:5.1f} s", flush=True)
    if not outcome.passed:
        sys.stdout.write(outcome.said.rstrip() + "\n\n")
        sys.stdout.flush()
    return outcome
