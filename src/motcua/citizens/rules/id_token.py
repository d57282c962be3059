"""An ID token of OpenID Connect: signed by the provider, for us, now, for this very sign-in. Pure.

OpenID Connect Core 1.0, 3.1.3.7. Only RS256 is taken: a token never chooses how it is checked.
"""

from __future__ import annotations

import base64
import binascii
import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicNumbers
from cryptography.hazmat.primitives.hashes import SHA256

from motcua.kernel.refusal import Refusal

LEEWAY_SECONDS = 60
KEY_BITS_MIN = 2048


class IdentityNotTrusted(Refusal):
    """The provider's answer does not hold; `reason` is for the log."""

    code = "identity-not-trusted"


@dataclass(frozen=True, kw_only=True, slots=True)
class Expected:
    """What the token must say."""

    issuer: str
    client_id: str
    nonce: str


def read_id_token(
    token: str, keys: Sequence[Mapping[str, Any]], expected: Expected, at: datetime
) -> dict[str, Any]:
    """The claims of a token that holds. Refusals: IdentityNotTrusted."""
    head, body, signature = _parts(token)
    header = _json(head)
    if header.get("alg") != "RS256":
        raise IdentityNotTrusted(reason="algorithm")
    key = _key_of(keys, header.get("kid"))
    try:
        key.verify(_bytes(signature), f"{head}.{body}".encode(), PKCS1v15(), SHA256())
    except InvalidSignature as fault:
        raise IdentityNotTrusted(reason="signature") from fault
    claims = _json(body)
    for reason, holds in _checks(claims, expected, at.timestamp()):
        if not holds:
            raise IdentityNotTrusted(reason=reason)
    return claims


def _checks(claims: Mapping[str, Any], expected: Expected, now: float) -> list[tuple[str, bool]]:
    audience = claims.get("aud")
    audiences = audience if isinstance(audience, list) else [audience]
    party = claims.get("azp", expected.client_id)
    expires, issued = claims.get("exp"), claims.get("iat")
    nonce = str(claims.get("nonce", ""))
    subject = claims.get("sub")
    return [
        ("issuer", str(claims.get("iss", "")).rstrip("/") == expected.issuer),
        ("audience", expected.client_id in audiences and party == expected.client_id),
        ("expired", _is_number(expires) and now < float(expires) + LEEWAY_SECONDS),  # type: ignore[arg-type]
        ("issued", _is_number(issued) and float(issued) - LEEWAY_SECONDS <= now),  # type: ignore[arg-type]
        ("nonce", bool(nonce) and hmac.compare_digest(nonce, expected.nonce)),
        ("subject", isinstance(subject, str) and 0 < len(subject) <= 120),
    ]


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _parts(token: str) -> tuple[str, str, str]:
    parts = token.split(".")
    if len(parts) != 3 or not token.isascii():
        raise IdentityNotTrusted(reason="form")
    return parts[0], parts[1], parts[2]


def _bytes(text: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError) as fault:
        raise IdentityNotTrusted(reason="form") from fault


def _json(text: str) -> dict[str, Any]:
    try:
        found = orjson.loads(_bytes(text))
    except orjson.JSONDecodeError as fault:
        raise IdentityNotTrusted(reason="form") from fault
    if not isinstance(found, dict):
        raise IdentityNotTrusted(reason="form")
    return found


def _key_of(keys: Sequence[Mapping[str, Any]], kid: object) -> Any:
    """The RSA key named; without a name the only one."""
    known = [one for one in keys if one.get("kty") == "RSA" and one.get("use", "sig") == "sig"]
    named = [one for one in known if one.get("kid") == kid] if kid is not None else known
    if len(named) != 1:
        raise IdentityNotTrusted(reason="key")
    modulus, exponent = (
        int.from_bytes(_bytes(str(named[0].get(part, ""))), "big") for part in ("n", "e")
    )
    if modulus.bit_length() < KEY_BITS_MIN:
        raise IdentityNotTrusted(reason="key")
    try:
        return RSAPublicNumbers(exponent, modulus).public_key()
    except ValueError as fault:
        raise IdentityNotTrusted(reason="key") from fault
