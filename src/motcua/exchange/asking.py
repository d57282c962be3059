"""One signed request to a partner, and its answer once it is proved to be the partner's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Any

import orjson
from django.conf import settings

from motcua.exchange.gateways.web import Line, NotReached, Response, WebLine
from motcua.exchange.keys import is_signed_by, own_mark, sign
from motcua.exchange.models import Partner
from motcua.exchange.proving import AT, FROM, SIGNATURE, TO
from motcua.exchange.rules.envelope import Envelope, answer_text, request_text
from motcua.exchange.vocabulary import Failure
from motcua.kernel.event import instant_text

DETAIL_MAX = 300
FAILURE_OF = {
    HTTPStatus.NOT_FOUND: Failure.NOT_KNOWN_THERE,
    HTTPStatus.UNAUTHORIZED: Failure.SIGNATURE_REFUSED,
    HTTPStatus.UNPROCESSABLE_ENTITY: Failure.FILE_REFUSED,
}


class NotThrough(Exception):
    """The request did not do what it should; why, and what is known of it."""

    def __init__(self, failure: Failure, detail: str = "") -> None:
        super().__init__(f"{failure} {detail}")
        self.failure = failure
        self.detail = detail[:DETAIL_MAX]


@dataclass(frozen=True, slots=True)
class Asking:
    """What asking needs: the line and the clock."""

    line: Line
    now: Callable[[], datetime]


def asking_of_office(now: Callable[[], datetime]) -> Asking:
    return Asking(WebLine(settings.EXCHANGE_TIMEOUT_SECONDS), now)


def ask(asking: Asking, partner: Partner, method: str, path: str, body: bytes) -> dict[str, Any]:
    """What the partner answers. Faults: NotThrough."""
    at, mark = asking.now(), own_mark()
    envelope = Envelope(method=method, path=path, sender=mark, receiver=partner.mark, at=at)
    signature = sign(request_text(envelope, body))
    headers = {
        "Content-Type": "application/octet-stream",
        FROM: mark,
        TO: partner.mark,
        AT: instant_text(at),
        SIGNATURE: signature,
    }
    try:
        response = asking.line.call(method, partner.address, path, headers, body)
    except NotReached as fault:
        raise NotThrough(Failure.NOT_REACHED, str(fault)) from fault
    return _read(partner, signature, response)


def _read(partner: Partner, signature: str, response: Response) -> dict[str, Any]:
    status = response.status
    if not is_signed_by(
        partner.key, response.signature, answer_text(signature, status, response.body)
    ):
        is_fault = status >= HTTPStatus.INTERNAL_SERVER_ERROR
        failure = Failure.FAULT_THERE if is_fault else Failure.ANSWER_NOT_SIGNED
        raise NotThrough(failure, f"HTTP {status}")
    told: dict[str, Any] = orjson.loads(response.body)
    if status == HTTPStatus.OK:
        return told
    code = str(told.get("code", ""))
    if code == "clocks-differ":
        raise NotThrough(Failure.CLOCKS_DIFFER, str(told.get("at", "")))
    if status == HTTPStatus.CONFLICT:
        raise NotThrough(Failure.NUMBER_TAKEN, str(told.get("through", "")))
    raise NotThrough(FAILURE_OF.get(HTTPStatus(status), Failure.FAULT_THERE), code)
