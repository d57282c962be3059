"""A process is read from JSON and written back; what cannot be read is named with its place."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.dossiers.vocabulary import Act
from motcua.kernel.actor import Role
from motcua.processes.rules.definition import ProcessUnreadable, document_of, process_of
from motcua.processes.vocabulary import Join, Need, Split, StepAct, WhoKind
from motcua.worktime.vocabulary import Unit
from tests.processes.rules.sample_processes import plain, process, step


def places(document: Any) -> set[tuple[str | None, str]]:
    with pytest.raises(ProcessUnreadable) as refused:
        process_of(document)
    return {(one.field, one.params["why"]) for one in refused.value.problems}


def test_a_table_is_read_with_all_that_it_says() -> None:
    read = process_of(plain())
    assert [one.key for one in read.steps] == ["receive", "handle", "sign", "give"]
    assert read.first.who.role is Role.RECEPTION
    assert read.step("handle").returns_to == ("receive",)
    assert read.before("sign") == ("handle",)
    assert read.limit is not None
    assert (read.limit.unit, read.limit.value) == (Unit.WORKING_DAYS, Decimal(2))
    assert [one.is_last for one in read.steps] == [False, False, False, True]


def test_each_act_of_a_step_is_an_act_on_a_dossier() -> None:
    assert {str(act) for act in StepAct} <= {str(act) for act in Act}


def test_every_fault_of_a_document_is_told_at_once_with_its_place() -> None:
    document = process(
        step("Receive!", limit={"unit": "WEEKS", "value": "1"}),
        step("handle", act="dossier.fly", who={"kind": "ROLE", "role": "KING"}, color="red"),
        step("handle", limit={"unit": "HALF_DAYS", "value": 0.5}, needs=["LUCK"]),
        step("sign", next=[{"to": "give", "when": {"sounds_like": ["a", "b"]}}], is_outside="no"),
    )
    assert places(document) == {
        ("steps.0.key", "not-a-key"),
        ("steps.0.limit.unit", "unknown"),
        ("steps.1.act", "unknown"),
        ("steps.1.who.role", "unknown"),
        ("steps.1", "unknown-name"),
        ("steps.2.key", "twice"),
        ("steps.2.limit.value", "not-an-amount"),
        ("steps.2.needs.0.need", "unknown"),
        ("steps.3.next.0.when", "unknown-operation"),
        ("steps.3.is_outside", "not-yes-or-no"),
    }


@pytest.mark.parametrize("document", [None, [], 7, "x", {"steps": {}}, {"steps": [3]}])
def test_what_is_no_process_is_refused_and_never_raises_anything_else(document: Any) -> None:
    assert places(document)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["title", "steps", "key", "who", "limit", "next", "to", "unit", "value"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


def read_or_refused(document: Any) -> bool:
    try:
        read = process_of(document)
    except ProcessUnreadable as refused:
        return bool(refused.problems)
    return process_of(document_of(read)) == read


@given(JSON)
def test_whatever_json_comes_it_is_read_or_refused(document: Any) -> None:
    assert read_or_refused(document)


KEYS = st.sampled_from(["a", "b", "c", "d"])
STEPS = st.fixed_dictionaries(
    {
        "number": st.text("123.", max_size=4),
        "name": st.text(max_size=20).filter(lambda text: "\x00" not in text),
        "who": st.fixed_dictionaries(
            {"kind": st.sampled_from([kind.value for kind in WhoKind])},
            optional={
                "role": st.sampled_from([role.value for role in Role]),
                "unit": st.sampled_from(["ho-tich", "van-phong"]),
                "agency": st.just("thue"),
                "is_lead": st.booleans(),
            },
        ),
    },
    optional={
        "limit": st.fixed_dictionaries(
            {
                "unit": st.sampled_from([unit.value for unit in Unit]),
                "value": st.decimals(-9, 99, places=2).map(str),
            }
        ),
        "next": st.lists(
            st.fixed_dictionaries({"to": KEYS}, optional={"label": st.text("xyz", max_size=3)}),
            max_size=3,
        ),
        "split": st.sampled_from([one.value for one in Split]),
        "join": st.sampled_from([one.value for one in Join]),
        "returns_to": st.lists(KEYS, max_size=2),
        "act": st.sampled_from([act.value for act in StepAct]),
        "is_outside": st.booleans(),
        "needs": st.lists(st.sampled_from([need.value for need in Need]), max_size=3),
    },
)


@given(st.lists(STEPS, max_size=4))
def test_what_is_written_back_reads_the_same(steps: list[dict[str, Any]]) -> None:
    keyed = [one | {"key": key} for one, key in zip(steps, "abcd", strict=False)]
    read = process_of({"title": "t", "steps": keyed})
    assert process_of(document_of(read)) == read
