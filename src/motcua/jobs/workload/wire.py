"""A lean HTTP/1.1 client on one kept connection: many of them on one machine leave it to the server.

It speaks to our own server on loopback only.
"""

from __future__ import annotations

import gzip
import select
import socket
from collections.abc import Mapping
from dataclasses import dataclass

SECONDS_MAX = 60.0
PIECE = 65_536


class NoAnswerError(OSError):
    """The connection ended before the answer was whole: nobody knows whether it was acted on.

    `is_begun`: some of it had come.
    """

    def __init__(self, *, is_begun: bool = False) -> None:
        super().__init__()
        self.is_begun = is_begun


@dataclass(frozen=True, slots=True)
class Answer:
    """Names of headers are in small letters; `cookies` are those that are set."""

    status: int
    headers: dict[str, str]
    sent: bytes
    cookies: tuple[str, ...] = ()

    @property
    def body(self) -> bytes:
        return (
            gzip.decompress(self.sent)
            if self.headers.get("content-encoding") == "gzip"
            else self.sent
        )

    @property
    def text(self) -> str:
        return self.body.decode()


class Wire:
    """One connection, opened when it is needed and again after it broke."""

    def __init__(self, host: str, port: int) -> None:
        self._place = (host, port)
        self._socket: socket.socket | None = None
        self._read = b""

    def ask(self, method: str, path: str, headers: Mapping[str, str], body: bytes = b"") -> Answer:
        """A question that changes nothing is asked once more when a kept connection gave no answer at
        all: the server may just have closed it. Faults: OSError (refused, reset, timed out),
        NoAnswerError."""
        was_kept = self._socket is not None
        try:
            return self._ask_once(method, path, headers, body)
        except (NoAnswerError, ConnectionError) as fault:
            is_late = was_kept and method == "GET" and not getattr(fault, "is_begun", False)
            if not is_late:
                raise
        return self._ask_once(method, path, headers, body)

    def _ask_once(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
        try:
            connected = self._connected()
            connected.sendall(_asked(method, path, {**headers, "Host": self._place[0]}, body))
            return self._answer(connected)
        except OSError:
            self.close()
            raise

    def close(self) -> None:
        if self._socket is not None:
            self._socket.close()
        self._socket, self._read = None, b""

    def _connected(self) -> socket.socket:
        if self._socket is not None and _is_closed(self._socket):
            self.close()
        if self._socket is None:
            self._socket = socket.create_connection(self._place, timeout=SECONDS_MAX)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return self._socket

    def _answer(self, connected: socket.socket) -> Answer:
        while b"\r\n\r\n" not in self._read:
            self._more(connected)
        head, _, self._read = self._read.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        told = [
            (name.lower(), value.strip())
            for name, _, value in (line.partition(":") for line in lines)
        ]
        headers = dict(told)
        status = int(first.split()[1])
        sent = self._body(connected, status, headers)
        if headers.get("connection", "").lower() == "close":
            self.close()
        cookies = tuple(value for name, value in told if name == "set-cookie")
        return Answer(status, headers, sent, cookies)

    def _body(self, connected: socket.socket, status: int, headers: dict[str, str]) -> bytes:
        if status in (204, 304):
            return b""
        if headers.get("transfer-encoding") == "chunked":
            return b"".join(self._chunks(connected))
        return self._take(connected, int(headers.get("content-length", "0")))

    def _chunks(self, connected: socket.socket) -> list[bytes]:
        chunks: list[bytes] = []
        while True:
            while b"\r\n" not in self._read:
                self._more(connected)
            length, _, self._read = self._read.partition(b"\r\n")
            chunk = self._take(connected, int(length, 16) + 2)[:-2]
            if not chunk:
                return chunks
            chunks.append(chunk)

    def _take(self, connected: socket.socket, length: int) -> bytes:
        while len(self._read) < length:
            self._more(connected)
        taken, self._read = self._read[:length], self._read[length:]
        return taken

    def _more(self, connected: socket.socket) -> None:
        piece = connected.recv(PIECE)
        if not piece:
            raise NoAnswerError(is_begun=bool(self._read))
        self._read += piece


def _is_closed(kept: socket.socket) -> bool:
    """Whether the server has hung up meanwhile: servers close connections that rest."""
    looking = select.poll()
    looking.register(kept, select.POLLIN)
    return bool(looking.poll(0))


def _asked(method: str, path: str, headers: Mapping[str, str], body: bytes) -> bytes:
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    if body or method == "POST":
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body
