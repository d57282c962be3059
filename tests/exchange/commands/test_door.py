"""The door hears partners only, each message once, and signs what it answers."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import Any

import orjson
import pytest

from motcua.documents.queries.files import files_of
from motcua.exchange.commands.partners import change_partner
from motcua.exchange.keys import is_signed_by, own_key
from motcua.exchange.models import InMessage, Partner
from motcua.exchange.proving import AT, FROM, SIGNATURE, TO
from motcua.exchange.rules.envelope import answer_text
from motcua.kernel import clock
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import SETUP
from tests.support.papers_sent import a_pdf
from tests.support.partners import call, tell_us


def a_message(seq: int, *, thread: str = "H26.91-1", text: str = "Ghi chú") -> dict[str, Any]:
    return {
        "seq": seq,
        "kind": "STATUS",
        "thread": thread,
        "at": "2026-11-20T02:00:00Z",
        "body": {"text": text},
    }


def kept() -> list[int]:
    return list(InMessage.objects.order_by("seq").values_list("seq", flat=True))


def test_messages_are_kept_once_in_any_order(partner: Partner) -> None:
    assert tell_us(a_message(2), a_message(3)).json() == {"through": 0, "stuck": []}
    assert tell_us(a_message(1)).json()["through"] == 3
    assert tell_us(a_message(1), a_message(3)).json()["through"] == 3
    assert kept() == [1, 2, 3]


def test_a_number_that_another_message_has_is_said_to_be_taken(partner: Partner) -> None:
    tell_us(a_message(1))
    answer = tell_us(a_message(1, text="Khác"))
    assert (answer.status_code, answer.json()["code"]) == (409, "number-taken")
    assert answer.json()["through"] == 1
    assert InMessage.objects.count() == 1


def test_an_answer_is_signed_for_the_request_it_answers(partner: Partner) -> None:
    answer = tell_us(a_message(1))
    asked = answer.wsgi_request.headers[SIGNATURE]
    signature = answer.headers[SIGNATURE]
    assert is_signed_by(own_key(), signature, answer_text(asked, 200, answer.content))
    assert not is_signed_by(own_key(), signature, answer_text("0" * 128, 200, answer.content))


@pytest.mark.parametrize(
    ("changed", "status", "code"),
    [
        ({FROM: "0" * 16}, 404, "partner-not-known"),
        ({TO: "0" * 16}, 401, "signature-refused"),
        ({SIGNATURE: "0" * 128}, 401, "signature-refused"),
        ({SIGNATURE: "not a signature"}, 401, "signature-refused"),
        ({AT: "2026-11-20T02:00:00Z"}, 401, "signature-refused"),
        ({AT: "yesterday"}, 401, "signature-refused"),
    ],
)
def test_what_is_not_signed_by_a_partner_to_us_is_not_read(
    partner: Partner, changed: dict[str, str], status: int, code: str
) -> None:
    answer = tell_us(a_message(1), **changed)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert kept() == []


def test_what_was_signed_long_ago_is_not_read(partner: Partner) -> None:
    answer = tell_us(a_message(1), at=clock.now() - timedelta(minutes=11))
    assert (answer.status_code, answer.json()["code"]) == (401, "clocks-differ")
    assert kept() == []


def test_a_partner_that_is_paused_is_not_heard(partner: Partner) -> None:
    change_partner(
        actor=SETUP,
        at=PLAIN_MORNING,
        partner_id=partner.pk,
        name=partner.name,
        address=partner.address,
        is_active=False,
    )
    assert tell_us(a_message(1)).status_code == 404


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b'{"messages": 1}',
        b'{"messages": [1]}',
        orjson.dumps({"messages": [{**a_message(0), "body": "{}"}]}),
        orjson.dumps({"messages": [{**a_message(1), "body": "[]"}]}),
        orjson.dumps({"messages": [{**a_message(1), "kind": "SONG", "body": "{}"}]}),
        orjson.dumps({"messages": [{**a_message(1), "at": "2026-11-20", "body": "{}"}]}),
        orjson.dumps({"messages": [{**a_message(n), "body": "{}"} for n in range(1, 52)]}),
    ],
)
def test_what_is_no_bundle_of_messages_is_refused(partner: Partner, body: bytes) -> None:
    answer = call("POST", "/exchange/messages", body)
    assert (answer.status_code, answer.json()["code"]) == (400, "message-unreadable")
    assert kept() == []


CONTENT = a_pdf("Trích lục", pages=2)
DIGEST = hashlib.sha256(CONTENT).hexdigest()


def bring(offset: int, piece: bytes, *, digest: str = DIGEST, size: int = len(CONTENT)) -> Any:
    return call("PUT", f"/exchange/files/{digest}?offset={offset}&size={size}&name=a.pdf", piece)


def test_a_file_comes_in_pieces_that_may_come_twice_or_out_of_place(partner: Partner) -> None:
    half = len(CONTENT) // 2
    assert bring(0, b"").json() == {"received": 0, "is_whole": False}
    assert bring(0, CONTENT[:half]).json() == {"received": half, "is_whole": False}
    assert bring(0, CONTENT[:half]).json() == {"received": half, "is_whole": False}
    assert bring(half + 1, CONTENT[half + 1 :]).json()["received"] == half
    assert bring(half, CONTENT[half:]).json() == {"received": len(CONTENT), "is_whole": True}
    assert bring(0, b"").json() == {"received": len(CONTENT), "is_whole": True}
    assert files_of([DIGEST])[DIGEST].size == len(CONTENT)


def test_a_file_that_is_not_what_was_announced_is_forgotten(partner: Partner) -> None:
    other = hashlib.sha256(b"another").hexdigest()
    answer = bring(0, CONTENT, digest=other)
    assert (answer.status_code, answer.json()["code"]) == (422, "file-is-another")
    assert bring(0, b"", digest=other).json()["received"] == 0
    assert files_of([other]) == {}


@pytest.mark.parametrize("digest", ["x", "..", "0" * 63, "A" * 64])
def test_no_name_leads_out_of_the_folder(partner: Partner, digest: str) -> None:
    assert bring(0, CONTENT, digest=digest).status_code in (404, 422)


@pytest.mark.parametrize("query", ["offset=0", "offset=-1&size=5", "offset=0&size=x"])
def test_a_piece_says_where_it_belongs(partner: Partner, query: str) -> None:
    assert call("PUT", f"/exchange/files/{DIGEST}?{query}", b"x").status_code == 400
