"""SMS and Zalo: an adapter over HTTP, whose shape is documented in docs/explain/notices.md.

    POST {address}/messages    Authorization: Bearer …   Idempotency-Key: KEY
         {"key", "to", "text", "language", "kinds"}       → 2xx {"id"}
    GET  {address}/messages/KEY                            → 200 {"state": "SENT|DELIVERED|FAILED"}

4xx is for good (but what is about us: 401, 403, 404, 405, 407; and 408, 425, 429); 5xx, a broken line
and silence are tried again.
"""

from __future__ import annotations

import http.client
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from typing import Any
from urllib.parse import SplitResult, quote, urlsplit

import orjson

from motcua.notices.gateways.ports import Accepted, Answer, Letter, NotNow, Refused, Whereabouts
from motcua.notices.vocabulary import Failure, NoticeState

ANSWER_BYTES_MAX = 64 * 1024
REFERENCE_MAX = 100
LATER = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS})
ABOUT_US = frozenset(
    {
        HTTPStatus.UNAUTHORIZED,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.NOT_FOUND,
        HTTPStatus.METHOD_NOT_ALLOWED,
        HTTPStatus.PROXY_AUTHENTICATION_REQUIRED,
    }
)
"""A wrong secret or a wrong address of the adapter: the office's own fault, which it mends."""
ABOUT_THE_MESSAGE = frozenset(
    {HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.UNPROCESSABLE_ENTITY}
)
KNOWN = {
    "SENT": Whereabouts(NoticeState.SENT),
    "DELIVERED": Whereabouts(NoticeState.DELIVERED),
    "FAILED": Whereabouts(NoticeState.FAILED, Failure.NOT_DELIVERED),
}


@dataclass(frozen=True, slots=True)
class _Response:
    status: int
    body: bytes
    pause: timedelta


@dataclass(frozen=True, slots=True)
class WebGateway:
    """A carrier behind `address`; `secret` shows who we are. No redirection is followed."""

    address: str
    secret: str
    timeout_seconds: float

    @property
    def tells_delivery(self) -> bool:
        return True

    def send(self, letter: Letter) -> Answer:
        body = orjson.dumps(
            {
                "key": letter.key,
                "to": letter.to,
                "text": letter.body,
                "language": str(letter.language),
                "kinds": list(letter.kinds),
            }
        )
        headers = {"Content-Type": "application/json", "Idempotency-Key": letter.key}
        try:
            response = self._call("POST", "/messages", headers, body)
        except (OSError, http.client.HTTPException):
            return NotNow(Failure.NOT_REACHED, is_down=True)
        return _answer_for(response)

    def ask(self, key: str) -> Whereabouts | None:
        try:
            response = self._call("GET", f"/messages/{quote(key, safe='')}", {}, None)
        except (OSError, http.client.HTTPException):
            return None
        if response.status != HTTPStatus.OK:
            return None
        return KNOWN.get(str(_read(response.body).get("state", "")))

    def _call(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes | None
    ) -> _Response:
        parts = urlsplit(self.address)
        connection = _connection(parts, self.timeout_seconds)
        try:
            own = {"Authorization": f"Bearer {self.secret}"} if self.secret else {}
            connection.request(method, parts.path + path, body, {**headers, **own})
            answer = connection.getresponse()
            return _Response(
                answer.status,
                answer.read(ANSWER_BYTES_MAX),
                _pause(answer.getheader("Retry-After")),
            )
        finally:
            connection.close()


def _connection(parts: SplitResult, timeout_seconds: float) -> http.client.HTTPConnection:
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    assert parts.hostname is not None
    return kind(parts.hostname, parts.port, timeout=timeout_seconds)


def _answer_for(response: _Response) -> Answer:
    status = response.status
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return Accepted(str(_read(response.body).get("id", ""))[:REFERENCE_MAX])
    if status in LATER:
        return NotNow(Failure.GATEWAY_BUSY, response.pause)
    if status in ABOUT_US:
        return NotNow(Failure.NOT_ALLOWED, is_down=True)
    if HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR:
        is_message = status in ABOUT_THE_MESSAGE
        return Refused(Failure.MESSAGE_REFUSED if is_message else Failure.ADDRESS_REFUSED)
    return NotNow(Failure.GATEWAY_FAULT, response.pause)


def _read(body: bytes) -> dict[str, Any]:
    try:
        found = orjson.loads(body)
    except orjson.JSONDecodeError:
        return {}
    return found if isinstance(found, dict) else {}


def _pause(header: str | None) -> timedelta:
    """`Retry-After` in seconds; a date or nonsense is no pause of its own."""
    text = (header or "").strip()
    return timedelta(seconds=int(text)) if text.isdecimal() and len(text) <= 6 else timedelta(0)
