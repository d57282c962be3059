"""Somebody's browser or program: cookies, one connection, patience while something is down."""

from __future__ import annotations

import random
import time
from collections.abc import Mapping
from http.cookies import SimpleCookie
from threading import Event

from motcua.jobs.load.log import Log
from motcua.jobs.workload.wire import Answer, Wire

PATIENCE_SECONDS = 60.0
PAUSE_SECONDS = 0.3
FAULT = 500
FOUND = 302
FORM = "application/x-www-form-urlencoded"


class GaveUpError(Exception):
    """Asked again and again, and the server did not answer."""


class Browser:
    """Asks again with the same words after a broken connection or a fault of the server, as people
    and programs do; `log` is told of each answer and each fault."""

    def __init__(self, place: tuple[str, int], log: Log, over: Event, **headers: str) -> None:
        self._wire = Wire(*place)
        self._log = log
        self._over = over
        self._headers = {"Accept-Encoding": "gzip", "Accept-Language": "vi"} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
        self.cookies: dict[str, str] = {}

    def get(self, kind: str, path: str, **headers: str) -> Answer:
        return self._ask(kind, "GET", path, headers)

    def send(self, kind: str, path: str, body: bytes) -> Answer:
        """A form of a page."""
        return self._ask(kind, "POST", path, {"Content-Type": FORM}, body)

    def post(self, kind: str, path: str, body: bytes, **headers: str) -> Answer:
        """JSON of a program."""
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        return self._ask(kind, "POST", path, {"Content-Type": "application/json", **told}, body)

    def close(self) -> None:
        self._wire.close()

    def _ask(
        self, kind: str, method: str, path: str, headers: Mapping[str, str], body: bytes = b""
    ) -> Answer:
        end = time.monotonic() + PATIENCE_SECONDS
        while True:
            answer = self._once(kind, method, path, headers, body)
            if answer is not None and answer.status < FAULT:
                return answer
            if time.monotonic() > end:
                self._log.gave_up(kind, path)
                raise GaveUpError(path)
            time.sleep(PAUSE_SECONDS * (1 + random.random()))  # noqa: S311  # not all at once

    def _once(
        self, kind: str, method: str, path: str, headers: Mapping[str, str], body: bytes
    ) -> Answer | None:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        told = {**self._headers, **headers, **({"Cookie": cookies} if cookies else {})}
        started = time.monotonic()
        try:
            answer = self._wire.ask(method, path, told, body)
        except OSError as fault:
            self._log.fault(kind, f"{type(fault).__name__}: {method} {path}")
            return None
        seconds = time.monotonic() - started
        if answer.status >= FAULT:
            self._log.fault(kind, f"{answer.status}: {method} {path}")
        else:
            self._log.answered(kind, seconds, len(answer.sent))
        for told_cookie in answer.cookies:
            for cookie in SimpleCookie(told_cookie).values():
                self.cookies[cookie.key] = cookie.value
        return answer
