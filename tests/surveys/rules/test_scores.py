"""Scores, small groups, questionnaires and keys: pure."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.kernel.refusal import ManyProblems
from motcua.surveys.rules.answers import AnswerInput, decide_answer
from motcua.surveys.rules.forms import SurveyFormFaulty, document_of, read_form
from motcua.surveys.rules.keys import in_groups, new_key, read_key
from motcua.surveys.rules.scores import (
    Counts,
    compare,
    compare_silent,
    hidden_cells,
    mean_points,
    score_of,
    wilson,
)
from motcua.surveys.shipped import SHORT, SIPAS, all_terms, shipped_forms, terms_on
from motcua.surveys.vocabulary import NOBODY, Form

FORMS = list(shipped_forms().values())
counts = st.integers(min_value=0, max_value=10_000)


@pytest.mark.parametrize(
    ("satisfied", "answered", "low", "high"),
    [
        # Worked out by hand from Wilson's formula, z = 1.96.
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (5, 10, 0.2366, 0.7634),
        (95, 100, 0.88825, 0.97846),
        (0, 0, 0.0, 1.0),
    ],
)
def test_the_interval_is_that_of_the_formula(
    satisfied: int, answered: int, low: float, high: float
) -> None:
    assert wilson(satisfied, answered) == pytest.approx((low, high), abs=5e-5)


@given(st.tuples(counts, counts).map(sorted))
def test_the_share_lies_in_its_interval(pair: list[int]) -> None:
    satisfied, answered = pair
    low, high = wilson(satisfied, answered)
    assert 0 <= low <= (satisfied / answered if answered else 0) + 1e-12
    assert (satisfied / answered if answered else 1) - 1e-12 <= high <= 1


@given(st.integers(1, 50), st.integers(2, 40))
def test_more_answers_of_the_same_share_are_surer(satisfied: int, more: int) -> None:
    low, high = wilson(satisfied, 2 * satisfied)
    surer_low, surer_high = wilson(satisfied * more, 2 * satisfied * more)
    assert surer_high - surer_low < high - low


def test_a_score_keeps_its_response_rate_and_is_rounded_outwards() -> None:
    score = score_of(Counts(invited=40, used=30, answered=30, satisfied=29), 5)
    assert (score.percent, score.low, score.high) == (96.67, 83.32, 99.41)
    assert (score.answered, score.invited, score.response_percent) == (30, 40, 75.0)
    assert NOBODY.response_percent is None


def test_without_the_flagged_the_score_is_another() -> None:
    stuffed = Counts(
        invited=40, answered=30, satisfied=25, flagged=10, flagged_satisfied=10, points=1
    )
    assert score_of(stuffed, 5).percent == 83.33
    assert score_of(stuffed, 5, without_flagged=True).percent == 75.0
    assert mean_points(Counts(answered=4, points=1), 5) is None
    assert mean_points(Counts(answered=5, points=40_000), 5) == 80.0


@given(st.dictionaries(st.integers(), st.integers(0, 30), max_size=12), st.integers(1, 10))
def test_what_is_hidden_cannot_be_worked_out(answered: dict[int, int], cell_min: int) -> None:
    hidden = hidden_cells(answered, cell_min)
    shown = {key: count for key, count in answered.items() if key not in hidden and count}
    assert all(count >= cell_min for count in shown.values())
    together = sum(answered[key] for key in hidden)
    # The sum of the table less what is shown tells of enough people, or the table is all hidden.
    assert not hidden or together >= cell_min or not shown


def test_those_who_stay_silent_are_compared_by_what_is_known_of_them() -> None:
    late, online, older = compare_silent(
        Counts(
            invited=200,
            used=120,
            late_invited=100,
            late_used=30,
            online_invited=5,
            online_used=1,
            aged_invited=60,
            aged_used=50,
            older_invited=20,
            older_used=10,
        )
    )
    assert late.differs
    assert (late.answered_a, late.invited_a, late.answered_b, late.invited_b) == (30, 100, 90, 100)
    assert online.chance is None
    assert (older.answered_a, older.invited_a, older.answered_b, older.invited_b) == (
        10,
        20,
        40,
        40,
    )
    assert older.differs
    assert not compare("late", (50, 100), (52, 100)).differs
    assert compare("late", (100, 100), (100, 100)).chance is None


# -- questionnaires


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_a_shipped_questionnaire_reads_back_as_it_was(form: Form) -> None:
    assert read_form(document_of(form)) == form


def test_the_two_that_are_shipped() -> None:
    short, sipas = shipped_forms()[SHORT], shipped_forms()[SIPAS]
    assert (len(short.questions), len(short.levels)) == (4, 3)
    assert (len(sipas.questions), len(sipas.levels)) == (16, 5)
    assert terms_on(all_terms()[0].valid_from).full_from_percent == 90


FAULTS: list[tuple[tuple[Any, ...], Any]] = [
    (("key",), ""),
    (("name", "en"), " "),
    (("satisfied_from",), 101),
    (("follow_up_days",), 0),
    (("levels", 0, "points"), True),
    (("levels", 1, "value"), 3),
    (("levels", 0, "is_bad"), True),
    (("questions", 0, "weight"), 0),
    (("questions", 1, "key"), "overall"),
    (("questions", 1, "criterion"), "z"),
    (("questions", 1, "is_overall"), True),
    (("questions",), []),
    (("reasons",), []),
]


@pytest.mark.parametrize(("place", "value"), FAULTS, ids=str)
def test_a_faulty_questionnaire_is_refused_with_the_place(
    place: tuple[Any, ...], value: Any
) -> None:
    document = deepcopy(document_of(shipped_forms()[SHORT]))
    inner: Any = document
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    with pytest.raises(ManyProblems) as refused:
        read_form(document)
    assert all(isinstance(one, SurveyFormFaulty) for one in refused.value.problems)
    assert any(str(place[0]) in one.params["place"] for one in refused.value.problems)


@given(st.dictionaries(st.text(max_size=9), st.one_of(st.none(), st.integers(), st.text())))
def test_whatever_is_sent_as_a_questionnaire_gets_an_answer(document: dict[str, Any]) -> None:
    with pytest.raises(ManyProblems):
        read_form(document)


# -- answers


@given(st.sampled_from(FORMS), st.data())
def test_points_lie_between_the_worst_and_the_best_chosen(form: Form, data: Any) -> None:
    values = {
        one.key: data.draw(st.sampled_from([level.value for level in form.levels]))
        for one in form.questions
    }
    reasons = frozenset({form.reasons[0].key})
    told = AnswerInput(choices={key: str(v) for key, v in values.items()}, reasons=reasons)
    found = decide_answer(form, told)
    points = [form.level(value).points * 100 for value in values.values()]
    assert min(points) <= found.points <= max(points)
    assert dict(found.choices) == values
    assert bool(found.reasons) == found.is_bad


def test_everything_wrong_is_told_at_once() -> None:
    form = shipped_forms()[SHORT]
    told = AnswerInput(choices={"overall": "1", "time": "9"}, comment="x" * 1001, contact="0" * 121)
    with pytest.raises(ManyProblems) as refused:
        decide_answer(form, told)
    assert [one.field for one in refused.value.problems] == [
        "time",
        "attitude",
        "lawful",
        "reasons",
        "comment",
        "contact",
    ]


# -- keys


@given(st.text(max_size=80))
def test_only_twelve_known_letters_are_a_key(typed: str) -> None:
    assert len(read_key(typed)) in {0, 12}


def test_a_key_is_read_as_people_type_it() -> None:
    key = new_key()
    for typed in (key, in_groups(key), in_groups(key).lower(), f"  {in_groups(key)} "):
        assert read_key(typed) == key
    assert read_key("oil0-0000-0000") == "011000000000"
