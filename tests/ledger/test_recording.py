"""An act and its fact are one: both or neither, in one certain order, never altered unseen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

import pytest
from django.db import DatabaseError, transaction

from motcua.kernel.actor import system
from motcua.kernel.event import Event
from motcua.ledger.models import Fact, Stream
from motcua.ledger.queries import fact_of_request, facts_about
from motcua.ledger.recording import RequestKey, Subject, recording
from motcua.ledger.verification import Flaw, verify
from tests.support.clock import PLAIN_MORNING
from tests.support.tampering import tampered

pytestmark = pytest.mark.django_db
ACTOR = system("test")


@dataclass(frozen=True, kw_only=True)
class ThingDone(Event):
    code: ClassVar[str] = "test.thing-done"
    note: str


def record_things(*notes: str, stream: str = "agency-1") -> None:
    for seq, note in enumerate(notes, start=1):
        with recording(ACTOR, PLAIN_MORNING) as record:
            record.append(ThingDone(note=note), about=Subject("thing", 1, seq), stream=stream)


def flaws() -> list[tuple[str, int]]:
    return [(flaw.kind, flaw.stream_seq) for flaw in verify()]


def test_a_fact_is_read_back_as_it_was_told() -> None:
    record_things("một", "hai")
    assert [fact.payload for fact in facts_about("thing", 1)] == [{"note": "một"}, {"note": "hai"}]


def test_a_failing_act_leaves_neither_row_nor_fact() -> None:
    def failing() -> None:
        with recording(ACTOR, PLAIN_MORNING) as record:
            record.append(ThingDone(note="x"), about=Subject("thing", 1, 1), stream="agency-1")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    assert Fact.objects.count() == 0


def test_an_untouched_ledger_verifies() -> None:
    record_things("một", "hai", "ba")
    assert flaws() == []


@pytest.mark.parametrize(
    "change",
    [
        {"payload": '{"note":"sửa"}'},
        {"actor": '{"name":"người khác"}'},
        {"code": "test.other"},
        {"subject_id": 9},
        {"request_id": "abc"},
    ],
)
def test_an_altered_row_is_named(change: dict[str, Any]) -> None:
    record_things("một", "hai", "ba")
    tampered("UPDATE", change)
    assert ("altered", 2) in flaws()


def test_a_row_altered_together_with_its_digest_is_named_by_its_follower() -> None:
    record_things("một", "hai", "ba")
    tampered("UPDATE", {"digest": "0" * 64})
    assert ("unlinked", 3) in flaws()


def test_a_removed_row_is_named() -> None:
    record_things("một", "hai", "ba")
    tampered("DELETE")
    assert ("missing", 2) in flaws()


def test_a_removed_end_is_named() -> None:
    record_things("một", "hai")
    tampered("DELETE")
    assert flaws() == [("cut", 2)]


@pytest.mark.parametrize(
    "change",
    [
        lambda: Fact.objects.update(payload="{}"),
        lambda: Fact.objects.all().delete(),
    ],
)
def test_the_database_itself_refuses_to_change_a_fact(change: Callable[[], object]) -> None:
    record_things("một")
    with pytest.raises(DatabaseError), transaction.atomic():
        change()


def test_a_request_key_is_kept_once() -> None:
    request = RequestKey(key="k", digest="d")
    with recording(ACTOR, PLAIN_MORNING, request=request) as record:
        record.append(ThingDone(note="một"), about=Subject("thing", 1, 1), stream="s")
    found = fact_of_request("k")
    assert found is not None
    assert found.subject_id == 1


def test_two_chains_do_not_touch_each_other() -> None:
    record_things("một", stream="agency-1")
    with recording(ACTOR, PLAIN_MORNING) as record:
        record.append(ThingDone(note="hai"), about=Subject("thing", 2, 1), stream="agency-2")
    heads = dict(Stream.objects.values_list("name", "last_seq"))
    assert heads == {"agency-1": 1, "agency-2": 1}


def test_a_flaw_says_where_it_is() -> None:
    record_things("một", "hai", "ba")
    tampered("UPDATE", {"payload": "{}"})
    found = [flaw for flaw in verify("agency-1") if flaw.kind == "altered"]
    fact_id = Fact.objects.values_list("id", flat=True).get(stream_seq=2)
    assert found == [Flaw("agency-1", 2, "altered", fact_id, "thing 1")]
