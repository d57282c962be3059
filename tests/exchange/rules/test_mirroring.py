"""What is told of an act is enough to do it again; what is not told stays inside an agency."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.dossiers.commands.performing import PERFORMERS
from motcua.dossiers.vocabulary import Act, FileIn, Stage
from motcua.exchange.rules.mirroring import TELLERS, MessageNotForHere, is_done_already
from motcua.exchange.rules.redoing import READERS, given_of

INSIDE = {
    Act.RECEIVE,
    Act.ASK_TO_COMPLETE,
    Act.REFUSE_RECEPTION,
    Act.ASSIGN,
    Act.FORWARD,
    Act.PROPOSE,
    Act.NOTE,
    Act.RELEASE,
}
FILE = FileIn(digest="0" * 64, name="a.pdf", media_type="application/pdf", size=1)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
)
WORDS = st.sampled_from(
    ["reason", "to_day", "note", "decision", "grounds", "method", "papers", "items", "file"]
)


def test_whatever_is_told_can_be_done_again() -> None:
    assert set(TELLERS) == set(READERS)


def test_what_is_not_told_is_work_inside_an_agency() -> None:
    assert set(PERFORMERS) - set(TELLERS) == INSIDE


@given(
    act=st.sampled_from(sorted(READERS)),
    told=st.dictionaries(WORDS, ANYTHING, max_size=6),
    files=st.sampled_from([(), (FILE,), (FILE, FILE)]),
)
def test_what_no_installation_tells_is_refused_and_no_fault(
    act: Act, told: dict[str, Any], files: tuple[FileIn, ...]
) -> None:
    try:
        found = given_of(act, told, files)
    except MessageNotForHere:
        return
    assert isinstance(found, PERFORMERS[act].given)


@pytest.mark.parametrize(
    ("act", "stage", "is_done"),
    [
        (Act.START, Stage.PROCESSING, True),
        (Act.START, Stage.RECEIVED, False),
        (Act.SEND_BACK, Stage.PROCESSING, True),
        (Act.SEND_BACK, Stage.DECIDED, False),
        (Act.DECIDE, Stage.DECIDED, False),
    ],
)
def test_work_inside_an_agency_may_have_led_there_already(
    act: Act, stage: Stage, is_done: bool
) -> None:
    assert is_done_already(act, stage) is is_done


def told_offer(value: str) -> dict[str, object]:
    return {"to_agency_id": 7, "task": "Đo", "limit_unit": "MONTHS", "limit_value": value}


def test_a_limit_beyond_the_calendar_is_written_down_as_it_was_told() -> None:
    read = given_of(Act.OFFER, told_offer("1000"), ())
    assert (read.limit.value, read.was_made_elsewhere) == (1000, True)


@pytest.mark.parametrize("value", ["NaN", "-1", "1E+40", "1E-40", "Infinity", "nhiều"])
def test_what_is_no_limit_is_no_message_for_here(value: str) -> None:
    with pytest.raises(MessageNotForHere):
        given_of(Act.OFFER, told_offer(value), ())
