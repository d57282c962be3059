"""Every fact that can happen to a dossier is told in words, whatever it holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields
from datetime import UTC, date, datetime
from typing import Any

import pytest

from motcua.api.v1.showing import happened_out
from motcua.dossiers import events
from motcua.dossiers.vocabulary import Stage
from motcua.dossiers.wording import FACTS
from motcua.kernel.event import Event, plain
from motcua.ledger.queries import FactRow
from tests.support.acts import WAY, bring
from tests.support.working_office import BIRTH_AGAIN
from tests.web.api.conftest import Body, Caller

OF_A_KIND: dict[str, Any] = {
    "str": "x",
    "int": 1,
    "bool": False,
    "datetime": datetime(2026, 6, 10, tzinfo=UTC),
    "date": date(2026, 6, 10),
    "dict": {},
    "tuple": (),
}
EVERY = [getattr(events, name) for name in events.__all__ if name != "LifeEvent"]


def least(event: type[Event]) -> Event:
    """The fact with nothing in it but what it must have."""
    needed = [one for one in fields(event) if one.default is MISSING]
    kinds = {one.name: str(one.type).partition("[")[0].partition(" ")[0] for one in needed}
    return event(**{name: OF_A_KIND[kind] for name, kind in kinds.items() if kind in OF_A_KIND})


def payload_of(event: Event) -> dict[str, Any]:
    """As the ledger keeps it: what is None is left out."""
    values = {one.name: getattr(event, one.name) for one in fields(event)}
    return {name: plain(value) for name, value in values.items() if value is not None}


@pytest.mark.parametrize("event", EVERY, ids=lambda event: event.code)
def test_every_fact_has_a_sentence_that_its_least_payload_fills(event: type[Event]) -> None:
    sentence = str(FACTS[event.code]) % payload_of(least(event))
    assert sentence
    assert "%(" not in sentence


def row(event: type[Event], **payload: Any) -> FactRow:
    at = OF_A_KIND["datetime"]
    values: dict[str, Any] = {
        "subject_seq": 1,
        "code": event.code,
        "payload": payload_of(least(event)) | payload,
        "occurred_at": at,
        "recorded_at": at,
        "actor": {"name": "A", "title": "B"},
        "digest": "d",
    }
    known = {one.name for one in fields(FactRow)}
    others = dict.fromkeys(known - values.keys(), OF_A_KIND["int"])
    return FactRow(**others, **values)


def test_signs_of_the_sentence_stay_signs() -> None:
    assert happened_out(row(events.NoteAdded, text="100% %(x)s")).what == "100% %(x)s"


@pytest.mark.parametrize("stage", WAY)
def test_the_timeline_of_every_life_is_told(
    caller: Callable[[str], Caller], a_reception: Callable[..., Body], stage: Stage
) -> None:
    desk = caller("tiepnhan1")
    code = desk.receive(a_reception(procedure=BIRTH_AGAIN)).json()["code"]
    bring(code, stage)
    told = desk.get(f"/dossiers/{code}/timeline").json()["items"]
    assert len(told) == 1 + len(WAY[stage])
    assert all(one["what"] and one["by"]["name"] for one in told)
