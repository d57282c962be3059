"""A file of life events: read whole or refused by the place of its fault; what ships fits the catalogue."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.procedures.rules.life_events import (
    LifeEventsMalformed,
    digest_of,
    life_event_of,
    life_events_of,
    plain_event,
)
from motcua.procedures.shipped import overlay, shipped_catalogue, shipped_life_events
from motcua.ui.icons import icon

FILE = life_events_of(shipped_life_events())


def test_every_procedure_of_the_shipped_events_is_in_the_shipped_catalogue() -> None:
    known = {one["code"] for one in shipped_catalogue()["procedures"]}
    named = {one.procedure_code for event in FILE.events for one in event.matters}
    assert named - known == set()


def test_every_sector_and_picture_of_the_shipped_events_is_known() -> None:
    sectors = {code for code, _name in overlay().sectors.values()}
    assert {code for event in FILE.events for code in event.sector_codes} - sectors == set()
    assert all("<svg" in icon(event.icon) for event in FILE.events)


def test_what_is_kept_of_an_event_reads_back_the_same() -> None:
    assert tuple(life_event_of(plain_event(event)) for event in FILE.events) == FILE.events


def test_the_place_in_the_list_is_part_of_what_is_said() -> None:
    assert digest_of(FILE.events[0], 0) != digest_of(FILE.events[0], 1)


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (("format",), "x", "format"),
        (("valid_from",), "mai", "valid_from"),
        (("events",), {}, "events"),
        (("events", 0), "x", "events[0]"),
        (("events", 0, "code"), "Có con", "events[0].code"),
        (("events", 0, "audience"), "ANYBODY", "events[0].audience"),
        (("events", 1, "name", "en"), "", "events[1].name.en"),
        (("events", 1, "lead"), "x", "events[1].lead"),
        (("events", 0, "matters", 2, "procedure"), None, "events[0].matters[2].procedure"),
        (("events", 0, "matters", 0), 7, "events[0].matters[0]"),
        (("events", 1, "code"), "co-con-nho", "events"),
        (("events", 1, "name", "vi"), "\ud800", "events[1].name.vi"),
    ],
)
def test_a_fault_is_named_by_its_place(path: tuple[Any, ...], value: Any, place: str) -> None:
    document = copy.deepcopy(shipped_life_events())
    inside = document
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = value
    with pytest.raises(LifeEventsMalformed) as refused:
        life_events_of(document)
    assert refused.value.params["place"] == place


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["events", "code", "name", "vi", "matters"]), inner)
    ),
    max_leaves=10,
)


@given(PLAIN)
def test_anything_is_refused_and_nothing_breaks(value: Any) -> None:
    with pytest.raises(LifeEventsMalformed):
        life_events_of(
            {"format": "motcua-life-events/1", "valid_from": "2026-01-01", "events": value or "x"}
        )
