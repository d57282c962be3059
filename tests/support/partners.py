"""Another installation, as a test knows it: its key is in our hands, and so is its door."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import orjson
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.test import Client

from motcua.exchange.commands.partners import add_partner, host_agency
from motcua.exchange.gateways.web import NotReached, Response
from motcua.exchange.keys import own_mark
from motcua.exchange.proving import AT, FROM, SIGNATURE, TO
from motcua.exchange.rules.envelope import Envelope, answer_text, mark_of, request_text
from motcua.exchange.rules.partners import PartnerInput
from motcua.kernel import clock
from motcua.kernel.event import instant_text
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import SETUP

THEIRS = Ed25519PrivateKey.from_private_bytes(b"the key of the other side, 32 by")
KEY = THEIRS.public_key().public_bytes_raw().hex()
MARK = mark_of(KEY)
ADDRESS = "https://motcua.phu-dong.example"


def a_partner(at: datetime = PLAIN_MORNING, *, agency_id: int | None = None) -> int:
    """One that is known here, with an agency that works there if one is named."""
    given = PartnerInput(name="UBND xã Phù Đổng", address=ADDRESS, key=KEY)
    partner_id = add_partner(actor=SETUP, at=at, given=given)
    if agency_id is not None:
        host_agency(actor=SETUP, at=at, partner_id=partner_id, agency_id=agency_id)
    return partner_id


def call(method: str, path: str, body: bytes, *, at: datetime | None = None, **changed: str) -> Any:
    """A request of the partner to our door, signed as it signs; `changed` after it was signed."""
    at = at or clock.now()
    envelope = Envelope(method=method, path=path, sender=MARK, receiver=own_mark(), at=at)
    signature = THEIRS.sign(request_text(envelope, body)).hex()
    headers = {FROM: MARK, TO: own_mark(), AT: instant_text(at), SIGNATURE: signature, **changed}
    return Client().generic(
        method, path, body, content_type="application/octet-stream", headers=headers
    )


def tell_us(*messages: Mapping[str, Any], **changed: Any) -> Any:
    """Messages of the partner, brought to our door."""
    told = [{**one, "body": orjson.dumps(one["body"]).decode()} for one in messages]
    body = orjson.dumps({"messages": told})
    return call("POST", "/exchange/messages", body, **changed)


@dataclass
class TheirDoor:
    """The partner's door as we reach it: it proves nothing here, but signs what it answers."""

    answer: Callable[[str, str, bytes], tuple[int, dict[str, Any]]]
    is_reached: bool = True
    key: Ed25519PrivateKey = THEIRS
    asked: list[tuple[str, str, bytes]] = field(default_factory=list)

    def call(
        self, method: str, _address: str, path: str, headers: Mapping[str, str], body: bytes
    ) -> Response:
        self.asked.append((method, path, body))
        if not self.is_reached:
            raise NotReached("Connection refused")
        status, told = self.answer(method, path, body)
        text = orjson.dumps(told)
        signature = self.key.sign(answer_text(headers[SIGNATURE], status, text)).hex()
        return Response(status, signature, text)
