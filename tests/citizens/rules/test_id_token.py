"""A token holds only whole: signed by the provider's key, for us, now, for this sign-in."""

from __future__ import annotations

import base64
import hmac
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import Any

import orjson
import pytest
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from hypothesis import given
from hypothesis import strategies as st

from motcua.citizens.rules.id_token import Expected, IdentityNotTrusted, read_id_token

NOW = datetime(2026, 6, 10, 2, tzinfo=UTC)
STAMP = int(NOW.timestamp())
EXPECTED = Expected(issuer="https://dinhdanh.example", client_id="mot-cua", nonce="n" * 20)
CLAIMS = {
    "iss": EXPECTED.issuer,
    "aud": EXPECTED.client_id,
    "nonce": EXPECTED.nonce,
    "sub": "001190000111",
    "iat": STAMP,
    "exp": STAMP + 300,
}


@cache
def key(bits: int = 2048) -> RSAPrivateKey:
    return generate_private_key(65537, bits)


def text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def number(value: int) -> str:
    return text(value.to_bytes((value.bit_length() + 7) // 8, "big"))


def jwk(of: RSAPrivateKey, **more: Any) -> dict[str, Any]:
    public = of.public_key().public_numbers()
    return {"kty": "RSA", "kid": "1", "n": number(public.n), "e": number(public.e), **more}


def signed(claims: dict[str, Any], by: RSAPrivateKey | None = None, **header: Any) -> str:
    head = text(orjson.dumps({"alg": "RS256", "kid": "1", **header}))
    body = text(orjson.dumps(claims))
    return (
        f"{head}.{body}.{text((by or key()).sign(f'{head}.{body}'.encode(), PKCS1v15(), SHA256()))}"
    )


def read(token: str, keys: Any = None) -> dict[str, Any]:
    return read_id_token(token, [jwk(key())] if keys is None else keys, EXPECTED, NOW)


def test_a_good_token_is_read() -> None:
    assert read(signed(CLAIMS)) == CLAIMS
    assert read(signed(CLAIMS | {"aud": ["khac", "mot-cua"], "azp": "mot-cua"}))["sub"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"iss": "https://ke-khac.example"}, "issuer"),
        ({"aud": "ung-dung-khac"}, "audience"),
        ({"aud": ["mot-cua", "khac"], "azp": "khac"}, "audience"),
        ({"exp": STAMP - 61}, "expired"),
        ({"exp": True}, "expired"),
        ({"exp": "mai"}, "expired"),
        ({"iat": STAMP + 61}, "issued"),
        ({"iat": None}, "issued"),
        ({"nonce": "cua-lan-khac"}, "nonce"),
        ({"nonce": ""}, "nonce"),
        ({"sub": ""}, "subject"),
        ({"sub": 7}, "subject"),
        ({"sub": "x" * 121}, "subject"),
    ],
)
def test_each_claim_must_hold(change: dict[str, Any], reason: str) -> None:
    with pytest.raises(IdentityNotTrusted) as refused:
        read(signed(CLAIMS | change))
    assert refused.value.params == {"reason": reason}


def unsigned() -> str:
    return f"{text(orjson.dumps({'alg': 'none'}))}.{text(orjson.dumps(CLAIMS))}."


def signed_with_the_public_key() -> str:
    """The old trick: the key that everybody knows, taken as a secret."""
    head, body = text(orjson.dumps({"alg": "HS256", "kid": "1"})), text(orjson.dumps(CLAIMS))
    secret = jwk(key())["n"].encode()
    return f"{head}.{body}.{text(hmac.digest(secret, f'{head}.{body}'.encode(), 'sha256'))}"


@pytest.mark.parametrize(
    "made",
    [
        unsigned,
        signed_with_the_public_key,
        lambda: signed(CLAIMS, key(2049)),
        lambda: signed(CLAIMS, kid="2"),
        lambda: signed(CLAIMS).rpartition(".")[0],
        lambda: "a.b",
        lambda: "đ.đ.đ",
    ],
    ids=["none", "public-key", "other-key", "unknown-key", "no-signature", "two-parts", "letters"],
)
def test_no_trick_is_taken(made: Callable[[], str]) -> None:
    with pytest.raises(IdentityNotTrusted):
        read(made())


@pytest.mark.parametrize(
    "keys",
    [
        [],
        [jwk(key()), jwk(key())],
        [jwk(key(), use="enc")],
        [jwk(key(1024))],
        [{"kty": "RSA", "kid": "1"}],
        [{"kty": "oct", "kid": "1", "k": "AAAA"}],
    ],
    ids=["none", "two", "for-encryption", "short", "empty", "secret"],
)
def test_a_key_that_is_not_plainly_the_one_opens_nothing(keys: list[dict[str, Any]]) -> None:
    with pytest.raises(IdentityNotTrusted):
        read(signed(CLAIMS), keys)


@given(st.integers(0, 400), st.characters(min_codepoint=45, max_codepoint=122))
def test_no_letter_of_a_token_can_be_changed(place: int, letter: str) -> None:
    token = signed(CLAIMS)
    place %= token.rindex(".")
    changed = token[:place] + letter + token[place + 1 :]
    try:
        claims = read(changed)
    except IdentityNotTrusted:
        claims = CLAIMS
    assert claims == CLAIMS


@given(st.text(max_size=200))
def test_no_text_is_a_token(typed: str) -> None:
    with pytest.raises(IdentityNotTrusted):
        read(typed)
