"""Every act has its page: it is shown, it does what it says, back at the dossier with a notice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from motcua.dossiers.commands.performing import PERFORMERS
from motcua.dossiers.vocabulary import Act, Stage
from motcua.workspace.acts.table import FORMS, PLANS, slug_of
from motcua.workspace.acts.words import LEADS
from tests.support.acts import bring, do, holding_of, other_unit, register
from tests.web.workspace.act_pages import form, page_of, seen
from tests.web.workspace.conftest import Receive, SignIn, text_of

REASON = {"reason": "Có lý do chính đáng"}
ITEM = {"items-0-name": "Tờ khai", "items-0-what": "Ký tên", **REASON}
# act: (who does it, where the dossier is, what is typed, where it is afterwards)
CASES: dict[Act, tuple[str, Stage, dict[str, str], Stage]] = {
    Act.RECEIVE: ("tiepnhan1", Stage.REGISTERED, {"complete_confirmed": "on"}, Stage.RECEIVED),
    Act.ASK_TO_COMPLETE: ("tiepnhan1", Stage.REGISTERED, ITEM, Stage.COMPLETION_ASKED),
    Act.REFUSE_RECEPTION: ("tiepnhan1", Stage.REGISTERED, REASON, Stage.NOT_RECEIVED),
    Act.ASSIGN: ("truongphong", Stage.RECEIVED, {"holding_id": "thuly1"}, Stage.RECEIVED),
    Act.START: ("thuly1", Stage.RECEIVED, {}, Stage.PROCESSING),
    Act.FORWARD: ("thuly1", Stage.RECEIVED, {"unit_id": "another", **REASON}, Stage.RECEIVED),
    Act.OFFER: (
        "thuly1",
        Stage.PROCESSING,
        {"place": "unit-another", "task": "Thẩm tra tại thực địa"},
        Stage.PROCESSING,
    ),
    Act.PROPOSE: (
        "thuly1",
        Stage.PROCESSING,
        {"decision": "GRANTED", "opinion": "Đủ điều kiện"},
        Stage.PROPOSED,
    ),
    Act.SEND_BACK: ("lanhdao", Stage.PROPOSED, REASON, Stage.PROCESSING),
    Act.REQUEST_SUPPLEMENT: ("thuly1", Stage.PROCESSING, ITEM, Stage.SUPPLEMENT_REQUESTED),
    Act.SUPPLEMENT: (
        "tiepnhan1",
        Stage.SUPPLEMENT_REQUESTED,
        {"item-0": "ANSWERED", "item-1": "WAIVED", "note": "Đã có trong dữ liệu dân cư"},
        Stage.PROCESSING,
    ),
    Act.SUSPEND: ("thuly1", Stage.PROCESSING, REASON, Stage.OBLIGATION_DUE),
    Act.RESUME: ("thuly1", Stage.OBLIGATION_DUE, {"note": "Đã nộp"}, Stage.PROCESSING),
    Act.EXTEND: ("lanhdao", Stage.PROCESSING, {"to_day": "25/06/2026", **REASON}, Stage.PROCESSING),
    Act.WITHDRAW: ("tiepnhan1", Stage.PROCESSING, REASON, Stage.WITHDRAWN),
    Act.TERMINATE: (
        "lanhdao",
        Stage.WITHDRAWN,
        {"ground": "WITHDRAWN", "papers_given_back": "on", **REASON},
        Stage.TERMINATED,
    ),
    Act.DECIDE: (
        "lanhdao",
        Stage.PROPOSED,
        {"decision": "DECLINED", "grounds": "Chưa đủ tuổi"},
        Stage.DECIDED,
    ),
    Act.ISSUE_RESULT: (
        "vanthu",
        Stage.DECIDED,
        {"document_number": "12/GKS", "document_date": "10/06/2026", "signed_by": "Lê Thị Lan"},
        Stage.SETTLED,
    ),
    Act.RETURN_RESULT: (
        "tiepnhan1",
        Stage.SETTLED,
        {"who": "OWNER", "method": "DESK"},
        Stage.RETURNED,
    ),
    Act.CORRECT_RESULT: (
        "lanhdao",
        Stage.RETURNED,
        {"document_number": "13/GKS", **REASON},
        Stage.SETTLED,
    ),
    Act.REOPEN: (
        "lanhdao",
        Stage.RETURNED,
        {"ground": "Quyết định 5/QĐ-UBND", **REASON},
        Stage.PROCESSING,
    ),
    Act.AMEND: (
        "tiepnhan1",
        Stage.PROCESSING,
        {"owner-name": "Nguyễn Thị Hồng Nhung", "owner-phone": "0987654321", **REASON},
        Stage.PROCESSING,
    ),
    Act.NOTE: ("thuly1", Stage.RETURNED, {"text": "Đã báo cho chị Nhung"}, Stage.RETURNED),
}
"""Acts whose dossier needs more than a stage stand in tests of their own below."""
OWN_TESTS = {
    Act.RELEASE,
    Act.TAKE_OVER,
    Act.REFUSE_TAKE_OVER,
    Act.REDIRECT,
    Act.ACCEPT_OFFER,
    Act.REFUSE_OFFER,
    Act.TAKE_BACK_OFFER,
    Act.ALLOW_SUPPLEMENT,
    Act.APOLOGIZE,
    Act.ATTACH,
}

Ready = Callable[[Act], tuple[Client, str]]
Fill = Callable[..., dict[str, str]]


@pytest.fixture
def ready(browser: SignIn, receive: Receive) -> Ready:
    """The officer's browser, and a dossier at which the act can be done."""

    def made(act: Act) -> tuple[Client, str]:
        username, stage, _typed, _after = CASES[act]
        code = register() if stage is Stage.REGISTERED else bring(receive(), stage)
        return browser(username), code

    return made


@pytest.fixture
def fill() -> Fill:
    """The form of an act as a page sends it."""

    def filled(code: str, act: Act, **more: str) -> dict[str, str]:
        typed = dict(CASES[act][2]) if act in CASES else {}
        if act is Act.ASSIGN:
            typed["holding_id"] = str(holding_of("thuly1"))
        if act is Act.FORWARD:
            typed["unit_id"] = str(other_unit("thuly1"))
        if act is Act.OFFER:
            typed["place"] = f"unit-{other_unit('thuly1')}"
        return form(code, **(typed | more))

    return filled


def test_every_act_has_its_form_its_page_and_its_words() -> None:
    assert set(FORMS) == set(PERFORMERS) == set(LEADS)
    assert {slug_of(act) for act in PERFORMERS} <= set(PLANS)


def test_every_act_is_done_once_on_its_page_in_these_tests() -> None:
    assert set(CASES) | OWN_TESTS == set(PERFORMERS)


@pytest.mark.parametrize("act", CASES, ids=slug_of)
def test_the_page_of_an_act_says_what_will_happen(ready: Ready, act: Act) -> None:
    client, code = ready(act)
    page = client.get(page_of(code, act))
    text = text_of(page)
    assert page.status_code == 200
    assert str(PLANS[slug_of(act)].title) in text
    assert "Điều sẽ xảy ra" in text
    assert "Nguyễn Thị Hồng Nhung" in text


@pytest.mark.parametrize("act", CASES, ids=slug_of)
def test_the_act_is_done_from_its_page(ready: Ready, fill: Fill, act: Act) -> None:
    client, code = ready(act)
    sent = client.post(page_of(code, act), fill(code, act), follow=True)
    back = "/desk/" if act is Act.FORWARD else f"/dossiers/{code}/"
    assert sent.redirect_chain == [(back, 302)], text_of(sent)
    assert f"Đã ghi: {PLANS[slug_of(act)].title}." in text_of(sent)
    assert seen(code).stage is CASES[act][3]


@pytest.mark.parametrize("act", CASES, ids=slug_of)
def test_a_form_sent_twice_acts_once(ready: Ready, fill: Fill, act: Act) -> None:
    client, code = ready(act)
    form = fill(code, act)
    client.post(page_of(code, act), form)
    after = seen(code)
    again = client.post(page_of(code, act), form, follow=True)
    assert "Đã ghi trước đó" in text_of(again)
    assert seen(code).version == after.version


NEEDED = {
    Act.REFUSE_RECEPTION: ("reason", "Chưa ghi lý do"),
    Act.ASK_TO_COMPLETE: ("items-0-what", "Mỗi mục cần có tên giấy tờ"),
    Act.ASSIGN: ("holding_id", "Chưa chọn"),
    Act.FORWARD: ("reason", "Chưa ghi lý do"),
    Act.SEND_BACK: ("reason", "Chưa ghi lý do"),
    Act.REQUEST_SUPPLEMENT: ("items-0-name", "Mỗi mục cần có tên giấy tờ"),
    Act.SUPPLEMENT: ("note", "Chưa ghi lý do"),
    Act.SUSPEND: ("reason", "Chưa ghi lý do"),
    Act.EXTEND: ("to_day", "Chưa có ngày"),
    Act.WITHDRAW: ("reason", "Chưa ghi lý do"),
    Act.TERMINATE: ("reason", "Chưa ghi lý do"),
    Act.DECIDE: ("grounds", "Chưa ghi lý do"),
    Act.RETURN_RESULT: ("who", "Chưa chọn"),
    Act.CORRECT_RESULT: ("reason", "Chưa ghi lý do"),
    Act.REOPEN: ("ground", "Chưa ghi lý do"),
    Act.AMEND: ("owner-name", "Chưa có họ tên"),
    Act.NOTE: ("text", "Chưa ghi lý do"),
}


@pytest.mark.parametrize("act", NEEDED, ids=slug_of)
def test_what_lacks_is_told_at_its_field_and_nothing_typed_is_lost(
    ready: Ready, fill: Fill, act: Act
) -> None:
    client, code = ready(act)
    before = seen(code).version
    field, words = NEEDED[act]
    form = fill(code, act, **{field: ""})
    answer = client.post(page_of(code, act), form)
    text = text_of(answer)
    assert answer.status_code == 422
    assert words in text
    assert f'href="#id_{field}' in text
    machinery = {"do", "request_key", "seen_version", field}
    lost = [value for name, value in form.items() if name not in machinery and value not in text]
    assert lost == []
    assert seen(code).version == before


@pytest.mark.parametrize("act", CASES, ids=slug_of)
def test_who_comes_second_is_told_who_was_first_and_sends_again(
    ready: Ready, fill: Fill, act: Act
) -> None:
    client, code = ready(act)
    form = fill(code, act)
    do(code, Act.NOTE, _note(), by="tiepnhan1")
    answer = client.post(page_of(code, act), form)
    text = text_of(answer)
    assert answer.status_code == 409
    assert "Có người vừa làm việc trên hồ sơ này" in text
    assert "Chị Nhung sẽ đến chiều nay" in text
    anew = form | {"seen_version": _hidden(text, "seen_version")}
    sent = client.post(page_of(code, act), anew)
    assert sent.status_code == 302, text_of(sent)
    assert seen(code).stage is CASES[act][3]


def _note() -> Any:
    return PERFORMERS[Act.NOTE].given(text="Chị Nhung sẽ đến chiều nay")


def _hidden(text: str, name: str) -> str:
    return text.partition(f'name="{name}"')[2].partition('value="')[2].partition('"')[0]


@pytest.mark.parametrize("act", CASES, ids=slug_of)
def test_who_has_no_right_to_an_act_finds_nothing(
    ready: Ready, browser: SignIn, fill: Fill, act: Act
) -> None:
    _client, code = ready(act)
    before = seen(code).version
    supervisor = browser("giamsat")
    assert supervisor.get(page_of(code, act)).status_code == 404
    assert supervisor.post(page_of(code, act), fill(code, act)).status_code == 404
    assert seen(code).version == before


def test_an_unknown_act_is_not_found(browser: SignIn, receive: Receive) -> None:
    code = receive()
    assert browser("thuly1").get(f"/dossiers/{code}/acts/fly/").status_code == 404


def test_an_act_whose_time_is_over_leads_back_with_a_sentence(
    browser: SignIn, receive: Receive
) -> None:
    code = bring(receive(), Stage.PROCESSING)
    answer = browser("thuly1").get(page_of(code, Act.START), follow=True)
    assert answer.redirect_chain == [(f"/dossiers/{code}/", 302)]
    assert "không cho phép thực hiện việc này" in text_of(answer)


def test_an_act_that_another_has_done_meanwhile_is_told_with_what_was_typed(
    browser: SignIn, receive: Receive, fill: Fill
) -> None:
    code = bring(receive(), Stage.PROPOSED)
    form = fill(code, Act.DECIDE)
    do(code, Act.SEND_BACK, PERFORMERS[Act.SEND_BACK].given(reason="Sửa ngày sinh"), by="lanhdao")
    do(code, Act.SUSPEND, PERFORMERS[Act.SUSPEND].given(reason="Nộp thuế"), by="thuly1")
    answer = browser("lanhdao").post(page_of(code, Act.DECIDE), form)
    text = text_of(answer)
    assert answer.status_code == 409
    assert "Sửa ngày sinh" in text
    assert "Chưa đủ tuổi" in text
    assert 'id="act-form"' not in text
