"""`check` is two commands in one word: standard input decides which."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from motcua.jobs.command_line import check_door
from motcua.jobs.command_line.check_door import Meaning, meaning_of


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    """A pipe as (reading end, writing end); both closed afterwards."""
    ends = os.pipe()
    yield ends
    for end in ends:
        try:
            os.close(end)
        except OSError:
            continue


@pytest.fixture(autouse=True)
def _patience_is_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_door, "HINT_AFTER_SECONDS", 0.1)
    monkeypatch.setattr(check_door, "SILENT_SECONDS_MAX", 0.3)


def test_dev_null_means_the_source() -> None:
    with Path(os.devnull).open("rb") as nothing:
        assert meaning_of(nothing.fileno()) is Meaning.HOUSE


def test_a_closed_input_means_the_source(pipe: tuple[int, int]) -> None:
    reading, _ = pipe
    os.close(reading)
    assert meaning_of(reading) is Meaning.HOUSE


def test_a_terminal_means_the_source() -> None:
    ours, theirs = os.openpty()
    with os.fdopen(ours), os.fdopen(theirs):
        assert meaning_of(theirs) is Meaning.HOUSE


def test_a_file_means_batch(tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"id":"a"}\n')
    with lines.open("rb") as source:
        assert meaning_of(source.fileno()) is Meaning.BATCH


def test_an_empty_file_means_batch(tmp_path: Path) -> None:
    lines = tmp_path / "empty.jsonl"
    lines.touch()
    with lines.open("rb") as source:
        assert meaning_of(source.fileno()) is Meaning.BATCH


def test_a_pipe_with_something_in_it_means_batch(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    os.write(writing, b"{}\n")
    assert meaning_of(reading) is Meaning.BATCH


def test_what_was_looked_at_can_still_be_read(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    os.write(writing, b'{"id":"a"}\n')
    meaning_of(reading)
    assert os.read(reading, 100) == b'{"id":"a"}\n'


def test_a_pipe_closed_with_nothing_in_it_means_the_source(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    os.close(writing)
    assert meaning_of(reading) is Meaning.HOUSE


def test_a_slow_writer_is_waited_for_and_told(
    pipe: tuple[int, int], capsys: pytest.CaptureFixture[str]
) -> None:
    reading, writing = pipe
    threading.Thread(target=lambda: (time.sleep(0.2), os.write(writing, b"{}\n"))).start()
    assert meaning_of(reading) is Meaning.BATCH
    assert "--house" in capsys.readouterr().err


def test_a_pipe_that_stays_silent_is_given_up(pipe: tuple[int, int]) -> None:
    assert meaning_of(pipe[0]) is Meaning.HOUSE


def test_a_socket_is_a_pipe_too() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.sendall(b"{}\n")
        assert meaning_of(theirs.fileno()) is Meaning.BATCH
