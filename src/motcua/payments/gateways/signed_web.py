"""A payment gateway over HTTP, whose shape is documented in docs/explain/paying.md.

    the citizen's browser    GET {address}/pay?merchant&order&amount&currency&purpose&back&sent_at&signature
    the gateway to us        POST /payments/hear/{name}        X-Signature: of the body
    we to the gateway        GET {address}/orders/{order}?merchant&sent_at&signature   → X-Signature

A message is {"merchant", "transactions": [{"order", "transaction", "amount", "currency", "status",
"means", "paid_at"}], "sent_at"}. We sign by HMAC-SHA256 with the shared secret; the gateway does too, or
by Ed25519 with a key of its own.
"""

from __future__ import annotations

import hashlib
import hmac
import http.client
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import orjson
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from motcua.kernel.event import instant_text
from motcua.payments.gateways.ports import Answered, Asking, Unread
from motcua.payments.rules.paying.judging import CURRENCY
from motcua.payments.vocabulary import Said

ANSWER_BYTES_MAX = 64 * 1024
TRANSACTIONS_MAX = 100
TEXT_MAX = 80
PAID = "PAID"


@dataclass(frozen=True, slots=True)
class SignedWebGateway:
    """A gateway behind `address`. `public_key`: 64 hexadecimal digits if it signs by Ed25519."""

    name: str
    address: str
    secret: str
    public_key: str
    timeout_seconds: float

    def pay_address(self, asked: Asking) -> str:
        query = {
            "merchant": asked.merchant,
            "order": asked.order_number,
            "amount": str(asked.amount_vnd),
            "currency": CURRENCY,
            "purpose": asked.purpose,
            "back": asked.back_to,
            "sent_at": instant_text(asked.at),
        }
        return f"{self.address}/pay?{self._signed(query)}"

    def read(self, body: bytes, signature: str) -> tuple[Said, ...] | Unread:
        if not self._is_theirs(body, signature):
            return Unread.FORGED
        try:
            told = orjson.loads(body)
            return _said(told)
        except (ValueError, KeyError, TypeError, AttributeError):
            return Unread.UNREADABLE

    def ask(self, merchant: str, order_number: str, at: datetime) -> Answered | None:
        query = self._signed({"merchant": merchant, "sent_at": instant_text(at)})
        try:
            return self._get(f"/orders/{quote(order_number, safe='')}?{query}")
        except (OSError, http.client.HTTPException):
            return None

    def _get(self, path: str) -> Answered | None:
        parts = urlsplit(self.address)
        is_safe = parts.scheme == "https"
        kind = http.client.HTTPSConnection if is_safe else http.client.HTTPConnection
        assert parts.hostname is not None
        connection = kind(parts.hostname, parts.port, timeout=self.timeout_seconds)
        try:
            connection.request("GET", parts.path + path)
            answer = connection.getresponse()
            body = answer.read(ANSWER_BYTES_MAX)
            if answer.status != HTTPStatus.OK:
                return None
            return Answered(body, answer.getheader("X-Signature") or "")
        finally:
            connection.close()

    def _signed(self, query: Mapping[str, str]) -> str:
        text = urlencode(sorted(query.items()))
        return f"{text}&signature={signature_of(text.encode(), self.secret)}"

    def _is_theirs(self, body: bytes, signature: str) -> bool:
        if not self.public_key:
            shown = signature.encode(errors="replace")
            own = signature_of(body, self.secret).encode()
            return bool(self.secret) and hmac.compare_digest(shown, own)
        try:
            key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(self.public_key))
            key.verify(bytes.fromhex(signature), body)
        except (ValueError, InvalidSignature):
            return False
        return True


def signature_of(body: bytes, secret: str) -> str:
    """HMAC-SHA256, hexadecimal."""
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def _said(told: Mapping[str, Any]) -> tuple[Said, ...]:
    sent_at, merchant = _moment(told["sent_at"]), _text(told["merchant"])
    found = told["transactions"]
    if not isinstance(found, list) or len(found) > TRANSACTIONS_MAX:
        raise ValueError("transactions")
    return tuple(_transaction(one, merchant, sent_at) for one in found)


def _transaction(told: Mapping[str, Any], merchant: str, sent_at: datetime) -> Said:
    amount, paid_at = told["amount"], told.get("paid_at")
    return Said(
        order_number=_text(told["order"]),
        transaction=_text(told["transaction"]),
        amount_vnd=amount if type(amount) is int else None,
        currency=_text(told["currency"]),
        is_paid=told["status"] == PAID,
        means=_text(told.get("means", "")),
        merchant=merchant,
        sent_at=sent_at,
        paid_at=_moment(paid_at) if paid_at else None,
    )


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > TEXT_MAX or not value.isprintable():
        raise ValueError("text")
    return value


def _moment(value: Any) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    if moment.tzinfo is None:
        raise ValueError("an instant carries its zone")
    return moment
