"""Another installation over HTTP. No redirection is followed: the key of the answer must be that of
the address one asked."""

from __future__ import annotations

import http.client
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

ANSWER_BYTES_MAX = 1024 * 1024
SIGNATURE = "X-Exchange-Signature"


class NotReached(Exception):
    """Nobody answered; the text says how far it went."""


@dataclass(frozen=True, slots=True)
class Response:
    status: int
    signature: str
    body: bytes


class Line(Protocol):
    """By which a request reaches a partner."""

    def call(
        self, method: str, address: str, path: str, headers: Mapping[str, str], body: bytes
    ) -> Response:
        """Faults: NotReached."""


@dataclass(frozen=True, slots=True)
class WebLine:
    timeout_seconds: float

    def call(
        self, method: str, address: str, path: str, headers: Mapping[str, str], body: bytes
    ) -> Response:
        parts = urlsplit(address)
        kind = (
            http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        )
        assert parts.hostname is not None
        connection = kind(parts.hostname, parts.port, timeout=self.timeout_seconds)
        try:
            connection.request(method, parts.path + path, body, dict(headers))
            answer = connection.getresponse()
            signature = answer.getheader(SIGNATURE) or ""
            return Response(answer.status, signature, answer.read(ANSWER_BYTES_MAX))
        except (OSError, http.client.HTTPException) as fault:
            raise NotReached(str(fault) or type(fault).__name__) from fault
        finally:
            connection.close()
