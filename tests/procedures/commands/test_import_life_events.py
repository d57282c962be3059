"""Taking the list of life events over: new ones on their day, changed ones tomorrow, the same never again."""

from __future__ import annotations

import copy
from datetime import date, timedelta
from typing import Any

import pytest

from motcua.kernel.actor import Actor, Role
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.queries import facts_about
from motcua.procedures.commands.import_life_events import LifeEventImport, import_life_events
from motcua.procedures.models import LifeEvent
from motcua.procedures.queries.life_events import life_event_called, life_events_on
from motcua.procedures.shipped import shipped_life_events
from tests.support.clock import PLAIN_MORNING, PLAIN_WEDNESDAY
from tests.support.offices import SETUP, somebody

pytestmark = pytest.mark.django_db
TOMORROW = PLAIN_WEDNESDAY + timedelta(days=1)
ALL = [event["code"] for event in shipped_life_events()["events"]]


def take(document: Any, *, actor: Actor = SETUP, **more: Any) -> LifeEventImport:
    return import_life_events(actor=actor, at=PLAIN_MORNING, document=document, **more)


def renamed(name: str) -> Any:
    document = copy.deepcopy(shipped_life_events())
    document["events"][0]["name"]["vi"] = name
    return document


def name_on(day: date) -> str:
    event = life_event_called(ALL[0], day)
    assert event is not None
    return event.name.vi


def test_the_first_time_all_hold_from_the_day_of_the_file_in_its_order() -> None:
    assert list(take(shipped_life_events()).published) == ALL
    assert [event.code for event in life_events_on(PLAIN_WEDNESDAY)] == ALL
    row = LifeEvent.objects.get(code=ALL[0])
    assert [fact.code for fact in facts_about("life-event", row.pk)] == ["life-event.published"]


def test_the_same_file_again_changes_nothing() -> None:
    take(shipped_life_events())
    again = take(shipped_life_events())
    assert (again.published, again.ended) == ((), ())
    assert list(again.unchanged) == ALL


def test_another_text_begins_tomorrow_and_can_be_taken_back_today() -> None:
    take(shipped_life_events())
    assert take(renamed("Sinh con")).published == (ALL[0],)
    assert (name_on(PLAIN_WEDNESDAY), name_on(TOMORROW)) == ("Có con nhỏ", "Sinh con")
    assert take(renamed("Có em bé")).published == (ALL[0],)
    assert name_on(TOMORROW) == "Có em bé"


def test_what_the_file_leaves_out_ends_with_today() -> None:
    take(shipped_life_events())
    document = copy.deepcopy(shipped_life_events())
    gone = document["events"].pop()["code"]
    assert take(document).ended == (gone,)
    assert gone in [event.code for event in life_events_on(PLAIN_WEDNESDAY)]
    assert gone not in [event.code for event in life_events_on(TOMORROW)]


def test_a_start_of_the_program_leaves_what_the_office_has_changed() -> None:
    take(renamed("Sinh con"))
    again = take(shipped_life_events(), only_missing=True)
    assert (again.published, again.ended) == ((), ())
    assert name_on(PLAIN_WEDNESDAY) == "Sinh con"


def test_an_officer_may_not() -> None:
    with pytest.raises(NotPermitted):
        take(shipped_life_events(), actor=somebody(Role.RECEPTION))
