"""Every finding has a sentence, and sums are told exactly."""

from __future__ import annotations

import inspect
import re
from fractions import Fraction
from typing import Any

import orjson
import pytest

from motcua.eforms.rules.conditions import read_condition
from motcua.processes.rules import (
    beginning,
    checking,
    checking_acts,
    checking_conditions,
    checking_flow,
    checking_steps,
    definition,
    staffing,
)
from motcua.processes.rules.adding_up import Verdict
from motcua.processes.rules.checking import findings
from motcua.processes.rules.definition import ProcessUnreadable, process_of
from motcua.processes.vocabulary import Join, Need, Split, StepAct, WhoKind
from motcua.processes.wording import (
    ACTS,
    CONDITIONS,
    DOCUMENT_FAULTS,
    JOINS,
    NEEDS,
    SPLITS,
    VERDICTS,
    WHO_KINDS,
    condition_of,
    exact_text,
    finding_words,
    refusal_words,
    sums_words,
)
from motcua.processes.wording_findings import FINDINGS, SHORT
from tests.processes.rules.sample_processes import plain, process, step

LOOKING = (
    beginning, checking, checking_acts, checking_conditions, checking_flow, checking_steps, staffing,
)  # fmt: skip


def said(document: dict[str, Any]) -> list[str]:
    read = process_of(document)
    return [finding_words(one, read) for one in findings(read)]


def test_every_code_that_is_found_has_its_sentence() -> None:
    source = "".join(inspect.getsource(module) for module in LOOKING)
    codes = set(re.findall(r'(?:fault|warning|make)\(\s*"([a-z-]+)"', source))
    assert codes == set(FINDINGS)


def test_every_fault_of_a_document_is_told_in_words_with_its_place() -> None:
    source = inspect.getsource(definition)
    assert set(re.findall(r'"(not-[a-z-]+|too-many|twice)"', source)) <= set(DOCUMENT_FAULTS)
    assert not [code for code in DOCUMENT_FAULTS if f'"{code}"' not in source]
    with pytest.raises(ProcessUnreadable) as refused:
        process_of({"title": "x", "steps": [{"key": "a", "number": 5, "who": 7, "next": 5}]})
    told = [refusal_words(one) for one in refused.value.reasons]
    assert "Ở chỗ “steps.0.next” quy trình không đúng: phải là một danh sách" in " ".join(told)
    assert "(tệp ghi 5). Hãy sửa lại." in told[-1]
    assert not [one for one in told if "not-a" in one]


def test_usual_conditions_are_conditions_and_told_in_words() -> None:
    for text, words in CONDITIONS.items():
        when = orjson.loads(text)
        assert condition_of(when) == str(words)
        assert read_condition(when)
    assert condition_of({"is": ["other", 1]}) == condition_of(None) == ""
    assert set(SHORT) <= set(FINDINGS)


def test_every_word_of_a_step_has_its_sentence() -> None:
    for words, names in [
        (ACTS, StepAct), (JOINS, Join), (NEEDS, Need), (SPLITS, Split), (WHO_KINDS, WhoKind),
        (VERDICTS, Verdict),
    ]:  # fmt: skip
        assert set(words) == set(names)


def test_a_sum_over_the_limit_says_how_much_and_from_which_step() -> None:
    document = plain() | {"limit": {"unit": "WORKING_DAYS", "value": "1.5"}}
    assert said(document) == [
        "Tổng các bước receive → handle → sign → give là 2 ngày làm việc, hơn thời hạn 1,5 ngày làm việc là"
        " 0,5 ngày làm việc. Vượt từ bước give “Bước give”."
    ]


def test_a_sum_with_a_missing_time_names_the_steps() -> None:
    document = plain()
    del document["steps"][1]["limit"]
    (one,) = sums_words(process_of(document), process_of(document).limit)
    assert one["verdict"] == "chưa cộng được: bước handle chưa có thời gian"
    assert one["tone"] == "warning"


@pytest.mark.parametrize(
    ("limit", "told"),
    [
        ("3", ("khớp thời hạn 3 ngày làm việc", "success")),
        ("5", ("kém thời hạn 5 ngày làm việc là 2 ngày làm việc", "warning")),
    ],
)
def test_only_the_longest_of_branches_at_once_is_held_against_the_limit(
    limit: str, told: tuple[str, str]
) -> None:
    document = process(
        step("in", "a", "b", split="ALL"),
        step("a", "out", limit={"unit": "WORKING_DAYS", "value": "2"}),
        step("b", "out", limit={"unit": "WORKING_DAYS", "value": "1"}),
        step("out", join="ALL", act="dossier.return-result"),
    )
    read = process_of(document | {"limit": {"unit": "WORKING_DAYS", "value": limit}})
    longest, shorter = sums_words(read, read.limit)
    assert (longest["verdict"], longest["tone"]) == told
    assert (shorter["verdict"], shorter["tone"]) == ("ngắn hơn đường dài nhất", "neutral")


def test_times_in_sentences_have_a_comma_as_people_write_it() -> None:
    document = plain()
    document["steps"][1]["limit"] = {"unit": "CALENDAR_DAYS", "value": "0.5"}
    assert "ghi 0,5 ngày;" in next(one for one in said(document) if "số tròn" in one)
    document["steps"][1]["limit"] = {"unit": "WORKING_HOURS", "value": "-1.5"}
    assert "(-1,5 giờ làm việc)" in next(one for one in said(document) if "nhỏ hơn 0" in one)


def test_two_steps_with_one_number_are_told_by_their_places() -> None:
    document = plain()
    document["steps"][2]["number"] = "handle"
    assert said(document) == [
        "Bước thứ 3 “Bước sign” mang số handle như bước “Bước handle” ở trên. Hãy đổi số của một bước."
    ]


def test_days_of_two_kinds_are_told_side_by_side() -> None:
    document = process(
        step("a", "b"),
        step("b", limit={"unit": "CALENDAR_DAYS", "value": "30"}, act="dossier.return-result"),
        limit={"unit": "WORKING_DAYS", "value": "35"},
    )
    assert said(document) == [
        "Tổng các bước a → b là 0,5 ngày làm việc và 30 ngày, thời hạn là 35 ngày làm việc: hai cách tính"
        " khác nhau nên không so chính xác được."
    ]


def test_a_step_for_nobody_is_told_as_the_table_had_it() -> None:
    document = plain()
    document["steps"][1]["who"] = {"kind": "ROLE", "words": "Hội đồng"}
    assert said(document) == [
        "Bước handle “Bước handle” không có ai nhận (bảng ghi “Hội đồng”). Hãy chọn vai trò, phòng hoặc"
        " cơ quan."
    ]


@pytest.mark.parametrize(
    ("amount", "text"),
    [("7/2", "3.5"), ("1/3", "1/3"), ("-1/8", "-0.125"), ("20", "20"), ("0", "0"), ("100", "100")],
)
def test_amounts_are_decimals_where_they_end_and_fractions_where_not(
    amount: str, text: str
) -> None:
    assert exact_text(Fraction(amount)) == text
