"""How a fact is bound to the one before it: pure, the same bytes on every database."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from motcua.kernel.event import instant_text


def canonical(value: Any) -> str:
    """JSON text with sorted keys and no spaces: one text for one meaning."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """What of a fact is hashed: all of it but the row id and the digest itself."""

    stream: str
    stream_seq: int
    subject_kind: str
    subject_id: int
    subject_seq: int
    code: str
    code_version: int
    occurred_at: datetime
    recorded_at: datetime
    actor: str
    payload: str
    request_id: str
    request_key: str | None
    request_digest: str
    previous_digest: str


def digest(link: Link) -> str:
    """SHA-256, hexadecimal, over the previous digest and every field of the fact."""
    return digest_of(
        [
            link.stream,
            link.stream_seq,
            link.subject_kind,
            link.subject_id,
            link.subject_seq,
            link.code,
            link.code_version,
            instant_text(link.occurred_at),
            instant_text(link.recorded_at),
            link.actor,
            link.payload,
            link.request_id,
            link.request_key,
            link.request_digest,
            link.previous_digest,
        ]
    )


def digest_of(parts: list[Any]) -> str:
    """The same, of the fields of a link in their order, instants as text."""
    return hashlib.sha256(orjson.dumps(parts)).hexdigest()


def content_digest(value: Any) -> str:
    """SHA-256, hexadecimal, of the canonical text of a request's content."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()
