"""A step that only an act on the dossier can truly finish is named when it is tied to none."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from motcua.kernel.actor import Role
from motcua.processes.rules.act_words import acts_of, proposed_acts
from motcua.processes.rules.checking import findings
from motcua.processes.rules.checking_acts import act_findings
from motcua.processes.rules.definition import process_of
from motcua.processes.vocabulary import Severity, StepAct
from motcua.processes.wording import finding_words
from tests.processes.rules.sample_processes import plain, process, step

OWN_TABLE = (
    ("in", "Tiếp nhận hồ sơ", Role.RECEPTION),
    ("check", "Thẩm định, dự thảo", Role.HANDLING),
    ("sign", "Ký duyệt", Role.SIGNATORY),
    ("stamp", "Đóng dấu, vào sổ", Role.REGISTRY_CLERK),
    ("give", "Trả kết quả", Role.RECEPTION),
)


def of_office(**acts: str) -> dict[str, Any]:
    """The table an office has on paper, tied to no act but those given."""
    keys = [key for key, _name, _role in OWN_TABLE]
    onward = {key: [following] for key, following in pairwise(keys)}
    return process(
        *(
            step(
                key,
                *onward.get(key, []),
                name=name,
                who={"kind": "ROLE", "role": role.value},
                act=acts.get(key),
            )
            for key, name, role in OWN_TABLE
        ),
        limit={"unit": "HALF_DAYS", "value": "5"},
    )


def lacking(document: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one.step, one.params["act"]) for one in act_findings(process_of(document))]


def test_each_step_of_a_table_tied_to_nothing_is_named_with_its_usual_act() -> None:
    assert lacking(of_office()) == [
        ("in", "dossier.receive"),
        ("sign", "dossier.decide"),
        ("stamp", "dossier.issue-result"),
        ("give", "dossier.return-result"),
    ]


def test_tying_the_last_alone_does_not_silence_the_others() -> None:
    found = findings(process_of(of_office(give="dossier.return-result")))
    assert [(one.code, one.step) for one in found] == [
        ("act-missing", "in"), ("act-missing", "sign"), ("act-missing", "stamp"),
    ]  # fmt: skip
    assert {one.severity for one in found} == {Severity.WARNING}


def test_what_is_proposed_for_that_table_leaves_nothing_to_tell() -> None:
    said = [(name, role) for _key, name, role in OWN_TABLE]
    assert proposed_acts(said) == (
        StepAct.RECEIVE,
        StepAct.PROPOSE,
        StepAct.DECIDE,
        StepAct.ISSUE_RESULT,
        StepAct.RETURN_RESULT,
    )
    assert acts_of(said)[1] is None
    keys = [key for key, _name, _role in OWN_TABLE]
    tied = dict(zip(keys, map(str, proposed_acts(said)), strict=True))
    assert findings(process_of(of_office(**tied))) == ()


@pytest.mark.parametrize(
    "steps",
    [
        [("Thẩm định", Role.HANDLING), ("Trả kết quả", Role.RECEPTION)],
        [("Lưu hồ sơ", Role.HANDLING), ("Ký duyệt", Role.SIGNATORY)],
    ],
)
def test_nothing_is_laid_before_a_signer_who_is_not_there_or_by_other_work(
    steps: list[tuple[str, Role | None]],
) -> None:
    assert proposed_acts(steps)[0] is None


def test_the_last_who_handles_before_the_signer_proposes() -> None:
    said = [("Thẩm tra", Role.HANDLING), ("Dự thảo", Role.HANDLING), ("Ký", Role.SIGNATORY)]
    assert proposed_acts(said) == (None, StepAct.PROPOSE, StepAct.DECIDE)


def test_a_second_signature_on_the_way_of_one_that_decides_is_in_order() -> None:
    document = plain()
    document["steps"].insert(
        2,
        step("look", "sign", name="Ký nháy", who={"kind": "ROLE", "role": "SIGNATORY"}),
    )
    document["steps"][1]["next"] = [{"to": "look"}]
    assert lacking(document) == []


def test_a_signature_on_a_branch_of_its_own_is_named() -> None:
    signer = {"kind": "ROLE", "role": "SIGNATORY"}
    document = process(
        step("in", "yes", "no", act="dossier.receive"),
        step("yes", "out", name="Ký duyệt", who=signer, act="dossier.decide"),
        step("no", "out", name="Ký văn bản từ chối", who=signer),
        step("out", act="dossier.return-result"),
    )
    assert lacking(document) == [("no", "dossier.decide")]


@pytest.mark.parametrize(
    "changed",
    [{"is_outside": True}, {"who": {"kind": "ROLE", "role": "SIGNATORY", "agency": "thue-co-so"}}],
)
def test_work_of_others_is_not_asked_about(changed: dict[str, Any]) -> None:
    document = of_office()
    document["steps"][2] |= changed
    assert "sign" not in {key for key, _act in lacking(document)}


def test_the_sentences_name_the_field_that_mends_it() -> None:
    read = process_of(of_office())
    told = {one.code: finding_words(one, read) for one in findings(read)}
    assert "“Thao tác trên hồ sơ làm xong bước” chọn “Trả kết quả”" in told["lost-result"]
    one = next(one for one in act_findings(read) if one.step == "sign")
    assert "Bước sign “Ký duyệt” của" in finding_words(one, read)
    assert "thường là “Ký, quyết định”" in finding_words(one, read)
