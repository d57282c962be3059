"""`check` is two commands in one word: the batch door for desk input, and the check of the source.

Standard input decides. A file (even an empty one), or a pipe on which something arrives: batch.
A terminal, /dev/null, nothing attached, or a pipe closed with nothing in it: the source. A pipe
that stays open and silent is waited for, with a word on standard error, and given up after
`SILENT_SECONDS_MAX`. `--batch` and `--house` leave no doubt.
"""

from __future__ import annotations

import fcntl
import os
import select
import stat
import subprocess
import sys
import termios
from array import array
from enum import StrEnum
from pathlib import Path

from motcua.jobs.command_line import batch_doors
from motcua.jobs.command_line.speech import say
from motcua.jobs.command_line.workshop import source_check

HINT_AFTER_SECONDS = 3
SILENT_SECONDS_MAX = 60
LAUNCHER = Path(__file__).resolve().parents[4] / "motcua"


class Meaning(StrEnum):
    """Which of the two is meant."""

    BATCH = "--batch"
    HOUSE = "--house"


def run(argv: list[str]) -> int:
    words = [word for word in argv[1:] if word not in set(Meaning)]
    if Meaning.HOUSE in argv:
        return source_check.run(words)
    if Meaning.BATCH in argv or meaning_of(0) is Meaning.BATCH:
        return batch_doors.run(["check", *words])
    # Through the launcher once more: it installs the tools that only this form needs.
    return subprocess.call([LAUNCHER, "check", Meaning.HOUSE, *words], stdin=subprocess.DEVNULL)  # noqa: S603


def meaning_of(descriptor: int) -> Meaning:
    """What an open (or closed) standard input asks for; may wait for its first byte."""
    try:
        mode = os.fstat(descriptor).st_mode
    except OSError:
        return Meaning.HOUSE
    if stat.S_ISREG(mode):
        return Meaning.BATCH
    if not (stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)):
        return Meaning.HOUSE
    return Meaning.BATCH if _something_arrives(descriptor) else Meaning.HOUSE


def _something_arrives(descriptor: int) -> bool:
    if not _is_ready(descriptor, HINT_AFTER_SECONDS):
        say(
            "… chờ dữ liệu ở đầu vào chuẩn (kiểm tra mã nguồn: ./motcua check --house)",
            "… waiting for standard input (to check the source: ./motcua check --house)",
            to=sys.stderr,
        )
        if not _is_ready(descriptor, SILENT_SECONDS_MAX - HINT_AFTER_SECONDS):
            return False
    return _holds_something(descriptor)


def _holds_something(descriptor: int) -> bool:
    """Whether a ready pipe or socket holds bytes, or is at its end. Takes nothing from it."""
    waiting = array("i", [0])
    fcntl.ioctl(descriptor, termios.FIONREAD, waiting)
    return waiting[0] > 0


def _is_ready(descriptor: int, seconds: float) -> bool:
    return bool(select.select([descriptor], [], [], seconds)[0])
