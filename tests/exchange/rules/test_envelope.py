"""A signature is for one request, one receiver, one minute; an answer is to one request."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from motcua.exchange import keys
from motcua.exchange.rules.envelope import (
    CLOCKS_MAY_DIFFER,
    Envelope,
    answer_text,
    instant_of,
    is_of_now,
    mark_of,
    request_text,
)
from motcua.exchange.rules.retrying import TRY_AGAIN_AFTER, is_stuck, next_try

NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
SENT = Envelope(
    method="POST", path="/exchange/messages", sender="a" * 16, receiver="b" * 16, at=NOON
)
PRIVATE = Ed25519PrivateKey.from_private_bytes(b"k" * 32)
PUBLIC = PRIVATE.public_key().public_bytes_raw().hex()


@pytest.mark.parametrize(
    "changed",
    [
        {"method": "PUT"},
        {"path": "/exchange/files"},
        {"sender": "c" * 16},
        {"receiver": "c" * 16},
        {"at": NOON + timedelta(seconds=1)},
    ],
)
def test_nothing_about_a_request_can_be_changed(changed: dict[str, Any]) -> None:
    signature = PRIVATE.sign(request_text(SENT, b"body")).hex()
    assert keys.is_signed_by(PUBLIC, signature, request_text(SENT, b"body"))
    other = request_text(replace(SENT, **changed), b"body")
    assert not keys.is_signed_by(PUBLIC, signature, other)
    assert not keys.is_signed_by(PUBLIC, signature, request_text(SENT, b"another"))


@pytest.mark.parametrize(
    ("asked", "status", "body"), [("02", 200, b"x"), ("01", 409, b"x"), ("01", 200, b"y")]
)
def test_an_answer_fits_one_request(asked: str, status: int, body: bytes) -> None:
    assert answer_text(asked, status, body) != answer_text("01", 200, b"x")


@given(st.text(max_size=200), st.text(max_size=200))
def test_a_key_or_signature_that_is_none_is_a_no_and_no_fault(key: str, signature: str) -> None:
    assert not keys.is_signed_by(key, signature, b"text")


@pytest.mark.parametrize("sign", [1, -1])
def test_clocks_may_differ_so_much_and_no_more(sign: int) -> None:
    assert is_of_now(NOON + sign * CLOCKS_MAY_DIFFER, NOON)
    assert not is_of_now(NOON + sign * (CLOCKS_MAY_DIFFER + timedelta(seconds=1)), NOON)


@pytest.mark.parametrize("text", ["", "now", "2026-11-23T05:00:00", "2026-13-01T00:00:00Z"])
def test_what_is_no_instant_is_none(text: str) -> None:
    assert instant_of(text) is None


def test_the_own_key_is_made_once_for_nobody_else(tmp_path: Path, settings: Any) -> None:
    settings.EXCHANGE_KEY, settings.EXCHANGE_KEY_FILE = "", tmp_path / "deep" / "exchange-key"
    first = keys.own_key()
    assert settings.EXCHANGE_KEY_FILE.stat().st_mode & 0o777 == 0o600
    keys._own.cache_clear()
    assert keys.own_key() == first
    assert keys.own_mark() == mark_of(first)
    assert keys.is_signed_by(first, keys.sign(b"text"), b"text")
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["exchange-key"]


def test_a_key_of_the_settings_comes_first(tmp_path: Path, settings: Any) -> None:
    settings.EXCHANGE_KEY, settings.EXCHANGE_KEY_FILE = (b"k" * 32).hex(), tmp_path / "none"
    assert keys.own_key() == PUBLIC
    assert not (tmp_path / "none").exists()


def test_pauses_grow_to_an_hour_and_never_end() -> None:
    pauses = [next_try(attempts, NOON) - NOON for attempts in range(1, 40)]
    assert pauses == sorted(pauses)
    assert pauses[0] == TRY_AGAIN_AFTER[0]
    assert pauses[-1] == timedelta(hours=1)


def test_what_waits_for_a_quarter_of_an_hour_is_stuck() -> None:
    assert not is_stuck(NOON, NOON + timedelta(minutes=14, seconds=59))
    assert is_stuck(NOON, NOON + timedelta(minutes=15))
