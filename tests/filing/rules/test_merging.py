"""Two devices on one page: each answer that only one has changed stays, and what both changed is told."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from motcua.filing.rules.merging import merge

leaves = st.text("xyz", max_size=3)
values = st.recursive(
    leaves,
    lambda inside: st.one_of(
        st.lists(inside, max_size=2), st.dictionaries(st.sampled_from("abc"), inside, max_size=3)
    ),
    max_leaves=6,
)
pages = st.dictionaries(st.sampled_from("abcd"), values, max_size=4)


def at(answers: Any, path: str) -> Any:
    for key in path.split("."):
        answers = answers.get(key) if isinstance(answers, dict) else None
    return answers


@given(pages, pages)
def test_alone_on_a_page_what_one_writes_stands(base: dict, mine: dict) -> None:
    assert merge(base, base, mine) == (mine, ())


@given(pages, pages)
def test_who_changed_nothing_takes_over_what_the_other_wrote(base: dict, theirs: dict) -> None:
    assert merge(base, theirs, base) == (theirs, ())


@given(pages, pages, pages)
def test_nothing_of_the_other_is_lost_in_silence(base: dict, theirs: dict, mine: dict) -> None:
    merged, differences = merge(base, theirs, mine)
    told = [one.path for one in differences]
    for key in theirs:
        is_told = any(path == key or path.startswith(f"{key}.") for path in told)
        assert (
            is_told
            or merged.get(key) in (theirs[key], mine.get(key))
            or isinstance(theirs[key], dict)
        )
    for one in differences:
        assert at(theirs, one.path) == one.theirs
        assert at(merged, one.path) == at(mine, one.path)


@given(pages, pages, pages)
def test_merging_again_changes_nothing(base: dict, theirs: dict, mine: dict) -> None:
    merged, _told = merge(base, theirs, mine)
    assert merge(merged, merged, merged) == (merged, ())


@given(pages, st.permutations("abcd"), leaves, leaves)
def test_answers_to_different_questions_both_stand(
    base: dict, keys: list[str], first: Any, second: Any
) -> None:
    one, other = keys[:2]
    theirs, mine = base | {one: first}, base | {other: second}
    merged, differences = merge(base, theirs, mine)
    assert (merged[one], merged[other], differences) == (first, second, ())
