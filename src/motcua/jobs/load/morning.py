"""What all who come share, and the page that stands open before them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from random import Random
from threading import Event
from typing import Protocol

from motcua.jobs.load.browser import Browser
from motcua.jobs.load.log import Log

CODES_MAX = 400


@dataclass(frozen=True, slots=True)
class Morning:
    """What all of them share. `hurry`: how many times quicker than a real morning it goes."""

    place: tuple[str, int]
    log: Log
    over: Event
    hurry: float
    codes: list[str]
    names: tuple[str, ...]
    procedures: tuple[str, ...]
    reports: tuple[str, ...]

    def think(self, random: Random, seconds: float) -> None:
        """About so many seconds of the real morning; ends at once when it is over."""
        self.over.wait(random.uniform(0.5, 1.5) * seconds / self.hurry)

    def know(self, code: str) -> None:
        """A code that a citizen was given today."""
        self.codes.append(code)
        del self.codes[:-CODES_MAX]


class Somebody(Protocol):
    """`step` is one thing that somebody does, with the thinking between."""

    def step(self) -> None: ...


class OpenPage:
    """The page that stands open: asks for changes as its script does, every 20 to 30 seconds."""

    EVERY_SECONDS = 25.0

    def __init__(self, morning: Morning, random: Random) -> None:
        self._morning, self._random = morning, random
        self._browser = Browser(morning.place, morning.log, morning.over)
        self._address = self._tag = ""

    def show(self, page: str) -> None:
        found = re.search(r'data-changes="([^"]+)"', page)
        self._address, self._tag = (unescape(found[1]) if found else "", "")

    def watch(self, seconds: float) -> None:
        """Stay on the page for so long, asking."""
        while seconds > 0 and not self._morning.over.is_set():
            self._morning.think(self._random, min(seconds, self.EVERY_SECONDS))
            seconds -= self.EVERY_SECONDS
            if self._address and seconds > 0:
                told = {"If-None-Match": self._tag} if self._tag else {}
                answer = self._browser.get("open page asks", self._address, **told)
                self._tag = answer.headers.get("etag", "")


def quoted(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode())
