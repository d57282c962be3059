"""Faults are planted one by one, and each is found by its name and nothing else is."""

from __future__ import annotations

from typing import Any

import pytest

from motcua.processes.rules.checking import findings
from motcua.processes.rules.definition import process_of
from motcua.processes.vocabulary import Severity
from tests.processes.rules.sample_processes import plain, process, step

ROLE = {"kind": "ROLE", "role": "SIGNATORY"}
END = {"act": "dossier.return-result"}


def found(document: dict[str, Any]) -> set[tuple[str, str]]:
    return {(one.code, one.step) for one in findings(process_of(document))}


def planted(row: int, **changes: Any) -> dict[str, Any]:
    """The good process with one row changed."""
    document = plain()
    document["steps"][row] |= changes
    return document


def test_a_good_process_has_nothing_to_tell() -> None:
    assert findings(process_of(plain())) == ()


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (process(limit={"unit": "WORKING_DAYS", "value": "1"}), ("no-steps", "")),
        (plain() | {"title": " "}, ("title-missing", "")),
        (planted(1, name=""), ("step-without-name", "handle")),
        (planted(2, number="handle "), ("number-twice", "sign")),
        (planted(1, who={"kind": "ROLE"}), ("nobody-to-receive", "handle")),
        (planted(1, who={"kind": "UNIT"}), ("nobody-to-receive", "handle")),
        (planted(1, who={"kind": "AGENCY", "unit": "x"}), ("nobody-to-receive", "handle")),
        (
            planted(1, who={"kind": "ROLE", "role": "SUPERVISOR"}),
            ("nobody-to-receive", "handle"),
        ),
        (planted(1, limit=None), ("time-missing", "handle")),
        (
            planted(1, limit={"unit": "HALF_DAYS", "value": "-1"}),
            ("time-negative", "handle"),
        ),
        (
            planted(1, limit={"unit": "WORKING_DAYS", "value": "999999"}),
            ("time-too-long", "handle"),
        ),
        (planted(1, limit={"unit": "MONTHS", "value": "121"}), ("time-too-long", "handle")),
        (
            plain() | {"limit": {"unit": "CALENDAR_DAYS", "value": "3651"}},
            ("limit-too-long", ""),
        ),
        (planted(2, next=[{"to": "nowhere"}]), ("next-unknown", "sign")),
        (planted(2, returns_to=["give"]), ("return-forward", "sign")),
        (planted(2, returns_to=["nowhere"]), ("return-unknown", "sign")),
        (planted(2, four_eyes_with="sign"), ("four-eyes-alone", "sign")),
        (planted(2, four_eyes_with="nowhere"), ("four-eyes-unknown", "sign")),
        (planted(3, act=None), ("lost-result", "give")),
        (plain() | {"limit": None}, ("no-limit", "")),
        (plain() | {"limit": {"unit": "WORKING_DAYS", "value": "-2"}}, ("limit-negative", "")),
        (planted(2, next=[{"to": "sign"}, {"to": "give"}]), ("next-to-itself", "sign")),
        (planted(2, next=[{"to": "give"}, {"to": "give"}]), ("next-twice", "sign")),
        (
            planted(2, next=[{"to": "give", "when": {"is": ["a", True]}}]),
            ("last-branch-conditional", "sign"),
        ),
        (
            planted(1, limit={"unit": "CALENDAR_DAYS", "value": "0.5"}),
            ("time-not-whole", "handle"),
        ),
    ],
)
def test_a_planted_fault_is_named_with_its_row(
    document: dict[str, Any], expected: tuple[str, str]
) -> None:
    assert expected in found(document)


def test_ten_years_are_not_too_long() -> None:
    document = planted(1, limit={"unit": "YEARS", "value": "10"})
    assert "time-too-long" not in {code for code, _step in found(document)}


def test_a_row_that_nothing_leads_to_is_named_alone() -> None:
    document = plain()
    document["steps"].append(step("apart", "give"))
    assert found(document) == {("unreachable", "apart")}


def test_a_circle_without_an_exit_is_named_once_with_its_rows() -> None:
    document = process(
        step("receive", "a", "give"),
        step("a", "b"),
        step("b", "c"),
        step("c", "a"),
        step("give", **END),
        limit={"unit": "WORKING_DAYS", "value": "1"},
    )
    (circle,) = [one for one in findings(process_of(document)) if one.code == "loop-without-exit"]
    assert circle.step == "a"
    assert circle.params == {"steps": "a, b, c"}


def test_a_circle_with_an_exit_is_in_order() -> None:
    document = process(
        step("receive", "check"),
        step("check", "give", "mend"),
        step("mend", "check"),
        step("give", **END),
        limit={"unit": "HALF_DAYS", "value": "3"},
    )
    assert found(document) == set()


def test_the_branch_that_ends_without_a_result_is_named() -> None:
    document = process(
        step("receive", "good", "bad"),
        step("good", **END),
        step("bad"),
        limit={"unit": "WORKING_DAYS", "value": "1"},
    )
    assert found(document) == {("lost-result", "bad")}


def test_of_branches_that_all_go_one_with_the_result_is_enough() -> None:
    document = process(
        step("receive", "good", "notify", split="ALL"),
        step("good", **END),
        step("notify"),
        limit={"unit": "WORKING_DAYS", "value": "1"},
    )
    assert found(document) == set()


def test_a_refusal_with_reasons_is_an_answer_too() -> None:
    document = process(
        step("receive", "good", "bad"),
        step("good", **END),
        step("bad", act="dossier.terminate"),
        limit={"unit": "WORKING_DAYS", "value": "1"},
    )
    assert found(document) == set()


def test_branches_that_look_alike_are_asked_about() -> None:
    document = process(
        step("receive", next=[{"to": "a"}, {"to": "b", "label": "khác"}]),
        step("a", **END),
        step("b", **END),
        limit={"unit": "WORKING_DAYS", "value": "1"},
    )
    assert found(document) == {("branches-not-told-apart", "receive")}


def parallel(join: str) -> dict[str, Any]:
    return process(
        step("receive", "tax", "land", split="ALL"),
        step("tax", "give"),
        step("land", "map"),
        step("map", "give"),
        step("give", join=join, **END),
        limit={"unit": "WORKING_DAYS", "value": "2"},
    )


def test_branches_at_once_must_be_waited_for_where_they_meet() -> None:
    assert found(parallel("ALL")) == set()
    assert found(parallel("ANY")) == {("parallel-not-joined", "give")}


def test_warnings_and_faults_are_kept_apart() -> None:
    (called_off,) = findings(process_of(parallel("ANY")))
    assert called_off.severity is Severity.WARNING
    (lost,) = findings(process_of(planted(3, act=None)))
    assert lost.severity is Severity.FAULT


def test_a_longer_limit_than_that_of_the_procedure_is_asked_about() -> None:
    own = process_of(plain())
    shorter = process_of(plain() | {"limit": {"unit": "HALF_DAYS", "value": "3"}}).limit
    assert [one.code for one in findings(own, shorter)] == ["limit-over-procedure"]
    calendar = process_of(plain() | {"limit": {"unit": "CALENDAR_DAYS", "value": "3"}}).limit
    assert [one.code for one in findings(own, calendar)] == ["limit-of-other-kind"]
