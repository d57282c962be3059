"""Programs that receive by the API, citizens who read, leaders who look at figures."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from random import Random
from typing import Any

import orjson

from motcua.jobs.load.browser import Browser
from motcua.jobs.load.morning import Morning, OpenPage, quoted

OK, CREATED = 200, 201


class Partner:
    """A program that receives by the API, twice a minute."""

    def __init__(
        self, morning: Morning, token: str, bodies: list[dict[str, Any]], random: Random
    ) -> None:
        self._morning, self._bodies, self._random = morning, bodies, random
        headers = {"Authorization": f"Bearer {token}"}
        self._browser = Browser(morning.place, morning.log, morning.over, **headers)

    def step(self) -> None:
        self._morning.think(self._random, 30)
        if self._morning.over.is_set():
            return
        key = str(uuid.uuid4())
        body = orjson.dumps(self._random.choice(self._bodies))
        self._morning.log.about_to_send(key)
        answer = self._browser.post(
            "receive by the API", "/api/v1/dossiers", body, Idempotency_Key=key
        )
        if answer.status == CREATED:
            self._morning.log.acknowledge(key, orjson.loads(answer.body)["code"])
        else:
            self._morning.log.went_wrong(f"receive by the API: {answer.status} {answer.text[:200]}")


class Citizen:
    """Reads about procedures, follows a dossier."""

    def __init__(self, morning: Morning, address: str, random: Random) -> None:
        self._morning, self._random = morning, random
        headers = {"X-Forwarded-For": address}
        self._browser = Browser(morning.place, morning.log, morning.over, **headers)

    def step(self) -> None:
        read: tuple[Callable[[], None], ...] = (self._follow, self._follow, self._look, self._home)
        self._random.choice(read)()
        self._morning.think(self._random, 40)

    def _home(self) -> None:
        self._open("home", "/")

    def _follow(self) -> None:
        code = self._random.choice(self._morning.codes)
        self._open("follow a dossier", f"/ho-so/{code}")

    def _look(self) -> None:
        words = self._random.choice(("khai sinh", "chung thuc", "đất đai", "kết hôn"))
        self._open("look for a procedure", f"/thu-tuc/?q={quoted(words)}")
        self._morning.think(self._random, 30)
        self._open("read a procedure", f"/thu-tuc/{self._random.choice(self._morning.procedures)}")

    def _open(self, kind: str, path: str) -> None:
        answer = self._browser.get(kind, path)
        if answer.status != OK:
            self._morning.log.went_wrong(f"{kind}: {answer.status} {path}")


class Leader:
    """Has a page of figures open and looks again; asks for a report."""

    def __init__(self, morning: Morning, cookies: dict[str, str], random: Random) -> None:
        self._morning, self._random = morning, random
        self._browser = Browser(morning.place, morning.log, morning.over)
        self._browser.cookies |= cookies
        self._page = OpenPage(morning, random)

    def step(self) -> None:
        for path in self._morning.reports:
            kind = f"figures {path.partition('?')[0]}"
            answer = self._browser.get(kind, path)
            if answer.status != OK:
                self._morning.log.went_wrong(f"figures: {answer.status} {path}")
            self._page.show(answer.text)
            self._page.watch(60)
