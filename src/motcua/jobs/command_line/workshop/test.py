"""`./motcua test [PART] [PYTEST OPTIONS]`: pure tests, both databases, the browser; one sum at the end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from motcua.jobs.command_line.speech import complain, say
from motcua.jobs.processes import die_with_parent
from motcua.jobs.quality.browser import ensure_chromium
from motcua.jobs.quality.parts import ALL, MARKERS, PARTS, Leg, Part
from motcua.jobs.quality.places import CORES, ROOT
from motcua.jobs.quality.postgres import PostgresNotStartedError, throwaway_server

# Whoever is done takes what waits at the other: the last tests are the longest.
QUIETLY_SHARED = ("-q", "-n", str(CORES), "--dist", "worksteal")
NO_TESTS = 5
TERMINATED = 128 + signal.SIGTERM
NAMES = {
    Leg.PURE: ("Thuần, không cơ sở dữ liệu", "Pure, without a database"),
    Leg.SQLITE: ("Trên SQLite", "On SQLite"),
    Leg.POSTGRESQL: ("Trên PostgreSQL", "On PostgreSQL"),
    Leg.BROWSER: ("Trên trình duyệt", "In a browser"),
}


@dataclass(frozen=True, slots=True)
class Result:
    """What one leg counted; `sound` is False when pytest itself failed, whatever it counted."""

    counts: Counter[str]
    sound: bool


def run(argv: list[str]) -> int:
    """0 when every test of every leg passed and at least one ran."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
    part, options = _part_of(argv)
    started = time.monotonic()
    results = [_leg(leg, part, options) for leg in part.legs]
    counts = sum((result.counts for result in results), Counter[str]())
    seconds = time.monotonic() - started
    sound = all(result.sound for result in results)
    if not sound:
        complain("Có phần không đạt hoặc không chạy được.", "Some part failed or could not run.")
    if not counts["passed"] + counts["failed"]:
        complain("Không có phép thử nào được chạy.", "No test was run.")
    say(f"Tất cả mất {seconds:.0f} giây.", f"All of it took {seconds:.0f} s.")
    skipped = f", {counts['skipped']} skipped" if counts["skipped"] else ""
    print(f"{counts['passed']} passed, {counts['failed']} failed{skipped}", flush=True)
    return 0 if sound and counts["passed"] and not counts["failed"] else 1


def _part_of(argv: list[str]) -> tuple[Part, list[str]]:
    if argv and argv[0] in PARTS:
        return PARTS[argv[0]], argv[1:]
    return ALL, argv


def _leg(leg: Leg, part: Part, options: list[str]) -> Result:
    vi, en = NAMES[leg]
    say(f"\n━━ {vi}", f"\n━━ {en}")
    if part.folders and not part.paths():
        return Result(Counter(), sound=True)
    if leg is Leg.BROWSER and not ensure_chromium():
        return Result(Counter(failed=1), sound=False)
    try:
        with (
            _database(leg) as address,
            tempfile.TemporaryDirectory(prefix="motcua-test-") as folder,
        ):
            return _pytest(leg, [*part.words(leg), *options], address, Path(folder))
    except PostgresNotStartedError as fault:
        complain(f"PostgreSQL không khởi động được: {fault}", f"PostgreSQL did not start: {fault}")
        return Result(Counter(failed=1), sound=False)


def _database(leg: Leg) -> AbstractContextManager[str]:
    named = os.environ.get("MOTCUA_TEST_POSTGRES", "")
    if leg is not Leg.POSTGRESQL or named:
        return nullcontext(named if leg is Leg.POSTGRESQL else "")
    return throwaway_server()


def _pytest(leg: Leg, words: list[str], address: str, folder: Path) -> Result:
    tally = folder / "tally.json"
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    environment |= {"MOTCUA_DATA": str(folder), "MOTCUA_TALLY": str(tally), "MOTCUA_LEG": leg}
    if address:
        environment["DATABASE_URL"] = address
    code = subprocess.call(  # noqa: S603
        [sys.executable, "-m", "pytest", *QUIETLY_SHARED, "-m", MARKERS[leg], *words],
        cwd=ROOT,
        env=environment,
        preexec_fn=die_with_parent(signal.SIGTERM),
    )
    counts = Counter(json.loads(tally.read_text())) if tally.exists() else Counter[str]()
    if code == NO_TESTS:
        say("(không có phép thử nào ở phần này)", "(no tests in this part)")
    return Result(counts, sound=code in {0, NO_TESTS} and (bool(counts) or code == NO_TESTS))
