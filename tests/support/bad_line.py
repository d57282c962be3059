"""A line between two installations that loses, doubles, keeps back and spoils what passes over it."""

from __future__ import annotations

import http.client
import random
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

TROUBLES = ("request lost", "answer lost", "doubled", "kept back", "spoiled", "answer spoiled")
TIMEOUT_SECONDS = 30


@dataclass
class Weather:
    """How often something goes wrong; the same seed is the same weather."""

    seed: int
    share: float = 0.0
    to_port: int = 0
    met: Counter[str] = field(default_factory=Counter)
    kept_back: list[tuple[str, str, dict[str, str], bytes]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)
        self._lock = threading.Lock()

    def next(self) -> str:
        with self._lock:
            bad = self._chance.random() < self.share
            what = self._chance.choice(TROUBLES) if bad else "through"
            self.met[what] += 1
            return what


class _Passing(BaseHTTPRequestHandler):
    """One request on its way. `weather` is set by the server that makes it."""

    weather: Weather
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        self._pass_on()

    def do_PUT(self) -> None:
        self._pass_on()

    def log_message(self, *_said: Any) -> None:
        """Quiet."""

    def _pass_on(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        asked = (self.command, self.path, dict(self.headers), body)
        what = self.weather.next()
        self.close_connection = True
        if what == "request lost":
            return
        if what == "kept back":
            self.weather.kept_back.append(asked)
            return
        if what == "spoiled":
            asked = (*asked[:3], _spoiled(body))
        answer = self._forward(asked)
        if what == "doubled":
            answer = self._forward(asked)
        self._late_ones()
        if answer is not None and what != "answer lost":
            self._answer(answer, is_spoiled=what == "answer spoiled")

    def _late_ones(self) -> None:
        """What was kept back arrives after what was sent later."""
        late, self.weather.kept_back = self.weather.kept_back, []
        for asked in late:
            self._forward(asked)

    def _forward(self, asked: tuple[str, str, dict[str, str], bytes]) -> Any:
        method, path, headers, body = asked
        connection = http.client.HTTPConnection(
            "127.0.0.1", self.weather.to_port, timeout=TIMEOUT_SECONDS
        )
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.getheaders(), answer.read()
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()

    def _answer(self, answer: Any, *, is_spoiled: bool) -> None:
        status, headers, body = answer
        self.send_response(status)
        for name, value in headers:
            if name.lower() == "x-exchange-signature":
                self.send_header(name, value)
        told = _spoiled(body) if is_spoiled else body
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told)


def _spoiled(body: bytes) -> bytes:
    """One letter is another."""
    middle = len(body) // 2
    return body[:middle] + b"?" + body[middle + 1 :] if body else b"?"


@contextmanager
def a_line(weather: Weather) -> Iterator[str]:
    """The address of the line, as long as it stands."""
    handler = type("Passing", (_Passing,), {"weather": weather})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
