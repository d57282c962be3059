"""Conditions of branches: chosen from lists of facts and questions, without a word of JSON."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client

from motcua.eforms.rules.definition import form_of
from motcua.eforms.shipped import shipped_forms
from motcua.ledger.caching import forget_all
from motcua.processes.models import ProcessDraft
from motcua.workspace.processes.conditions import BranchCondition, with_facts
from tests.support.working_office import CERTIFIED_COPY
from tests.web.workspace.conftest import SignIn
from tests.web.workspace.conftest import text_of as page_of

BIRTH = next(one["form"] for one in shipped_forms() if one["form"]["code"] == "birth-registration")
VARIANTS = {"12": "Đăng ký lần đầu", "13": "Đăng ký lại"}


def editor(document: Any = None) -> BranchCondition:
    return BranchCondition(with_facts(form_of(BIRTH), VARIANTS), 0, document)


def choices() -> dict[str, str]:
    groups = editor().shown()["groups"]
    return {one["label"]: one["value"] for group in groups for one in group["options"]}


def read(value: str, typed: str = "") -> Any:
    data = QueryDict(mutable=True)
    data.update({"when-0-0": value, "when-0-0-text": typed, "when-0-json": ""})
    return editor().read(data)


@pytest.mark.parametrize(
    ("words", "typed", "document"),
    [
        ("“Cách nộp” là “Trực tuyến”", "", {"is": ["channel", "ONLINE"]}),
        ("“Nộp ở ngoài địa bàn giải quyết” là “Có”", "", {"is": ["outside_territory", True]}),
        ("“Quyết định” là “Đồng ý giải quyết”", "", {"is": ["decision", "GRANTED"]}),
        ("“Trường hợp” là “Đăng ký lại”", "", {"is": ["variant", 13]}),
    ],
)
def test_a_fact_of_the_dossier_is_chosen_in_words(
    words: str, typed: str, document: dict[str, Any]
) -> None:
    assert read(choices()[words], typed).document == document
    assert editor(document).shown()["words"] == words


def test_a_child_under_fourteen_is_chosen_from_the_questions_of_the_declaration() -> None:
    under = choices()["không phải là (người sinh ngày “Sinh ngày nào” đủ … tuổi)"]
    document = read(under, "14").document
    assert document == {"not": {"age_at_least": ["child.birth_date", 14]}}
    assert read(under).error


def test_yes_or_no_questions_of_the_declaration_are_offered() -> None:
    documents = [read(value).document for value in choices().values()]
    assert {"is": ["wants_copies", True]} in documents


def test_what_no_list_can_say_is_left_to_experts_and_kept() -> None:
    hard = {"all": [{"any": [{"is": ["channel", "DESK"]}, {"is": ["online", True]}]}]}
    shown = editor(hard).shown()
    assert not shown["is_simple"]
    assert editor(hard).read(QueryDict()).document == hard


def test_a_branch_is_given_its_condition_from_the_list_and_more_branches_are_asked_for(
    browser: SignIn,
) -> None:
    forget_all()
    keeper: Client = browser("quantri")
    begun = keeper.post("/processes/new/", {"code": CERTIFIED_COPY, "agency": "all"})
    address = f"{begun['Location']}handle/"
    page = page_of(keeper.get(address))
    online = re.search(r'value="([0-9.]+)"[^>]*>“Cách nộp” là “Trực tuyến”', page)
    assert online is not None
    given = {"seen": "1", "to-0": "sign", "to-2": "give", "when-2-0": online[1], "do": "more"}
    answer = keeper.post(address, given)
    assert answer["Location"] == address
    branches = ProcessDraft.objects.get().definition["steps"][1]["next"]
    assert [one["to"] for one in branches] == ["sign", "give"]
    assert branches[1]["when"] == {"is": ["channel", "ONLINE"]}
    again = page_of(keeper.get(address))
    assert "Đang là: “Cách nộp” là “Trực tuyến”" in again
    assert 'name="to-3"' in again
    drawn = begun["Location"].removesuffix("edit/") + "?version=draft"
    assert "Nộp trực tuyến" in page_of(keeper.get(drawn))
