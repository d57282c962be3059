"""Acts for many: tick, choose, fill in once, and a result for each dossier."""

from __future__ import annotations

import re
import uuid
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from motcua.dossiers import inputs
from motcua.dossiers.models import BulkRun, Dossier, Result
from motcua.dossiers.tasks import carry_out_bulk
from motcua.dossiers.vocabulary import Act, Decision, Stage
from motcua.dossiers.wording import DECISIONS
from motcua.workspace.work import bulk
from tests.support.acts import bring, do, holding_of
from tests.support.certifying import enter
from tests.support.clock import at
from tests.web.workspace.conftest import Receive, SignIn, text_of


def act_page(act: str) -> str:
    return reverse("workspace:work-act", args=[act])


def opened(client: Client, act: str, codes: list[str]) -> dict[str, Any]:
    """The hidden fields of the form for these dossiers, as a browser would send them."""
    page = text_of(client.get(act_page(act), {"chosen": codes}))
    chosen = re.findall(r'name="chosen" value="([^"]+)"', page)
    (key,) = re.findall(r'<input[^>]*name="request_key"[^>]*value="([^"]+)"', page)
    return {"chosen": [unescape(one) for one in chosen], "request_key": key}


def stages(codes: list[str]) -> list[str]:
    known = dict(Dossier.objects.values_list("code", "stage"))
    return [known[code] for code in codes]


def test_ticked_rows_lead_to_the_form_of_the_act(browser: SignIn, receive: Receive) -> None:
    codes = [receive(), receive()]
    client, here = browser("thuly1"), f"{reverse('workspace:work')}?whose=ALL"
    page = text_of(client.get(here))
    assert 'name="act" value="start"' in page
    assert 'name="act" value="assign"' not in page
    sent = {"offered": codes, "chosen": codes[:1], "act": "start"}
    onward = client.post(here, sent)
    assert onward.status_code == 302
    form = text_of(client.get(onward.headers["Location"]))
    assert "Bắt đầu giải quyết: 1 hồ sơ" in form
    assert f'value="{codes[0]}:1"' in form
    assert codes[1] not in form


@pytest.mark.parametrize(
    ("sent", "status", "ticked"),
    [
        ({"select": "all"}, 200, 2),
        ({"select": "none"}, 200, 0),
        ({"act": "start"}, 422, 0),
        ({"act": "no-such"}, 422, 0),
        ({"chosen": "H26.45-260610-9999", "act": "start"}, 422, 0),
    ],
)
def test_without_script_all_are_ticked_and_nothing_ticked_is_said(
    browser: SignIn, receive: Receive, sent: dict[str, str], status: int, ticked: int
) -> None:
    codes = [receive(), receive()]
    client, here = browser("thuly1"), f"{reverse('workspace:work')}?whose=ALL"
    response = client.post(here, {"offered": codes, **sent})
    assert response.status_code == status
    assert len(re.findall(r'name="chosen"[^>]* checked', text_of(response))) == ticked


def test_a_short_run_is_done_at_once_with_a_result_for_each(
    browser: SignIn, receive: Receive
) -> None:
    codes = [receive(), receive()]
    client = browser("thuly1")
    sent = opened(client, "start", codes)
    do(codes[1], Act.NOTE, inputs.Note(text="Đã gọi"), by="truongphong")
    done = client.post(act_page("start"), sent)
    assert done.status_code == 302
    page = text_of(client.get(done.headers["Location"]))
    assert "1 đã ghi, 1 chưa ghi, trên 2" in page
    assert "Hồ sơ đã thay đổi" in page
    assert "http-equiv" not in page
    assert stages(codes) == [Stage.PROCESSING, Stage.RECEIVED]
    assert not DBTaskResult.objects.exists()


def test_a_double_click_begins_one_run(browser: SignIn, receive: Receive) -> None:
    client, code = browser("thuly1"), receive()
    sent = opened(client, "note", [code]) | {"text": "Gọi cho người nộp"}
    first, second = (client.post(act_page("note"), sent) for _time in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    assert BulkRun.objects.count() == 1
    assert Dossier.objects.get(code=code).version == 2


def test_those_refused_may_be_tried_again(browser: SignIn, receive: Receive) -> None:
    client, code = browser("thuly1"), receive()
    sent = opened(client, "start", [code])
    do(code, Act.NOTE, inputs.Note(text="Đã gọi"), by="truongphong")
    run = client.post(act_page("start"), sent).headers["Location"]
    again = client.post(run, {"do": "again"})
    assert again.headers["Location"] != run
    assert "1 đã ghi, 0 chưa ghi" in text_of(client.get(again.headers["Location"]))
    assert client.post(run, {"do": "again"}).headers["Location"] == run
    assert stages([code]) == [Stage.PROCESSING]


def test_a_long_run_is_the_workers_and_may_be_gone_on_with_by_hand(
    browser: SignIn, receive: Receive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "AT_ONCE_MAX", 1)
    monkeypatch.setattr("motcua.workspace.work.runs.AT_ONCE_MAX", 1)
    client, codes = browser("thuly1"), [receive(), receive(), receive()]
    run = client.post(act_page("start"), opened(client, "start", codes)).headers["Location"]
    page = text_of(client.get(run))
    assert "0 đã ghi, 0 chưa ghi, trên 3" in page
    assert '<noscript><meta http-equiv="refresh"' in page
    assert "Chưa đến lượt" in page
    client.post(run, {"do": "go-on"})
    assert stages(codes) == [Stage.PROCESSING, Stage.RECEIVED, Stage.RECEIVED]
    task = DBTaskResult.objects.get()
    assert task.task_path == carry_out_bulk.module_path
    carry_out_bulk.call(BulkRun.objects.get().pk)
    assert "3 đã ghi, 0 chưa ghi" in text_of(client.get(run))


def test_what_does_not_fit_is_left_out_by_name(browser: SignIn, receive: Receive) -> None:
    ready, begun = receive(), bring(receive("Ngô Văn Làm"), Stage.PROCESSING)
    page = text_of(browser("thuly1").get(act_page("start"), {"chosen": [ready, begun]}))
    assert "Bắt đầu giải quyết: 1 hồ sơ" in page
    assert "Ngô Văn Làm" in page
    assert f'value="{begun}:' not in page


@pytest.mark.parametrize(
    ("username", "act", "status"),
    [("vanthu", "start", 404), ("giamsat", "note", 404), ("thuly1", "return-result", 404),
     ("thuly1", "nonsense", 404), ("thuly2", "start", 200)],
)  # fmt: skip
def test_who_may_not_do_it_finds_no_form(
    browser: SignIn, receive: Receive, username: str, act: str, status: int
) -> None:
    code = receive()
    response = browser(username).get(act_page(act), {"chosen": [code]})
    assert response.status_code == status
    assert "Nhung" not in text_of(response)


def test_a_stolen_form_acts_on_nothing_outside_ones_scope(
    browser: SignIn, receive: Receive
) -> None:
    code = receive()
    sent = {"chosen": [f"{code}:1"], "request_key": str(uuid.uuid4())}
    response = browser("thuly2").post(act_page("start"), sent)
    assert response.status_code == 200
    assert not BulkRun.objects.exists()
    assert stages([code]) == [Stage.RECEIVED]


def test_a_run_of_another_is_not_there(browser: SignIn, receive: Receive) -> None:
    client = browser("thuly1")
    run = client.post(act_page("start"), opened(client, "start", [receive()])).headers["Location"]
    assert browser("truongphong").get(run).status_code == 404
    assert browser("truongphong").post(run, {"do": "go-on"}).status_code == 404


def test_the_way_back_stays_in_the_room(browser: SignIn, receive: Receive) -> None:
    page = text_of(
        browser("thuly1").get(act_page("start"), {"chosen": [receive()], "back": "//evil.vn/"})
    )
    assert "evil.vn" not in page.split("<footer")[0].split("<main")[1]


def test_a_dossier_in_other_hands_needs_a_reason_and_nothing_typed_is_lost(
    browser: SignIn, receive: Receive
) -> None:
    code, client = bring(receive(), Stage.PROCESSING), browser("truongphong")
    to = holding_of("truongphong")
    sent = opened(client, "assign", [code]) | {"holding_id": str(to)}
    wrong = client.post(act_page("assign"), sent)
    assert wrong.status_code == 422
    assert "Đổi người giải quyết phải ghi lý do" in text_of(wrong)
    assert re.search(rf'value="{to}"[^>]* checked', text_of(wrong))
    assert client.post(act_page("assign"), sent | {"reason": "Nghỉ phép"}).status_code == 302
    assert Dossier.objects.get(code=code).assignee_id == to


def test_results_take_numbers_that_run_on(browser: SignIn, receive: Receive) -> None:
    codes = [bring(receive(), Stage.DECIDED) for _number in range(2)]
    client = browser("vanthu")
    sent = opened(client, "issue-result", codes)
    sent |= {"first_number": "120", "sign": "/GKS", "document_date": "10/06/2026"}
    client.post(act_page("issue-result"), sent)
    numbers = dict(Result.objects.values_list("dossier__code", "document_number"))
    assert numbers == dict(zip(codes, ["120/GKS", "121/GKS"], strict=True))


@pytest.fixture
def late(receive: Receive) -> str:
    return receive("Trần Văn Muộn", at=at(date(2026, 6, 2), "09:00"))


def test_apologies_for_many_name_the_papers_to_print(
    browser: SignIn, receive: Receive, late: str
) -> None:
    other = receive("Lê Thị Trễ", at=at(date(2026, 6, 2), "10:00"))
    client, here = browser("truongphong"), reverse("workspace:due")
    page = text_of(client.get(here))
    assert 'value="apologize"' in page
    assert 'value="extend"' not in page
    sent = {"offered": [late, other], "chosen": [late, other], "act": "apologize"}
    assert client.post(here, sent).status_code == 302
    form = opened(client, "apologize", [late, other])
    form |= {"to_day": "15/06/2026", "reason": "Chờ xác minh"}
    run = text_of(client.get(client.post(act_page("apologize"), form).headers["Location"]))
    assert "Giấy cần in: Văn bản xin lỗi" in run
    assert run.count(late) >= 2
    assert set(Dossier.objects.values_list("appointment_at__day", flat=True)) == {15}
    again = text_of(client.get(here))
    assert "Đã xin lỗi, hẹn lại 17:00 15/06/2026" in again
    assert f'name="chosen" value="{late}"' not in again


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"to_day": "", "reason": "x"}, "Chưa có ngày"),
        ({"to_day": "31/02/2026", "reason": "x"}, "Ngày không đúng"),
        ({"to_day": "15/06/2026", "reason": " "}, "Chưa ghi lý do"),
    ],
)
def test_bad_input_is_said_and_kept(
    browser: SignIn, late: str, given: dict[str, str], words: str
) -> None:
    client = browser("truongphong")
    response = client.post(act_page("apologize"), opened(client, "apologize", [late]) | given)
    assert response.status_code == 422
    assert words in text_of(response)
    assert f'value="{given["to_day"]}"' in text_of(response) or not given["to_day"]
    assert not BulkRun.objects.exists()


def test_a_day_on_which_the_office_is_closed_is_refused_at_the_form(
    browser: SignIn, late: str
) -> None:
    client = browser("truongphong")
    given = {"to_day": "14/06/2026", "reason": "Hồ sơ gốc thất lạc"}
    done = client.post(act_page("apologize"), opened(client, "apologize", [late]) | given)
    assert done.status_code == 422
    assert "Ngày hẹn lại phải là ngày làm việc" in text_of(done)
    assert "Hồ sơ gốc thất lạc" in text_of(done)
    assert not BulkRun.objects.exists()


def test_a_day_that_does_not_do_is_refused_for_each_dossier(browser: SignIn, late: str) -> None:
    client = browser("truongphong")
    given = {"to_day": "09/06/2026", "reason": "Ngày đã qua"}
    done = client.post(act_page("apologize"), opened(client, "apologize", [late]) | given)
    page = text_of(client.get(done.headers["Location"]))
    assert "0 đã ghi, 1 chưa ghi" in page
    assert "Giấy cần in" not in page


def test_late_ones_are_shown_by_officer_to_who_may_not_apologize_too(
    browser: SignIn, late: str
) -> None:
    page = text_of(browser("thuly1").get(reverse("workspace:due")))
    assert late in page
    assert "Bạn không xin lỗi, hẹn lại được ở bước này" in page
    assert late not in text_of(browser("thuly1").get(f"{reverse('workspace:due')}?kind=DUE_SOON"))


GRANT_AND_DECLINE = [
    ("propose", "opinion", Stage.PROCESSING, "thuly1", Stage.PROPOSED),
    ("decide", "grounds", Stage.PROPOSED, "lanhdao", Stage.DECIDED),
]


@pytest.mark.parametrize(("act", "field", "stage", "who", "after"), GRANT_AND_DECLINE)
def test_granting_needs_no_words_and_stands_first(
    browser: SignIn, receive: Receive, act: str, field: str, stage: Stage, who: str, after: Stage
) -> None:
    codes, client = [bring(receive(), stage), bring(receive(), stage)], browser(who)
    page = text_of(client.get(act_page(act), {"chosen": codes}))
    assert re.search(r'name="decision"[^>]*value="GRANTED"[^>]* checked', page)
    sent = opened(client, act, codes) | {"decision": "GRANTED", field: ""}
    assert client.post(act_page(act), sent).status_code == 302
    assert stages(codes) == [after, after]


@pytest.mark.parametrize(("act", "field", "stage", "who", "after"), GRANT_AND_DECLINE)
def test_declining_needs_grounds(
    browser: SignIn, receive: Receive, act: str, field: str, stage: Stage, who: str, after: Stage
) -> None:
    code, client = bring(receive(), stage), browser(who)
    sent = opened(client, act, [code]) | {"decision": "DECLINED", field: " "}
    response = client.post(act_page(act), sent)
    assert response.status_code == 422
    assert "Không đủ điều kiện thì phải nêu căn cứ" in text_of(response)
    sent = opened(client, act, [code]) | {"decision": "DECLINED", field: "Sai hộ tịch"}
    assert client.post(act_page(act), sent).status_code == 302
    assert stages([code]) == [after]


def test_what_nobody_has_is_given_out_without_a_reason(browser: SignIn, receive: Receive) -> None:
    code, client = receive(), browser("truongphong")
    to = holding_of("thuly1")
    sent = opened(client, "assign", [code]) | {"holding_id": str(to), "reason": ""}
    assert client.post(act_page("assign"), sent).status_code == 302
    assert Dossier.objects.get(code=code).assignee_id == to


def test_what_was_proposed_and_decided_stands_beside_each(
    browser: SignIn, receive: Receive
) -> None:
    codes = [bring(receive(), Stage.PROCESSING) for _number in range(2)]
    for code, decision in zip(codes, Decision, strict=True):
        do(code, Act.PROPOSE, inputs.Propose(decision=decision, opinion="Đã thẩm định"))
    page = text_of(browser("lanhdao").get(act_page("decide"), {"chosen": codes}))
    assert not re.search(r'name="decision"[^>]* checked', page)
    table = page.split("<table")[1]
    for decision in Decision:
        assert str(DECISIONS[decision]) in table
    for code, decision in zip(codes, Decision, strict=True):
        do(code, Act.DECIDE, inputs.Decide(decision=decision, grounds="Sai hộ tịch"))
    page = text_of(browser("vanthu").get(act_page("issue-result"), {"chosen": codes}))
    table = page.split("<table")[1]
    for decision in Decision:
        assert str(DECISIONS[decision]) in table
    signer = Result.objects.values_list("decided_by", flat=True).first()
    assert re.search(rf'name="signed_by"[^>]*value="{signer}"', page)


def test_an_empty_signer_is_whoever_decided(browser: SignIn, receive: Receive) -> None:
    code, client = bring(receive(), Stage.DECIDED), browser("vanthu")
    sent = opened(client, "issue-result", [code]) | {"signed_by": ""}
    client.post(act_page("issue-result"), sent)
    result = Result.objects.get()
    assert result.signed_by == result.decided_by != ""


def test_a_certification_is_issued_where_its_own_number_is(
    browser: SignIn, receive: Receive
) -> None:
    certified, plain = enter().dossier_code, bring(receive(), Stage.DECIDED)
    bring(certified, Stage.DECIDED)
    page = text_of(browser("vanthu").get(act_page("issue-result"), {"chosen": [certified, plain]}))
    assert "Chứng thực có số riêng" in page
    assert f'name="chosen" value="{certified}' not in page
    assert f'name="chosen" value="{plain}' in page


def test_a_decision_on_a_late_dossier_tells_how_late_it_is(browser: SignIn, late: str) -> None:
    do(late, Act.START, inputs.Nothing())
    do(late, Act.PROPOSE, inputs.Propose(decision=Decision.GRANTED, opinion=""))
    page = text_of(browser("lanhdao").get(reverse("workspace:act", args=[late, "decide"])))
    assert re.search(r"Hạn trả [\d:/ ]+ đã qua \d+ ngày\. Phải xin lỗi", page)
    assert "giữ nguyên" not in page
