"""Asking the process that straightens pages, with an end to its time; what it leaves lies at `target`."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from motcua.documents.vocabulary import PageDoubt, PageSeen

SECONDS_MAX = 120
PROGRAM = "motcua.documents.straightening"
log = logging.getLogger("motcua.documents")


@dataclass(frozen=True, slots=True)
class Seen:
    pages: tuple[PageSeen, ...]
    pages_said: int


def look_through(sources: list[tuple[Path, str]], target: Path) -> Seen | None:
    """What was seen of these contents (path, name of their form); None if the reader gave up.

    The bounds on memory and processor are the reader's own; here is only an end to the waiting.
    """
    asked = {"sources": [[str(path), form] for path, form in sources], "target": str(target)}
    told = _asked(orjson.dumps(asked))
    if told is None:
        return None
    pages = tuple(
        PageSeen(
            doubts=tuple(map(PageDoubt, page["doubts"])), is_straightened=page["is_straightened"]
        )
        for page in told["pages"]
    )
    return Seen(pages, told["said"])


def _asked(question: bytes) -> dict[str, Any] | None:
    """Nothing of our surroundings but where the program lies: the reader needs no secrets."""
    kept = ("PATH", "PYTHONPATH", "PYTHONUTF8", "LANG", "LD_LIBRARY_PATH", "VIRTUAL_ENV", "TMPDIR")
    try:
        done = subprocess.run(  # noqa: S603  # our own program, no word of it from outside
            [sys.executable, "-m", PROGRAM],
            input=question,
            capture_output=True,
            timeout=SECONDS_MAX,
            check=True,
            env={name: os.environ[name] for name in kept if name in os.environ},
        )
        answer = orjson.loads(done.stdout)
    except (subprocess.SubprocessError, OSError, ValueError) as fault:
        log.warning("a paper could not be looked through: %s", fault)
        return None
    return dict(answer)
