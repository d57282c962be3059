"""The shape of what travels: docs/explain/exchange.md tells it to others."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

import orjson

from motcua.exchange.models import OutMessage
from motcua.exchange.vocabulary import FileTold, Message, MessageKind
from motcua.kernel.event import instant_text
from motcua.kernel.refusal import Refusal

MESSAGES_PATH: Final = "/exchange/messages"
FILES_PATH: Final = "/exchange/files"
MESSAGES_MAX: Final = 50
THREAD_MAX: Final = 60


class MessageUnreadable(Refusal):
    """What came is no bundle of messages."""

    code = "message-unreadable"


def bundle(rows: Iterable[OutMessage]) -> bytes:
    """Messages as they are sent: the body of each is the text that was kept."""
    return orjson.dumps(
        {
            "messages": [
                {
                    "seq": row.seq,
                    "kind": row.kind,
                    "thread": row.thread,
                    "at": instant_text(row.told_at),
                    "body": row.body,
                }
                for row in rows
            ]
        }
    )


def unbundled(body: bytes) -> tuple[Message, ...]:
    """Refusals: MessageUnreadable."""
    try:
        told = orjson.loads(body)["messages"]
        messages = tuple(_message(one) for one in told[: MESSAGES_MAX + 1])
    except (ValueError, KeyError, TypeError, AttributeError):
        raise MessageUnreadable from None
    if len(messages) > MESSAGES_MAX:
        raise MessageUnreadable
    return messages


def _message(told: dict[str, Any]) -> Message:
    """Faults: ValueError, KeyError, TypeError."""
    at = datetime.fromisoformat(told["at"])
    seq, thread, body = told["seq"], told["thread"], told["body"]
    if type(seq) is not int or not 0 < seq < 2**62 or at.tzinfo is None:
        raise ValueError("no number or no instant")
    if not (isinstance(thread, str) and 0 < len(thread) <= THREAD_MAX and isinstance(body, str)):
        raise ValueError("no thread or no body")
    if not isinstance(orjson.loads(body), dict):
        raise TypeError("the body is no object")
    return Message(seq=seq, kind=MessageKind(told["kind"]), thread=thread, at=at, body=body)


def files_told(body: str) -> tuple[FileTold, ...]:
    """The files that a message needs."""
    told = orjson.loads(body).get("files", [])
    return tuple(
        FileTold(
            digest=str(one["digest"]),
            name=str(one["name"]),
            media_type=str(one["media_type"]),
            size=int(one["size"]),
        )
        for one in told
    )
