"""A definition that can be used, and every way in which one cannot."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.interlinked.rules.definition import (
    Group,
    GroupUnreadable,
    Member,
    group_of,
    order_of,
    without,
)
from motcua.interlinked.shipped import shipped_groups
from motcua.interlinked.vocabulary import Branch, OnFailure

BIRTH = shipped_groups()["groups"][0]


def member(key: str, *waits_for: str) -> Member:
    return Member(
        key=key, procedure_code=key, name=key, settled_by=Branch.OTHER, waits_for=waits_for
    )


def group(*members: Member) -> Group:
    return Group(code="g", name="G", members=members)


def whys(document: object) -> list[str]:
    with pytest.raises(GroupUnreadable) as refused:
        group_of(document)
    return [one.params["why"] for one in refused.value.problems]


def test_a_shipped_group_says_who_settles_what_and_what_waits_for_what() -> None:
    birth = group_of(BIRTH)
    assert [one.settled_by for one in birth.members] == [
        Branch.RECEIVING,
        Branch.POLICE,
        Branch.INSURANCE,
        Branch.POLICE,
    ]
    assert birth.member("1.116410").waits_for == ("1.004222",)
    assert birth.member("1.004222").on_failure is OnFailure.STOP


@pytest.mark.parametrize("document", shipped_groups()["groups"], ids=lambda one: one["code"])
def test_a_group_read_and_written_is_the_same(document: dict[str, object]) -> None:
    once = group_of(document)
    assert group_of(once.to_plain()) == once


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        ({**BIRTH, "name": ""}, "no-name"),
        ({**BIRTH, "members": BIRTH["members"][:1]}, "members-count"),
        ({**BIRTH, "members": [BIRTH["members"][0]] * 2}, "key-twice"),
        ({**BIRTH, "members": BIRTH["members"][1:]}, "waits-for-unknown"),
        ({**BIRTH, "members": None}, "shape"),
        ("nothing", "shape"),
    ],
)
def test_what_is_wrong_is_named(broken: object, why: str) -> None:
    assert why in whys(broken)


def test_members_that_wait_for_each_other_in_a_circle_are_named() -> None:
    document = group(member("a", "b"), member("b", "c"), member("c", "a")).to_plain()
    assert whys(document) == ["cycle"] * 3


def test_a_member_without_a_code_is_named() -> None:
    first, *others = BIRTH["members"]
    assert whys({**BIRTH, "members": [{**first, "procedure_code": ""}, *others]}) == [
        "no-procedure"
    ]


@st.composite
def groups(draw: st.DrawFn) -> Group:
    """Any order of members, each waiting for any of those thought of before it."""
    names = [f"m{place}" for place in range(draw(st.integers(2, 8)))]
    members = [
        member(name, *draw(st.lists(st.sampled_from(names[:place]), unique=True)))
        if place
        else member(name)
        for place, name in enumerate(names)
    ]
    return group(*draw(st.permutations(members)))


@given(groups())
def test_in_order_each_member_stands_once_and_after_all_it_waits_for(made: Group) -> None:
    placed = [one.key for one in order_of(made)]
    assert sorted(placed) == sorted(one.key for one in made.members)
    assert all(
        placed.index(awaited) < placed.index(one.key)
        for one in made.members
        for awaited in one.waits_for
    )


@given(groups(), st.sets(st.sampled_from([f"m{place}" for place in range(8)])))
def test_nobody_waits_for_what_was_left_out(made: Group, left_out: set[str]) -> None:
    kept = without(made, left_out)
    keys = {one.key for one in kept}
    assert keys == {one.key for one in made.members} - left_out
    assert all(set(one.waits_for) <= keys for one in kept)
