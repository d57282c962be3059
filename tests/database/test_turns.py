"""Writers of one SQLite file take turns: nobody starves, a dead writer gives its turn back."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
import time
from pathlib import Path

from motcua.database.turns import Turn

WRITERS = 4
SECONDS = 1.5
FAIR_SHARE = 0.4


def _write_until(path: str, end: float, results: object) -> None:
    connection = sqlite3.connect(path, isolation_level=None, timeout=30)
    connection.execute("PRAGMA synchronous=FULL")
    turn, done, longest = Turn(Path(f"{path}-turn")), 0, 0.0
    while time.monotonic() < end:
        started = time.monotonic()
        turn.take()
        try:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO thing (writer) VALUES (?)", [os.getpid()])
            connection.execute("COMMIT")
        finally:
            turn.release()
        longest = max(longest, time.monotonic() - started)
        done += 1
    results.put((done, longest))  # type: ignore[attr-defined]


def _die_holding(path: str) -> None:
    Turn(Path(path)).take()
    os._exit(1)


def test_four_writing_processes_get_about_the_same(tmp_path: Path) -> None:
    path = str(tmp_path / "office.sqlite3")
    setup = sqlite3.connect(path)
    setup.execute("PRAGMA journal_mode=WAL")
    setup.execute("CREATE TABLE thing (id INTEGER PRIMARY KEY, writer INTEGER)")
    setup.close()
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    end = time.monotonic() + SECONDS + 2
    writers = [
        context.Process(target=_write_until, args=(path, end, results)) for _ in range(WRITERS)
    ]
    for writer in writers:
        writer.start()
    counts, waits = zip(*(results.get(timeout=30) for _ in writers), strict=True)
    for writer in writers:
        writer.join(timeout=10)
    print(f"commits per writer {counts}, longest wait {max(waits):.3f} s")
    mean = sum(counts) / WRITERS
    assert min(counts) > FAIR_SHARE * mean


def test_a_writer_that_dies_gives_its_turn_back(tmp_path: Path) -> None:
    path = tmp_path / "turn"
    context = multiprocessing.get_context("spawn")
    dying = context.Process(target=_die_holding, args=(str(path),))
    dying.start()
    dying.join(timeout=10)
    turn = Turn(path)
    turn.take()
    assert turn.held
    turn.close()


def test_a_turn_is_free_again_after_release(tmp_path: Path) -> None:
    first, second = Turn(tmp_path / "turn"), Turn(tmp_path / "turn")
    first.take()
    first.release()
    second.take()
    assert (first.held, second.held) == (False, True)
    first.close()
    second.close()
