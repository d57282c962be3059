"""The inbox and the pages of tasks: taken, given out, answered, without script, in few queries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from motcua.audit.models import AccessLog
from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.inputs import Decide, Offer, WithReason
from motcua.dossiers.models import Dossier
from motcua.dossiers.vocabulary import Act, Decision, Stage
from motcua.workflow.commands.answering import MinutesSettled, answer_task, correct_minutes
from motcua.workflow.commands.asking import ask
from motcua.workflow.commands.hands import take_task
from motcua.workflow.commands.steps import finish_step
from motcua.workflow.guarding import OpinionAgainst
from motcua.workflow.inputs import Minutes, Opinion, Question
from motcua.workflow.models import Task
from motcua.workflow.vocabulary import OpinionKind, TaskKind
from motcua.workspace.workflow.showing import time_words
from tests.support.acts import GIVEN, bring, do
from tests.support.clock import PLAIN_MORNING
from tests.support.processes_at_work import put_in_force, states_of, tasks_of, usual
from tests.support.reception import a_reception
from tests.support.tasks_asked import a_task
from tests.support.working_office import BIRTH_AGAIN, officer

Browser = Callable[[str], Client]


def received() -> str:
    given = a_reception(BIRTH_AGAIN)
    return receive_dossier(actor=officer("tiepnhan1"), at=PLAIN_MORNING, given=given).code


@pytest.fixture
def code(standing: None, now: object) -> str:
    put_in_force(usual())
    return received()


def seen(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_task_is_taken_in_the_inbox_and_done_on_its_page(code: str, browser: Browser) -> None:
    desk, task = browser("thuly1"), tasks_of(code)["check"]
    assert "Bước check" in seen(desk, "/inbox/?box=FREE")
    sent = {"offered": str(task.pk), "chosen": str(task.pk), "do": "take"}
    answer = desk.post("/inbox/?box=FREE", sent, follow=True)
    assert "Đã nhận 1 việc." in answer.content.decode()
    assert code in seen(desk, "/inbox/")
    desk.post(f"/tasks/{task.pk}/", {"do": "finish", "note": "Đủ"})
    assert states_of(code) == [("check", "DONE"), ("draft", "OPEN")]
    draft = tasks_of(code)["draft"].pk
    assert f"/dossiers/{code}/acts/propose/" in seen(desk, f"/tasks/{draft}/")


def test_what_must_come_first_is_the_way_on(code: str, browser: Browser) -> None:
    Task.objects.filter(pk=tasks_of(code)["check"].pk).update(role="RECEPTION", unit=None)
    finish_step(actor=officer("tiepnhan1"), at=PLAIN_MORNING, task_id=tasks_of(code)["check"].pk)
    begins = seen(browser("thuly1"), f"/tasks/{tasks_of(code)['draft'].pk}/")
    assert f"/dossiers/{code}/acts/start/" in begins
    assert f"/dossiers/{code}/acts/propose/" not in begins
    assert "Làm việc sau trước" in begins


def test_the_dossier_tells_what_is_open_on_it_and_what_was_asked(
    code: str, browser: Browser
) -> None:
    bring(code, Stage.PROCESSING)
    task = asked_of_thuly2(code)
    page = seen(browser("lanhdao"), f"/dossiers/{code}/")
    assert "Việc đang mở" in page
    assert f'href="/tasks/{task}/"' in page
    assert "phải có trả lời mới được quyết định" in page
    assert "Xin ý kiến: Thửa đất có tranh chấp không?" in page
    told = Opinion(opinion=OpinionKind.DISAGREED, text="Không có trong tàng thư")
    assert "Việc của bạn" in seen(browser("thuly2"), f"/dossiers/{code}/")
    assert "Lúc này không có việc nào dành cho" not in seen(browser("thuly2"), f"/dossiers/{code}/")
    answer_task(actor=officer("thuly2"), at=PLAIN_MORNING, task_id=task, answer=told)
    after = seen(browser("lanhdao"), f"/dossiers/{code}/")
    assert f'href="/tasks/{task}/"' not in after
    assert "Không đồng ý. Không có trong tàng thư" in after


def test_what_is_offered_to_us_is_told_where_we_look_for_work(code: str, browser: Browser) -> None:
    do(code, Act.START, GIVEN[Act.START])
    to = officer("thuly2").unit_id
    do(code, Act.OFFER, Offer(unit_id=to, task="Đo lại thửa đất"), by="thuly1")
    for path in ("/work/", "/inbox/"):
        page = seen(browser("thuly2"), path)
        assert "1 hồ sơ nơi khác giao, chờ nhận bàn giao" in page
        assert '<span class="tab-count">1</span></a>' in page
        assert "chờ nhận bàn giao" not in seen(browser("thuly3"), path)


def test_the_second_taker_is_told_who_was_faster(code: str, browser: Browser) -> None:
    for_all = {"role": "", "unit": None}
    task = tasks_of(code)["check"].pk
    Task.objects.filter(pk=task).update(**for_all)
    slow = browser("thuly2")
    assert "Nhận việc này" in seen(slow, f"/tasks/{task}/")
    take_task(actor=officer("thuly1"), at=PLAIN_MORNING, task_id=task)
    name = officer("thuly1").name
    for answer in (
        slow.post(f"/tasks/{task}/", {"do": "take"}, follow=True),
        slow.get(f"/tasks/{task}/", follow=True),
        slow.post(
            "/inbox/", {"offered": str(task), "chosen": str(task), "do": "take"}, follow=True
        ),
    ):
        assert answer.redirect_chain[-1][0].startswith("/inbox/")
        assert f"{name} vừa nhận việc" in answer.content.decode()
    own = browser("thuly1").post(f"/tasks/{task}/", {"do": "take"}, follow=True)
    assert "Việc này bạn đã nhận rồi" in own.content.decode()
    assert slow.get("/tasks/999999/").status_code == 404


def test_who_does_a_step_again_reads_why(code: str, browser: Browser) -> None:
    bring(code, Stage.PROPOSED)
    do(code, Act.SEND_BACK, WithReason(reason="Thiếu căn cứ"), by="lanhdao")
    draft = tasks_of(code)["draft"].pk
    desk = browser("thuly1")
    page = seen(desk, f"/tasks/{draft}/")
    assert "Lý do: Thiếu căn cứ" in page
    assert "trả lại từ bước “Bước sign”" in page
    assert "làm lại, lần 2" in seen(desk, "/inbox/")
    back = {"do": "hand-back", "to": "check", "reason": "Thiếu bản chính"}
    assert desk.post(f"/tasks/{draft}/", back).status_code == 302
    assert "Lý do: Thiếu bản chính" in seen(desk, f"/tasks/{tasks_of(code)['check'].pk}/")


def test_who_asks_for_a_second_look_is_not_offered_it(code: str, browser: Browser) -> None:
    task = a_task(code)
    page = seen(browser("thuly1"), f"/tasks/{task}/")
    assert "phải do người khác làm" in page
    assert "Nhận việc này" not in page
    assert "Gửi kết quả" not in page
    refused = browser("thuly1").post(f"/tasks/{task}/", {"do": "take"})
    assert refused.status_code == 422
    assert Task.objects.get(pk=task).assignee_id is None
    assert "Gửi kết quả" in seen(browser("tiepnhan1"), f"/tasks/{task}/")


def test_the_day_for_an_answer_is_offered_within_the_time_of_the_dossier(
    code: str, browser: Browser
) -> None:
    bring(code, Stage.PROCESSING)
    address = f"/dossiers/{code}/ask/opinion/"
    due_at = PLAIN_MORNING.replace(hour=17)
    Dossier.objects.filter(code=code).update(due_at=due_at)
    page = seen(browser("thuly1"), address)
    assert 'value="10/06/2026"' in page
    assert 'name="due_time"' in page
    late = {"text": "Có tranh chấp không?", "whom": whom_of("thuly2"), "due_on": "11/06/2026"}
    answer = browser("thuly1").post(address, late)
    assert answer.status_code == 422
    assert "sau ngày hẹn trả hồ sơ" in answer.content.decode()
    assert browser("thuly1").post(address, late | {"later_confirmed": "on"}).status_code == 302
    soon = late | {"due_on": "10/06/2026", "due_time": "11:00"}
    assert browser("thuly1").post(address, soon).status_code == 302
    asked = Task.objects.filter(kind="CONSULTATION").latest("id")
    assert asked.due_at == PLAIN_MORNING.replace(hour=11, minute=0)


def whom_of(username: str) -> str:
    actor = officer(username)
    return f"{actor.agency_id}-{actor.unit_id}"


def test_minutes_are_of_a_time_when_the_dossier_was_there(code: str, browser: Browser) -> None:
    bring(code, Stage.PROCESSING)
    whom = officer("thuly2")
    question = Question(
        kind=TaskKind.INSPECTION,
        text="Kiểm tra ranh giới",
        agency_id=whom.agency_id or 0,
        unit_id=whom.unit_id,
        due_on=(PLAIN_MORNING + timedelta(days=1)).date(),
    )
    task = ask(actor=officer("thuly1"), at=PLAIN_MORNING, code=code, question=question)
    page = seen(browser("thuly2"), f"/tasks/{task}/")
    assert "Gửi biên bản" in page
    told = {
        "do": "answer",
        "held_at": "01/01/1990 08:00",
        "place": "Thôn 1",
        "participants": "Ông A",
        "findings": "Đúng",
        "conclusion": "Đủ",
    }
    answer = browser("thuly2").post(f"/tasks/{task}/", told)
    assert (answer.status_code, "không thể trước lúc ấy" in answer.content.decode()) == (422, True)
    assert f"/dossiers/{code}/acts/attach/" in page
    assert browser("thuly2").get(f"/dossiers/{code}/acts/attach/").status_code == 200
    good = told | {"held_at": f"{PLAIN_MORNING:%d/%m/%Y %H:%M}"}
    assert browser("thuly2").post(f"/tasks/{task}/", good).status_code == 302
    assert "ký, ghi rõ họ tên" in seen(browser("thuly1"), f"/tasks/{task}/")
    assert "Sửa biên bản" not in seen(browser("thuly1"), f"/tasks/{task}/")
    assert 'value="10/06/2026 09:00"' in seen(browser("thuly2"), f"/tasks/{task}/")
    mended = good | {"do": "correct", "conclusion": "Không đủ", "reason": ""}
    assert browser("thuly2").post(f"/tasks/{task}/", mended).status_code == 422
    mended["reason"] = "Ghi nhầm"
    assert browser("thuly2").post(f"/tasks/{task}/", mended).status_code == 302
    after = seen(browser("thuly1"), f"/tasks/{task}/")
    assert "Không đủ" in after
    assert "Ghi nhầm" in after
    assert "Sửa biên bản: Kiểm tra ranh giới. Lý do: Ghi nhầm" in seen(
        browser("thuly1"), f"/dossiers/{code}/"
    )
    do(code, Act.PROPOSE, GIVEN[Act.PROPOSE])
    do(code, Act.DECIDE, Decide(decision=Decision.GRANTED))
    with pytest.raises(MinutesSettled):
        correct_minutes(
            actor=officer("thuly2"),
            at=PLAIN_MORNING,
            task_id=task,
            answer=Minutes(
                held_at=PLAIN_MORNING, place="A", participants="B", findings="C", conclusion="D"
            ),
            reason="Muộn",
        )


def test_the_inbox_opens_where_something_waits(code: str, browser: Browser) -> None:
    assert "Bước check" in seen(browser("thuly1"), "/inbox/")


def test_who_weighs_reads_what_was_answered_and_answers_for_going_against_it(
    code: str, browser: Browser
) -> None:
    bring(code, Stage.PROCESSING)
    task = asked_of_thuly2(code)
    against = Opinion(opinion=OpinionKind.DISAGREED, text="Không có trong tàng thư")
    answer_task(actor=officer("thuly2"), at=PLAIN_MORNING, task_id=task, answer=against)
    assert "Không có trong tàng thư" in seen(browser("thuly1"), f"/dossiers/{code}/acts/propose/")
    assert "Thửa đất" in seen(browser("thuly1"), "/inbox/?box=ANSWERED")
    do(code, Act.PROPOSE, GIVEN[Act.PROPOSE])
    assert "Không có trong tàng thư" in seen(browser("lanhdao"), f"/dossiers/{code}/acts/decide/")
    with pytest.raises(OpinionAgainst):
        do(code, Act.DECIDE, Decide(decision=Decision.GRANTED))
    do(code, Act.DECIDE, Decide(decision=Decision.GRANTED, grounds="Đã đối chiếu bản gốc"))
    assert Dossier.objects.get(code=code).stage == Stage.DECIDED


def asked_of_thuly2(code: str) -> int:
    whom = officer("thuly2")
    assert whom.agency_id is not None
    question = Question(
        kind=TaskKind.CONSULTATION,
        text="Thửa đất có tranh chấp không?",
        agency_id=whom.agency_id,
        unit_id=whom.unit_id,
        due_on=(PLAIN_MORNING + timedelta(days=1)).date(),
    )
    return ask(actor=officer("thuly1"), at=PLAIN_MORNING, code=code, question=question)


def test_an_order_is_given_not_asked_and_has_a_short_name(code: str, browser: Browser) -> None:
    whom = officer("thuly1")
    question = Question(
        kind=TaskKind.DIRECTIVE,
        text="Báo cáo tiến độ giải quyết hồ sơ đất đai của từng thôn " * 4,
        agency_id=whom.agency_id or 0,
        unit_id=whom.unit_id,
        holding_id=whom.holding_id,
        due_on=(PLAIN_MORNING + timedelta(days=1)).date(),
    )
    leader = officer("lanhdao")
    task = ask(actor=leader, at=PLAIN_MORNING, code="", question=question)
    box = seen(browser("thuly1"), "/inbox/")
    assert f"{leader.name} giao" in box
    assert f"{leader.name} hỏi" not in box
    assert len(Task.objects.get(pk=task).name) <= 92
    page = seen(browser("thuly1"), f"/tasks/{task}/")
    assert "Gửi báo cáo" in page
    assert "Gửi trả lời" not in page


def test_allotted_time_is_said_once(code: str, browser: Browser) -> None:
    assert time_words(8 * 60 + 123) == "1 ngày làm việc 2 giờ"
    Task.objects.filter(pk=tasks_of(code)["check"].pk).update(effort=8 * 60)
    page = seen(browser("thuly1"), f"/tasks/{tasks_of(code)['check'].pk}/")
    assert "trong 1 ngày làm việc<" in page.replace("\n", "").replace(" <", "<")


def test_an_opinion_names_the_place_that_answered(code: str, browser: Browser) -> None:
    bring(code, Stage.PROCESSING)
    task = asked_of_thuly2(code)
    silent = {"do": "answer", "opinion": "DISAGREED", "text": ""}
    refused = browser("thuly2").post(f"/tasks/{task}/", silent)
    assert (refused.status_code, "Chưa ghi nội dung." in refused.content.decode()) == (422, True)
    told = Opinion(opinion=OpinionKind.AGREED)
    answer_task(actor=officer("thuly2"), at=PLAIN_MORNING, task_id=task, answer=told)
    page = seen(browser("thuly1"), f"/dossiers/{code}/process/")
    assert "Phòng Kinh tế" in page
    assert officer("thuly2").name in page
    after = seen(browser("thuly1"), f"/tasks/{task}/")
    assert "Hồ sơ chưa được quyết định khi việc này" not in after
    assert "Chưa ai nhận" not in after


def test_nothing_ticked_is_told(code: str, browser: Browser) -> None:
    task = tasks_of(code)["check"].pk
    answer = browser("thuly1").post("/inbox/?box=FREE", {"offered": str(task), "do": "take"})
    assert answer.status_code == 422
    assert "Chưa đánh dấu việc nào" in answer.content.decode()


def test_a_leader_sees_who_could_do_it_and_why(code: str, browser: Browser) -> None:
    task = tasks_of(code)["check"].pk
    page = seen(browser("lanhdao"), f"/tasks/{task}/")
    assert "Nên giao: chỉ người này làm được" in page
    browser("lanhdao").post(f"/tasks/{task}/", {"do": "share"})
    assert Task.objects.get(pk=task).assignee_id == officer("thuly1").holding_id


def test_an_opinion_is_asked_on_paper_of_the_screen_and_answered(
    code: str, browser: Browser
) -> None:
    bring(code, Stage.PROCESSING)
    asked = {
        "text": "Có tranh chấp không?",
        "whom": f"{officer('thuly2').agency_id}-{officer('thuly2').unit_id}",
        "due_on": "12/06/2026",
        "is_mandatory": "on",
    }
    desk = browser("thuly1")
    answer = desk.post(f"/dossiers/{code}/ask/opinion/", asked, follow=True)
    assert "Có tranh chấp không?" in answer.content.decode()
    task = Task.objects.get(kind="CONSULTATION")
    other = browser("thuly2")
    faulty = other.post(f"/tasks/{task.pk}/", {"do": "answer", "opinion": "DISAGREED", "text": ""})
    assert faulty.status_code == 422
    other.post(f"/tasks/{task.pk}/", {"do": "answer", "opinion": "AGREED", "text": "Không"})
    assert "Đồng ý" in seen(desk, f"/dossiers/{code}/process/")


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"text": ""}, "Chưa ghi nội dung"),
        ({"whom": ""}, "Chọn nơi được hỏi"),
        ({"whom": "9999999"}, "Chọn một nơi trong danh sách"),
        ({"due_on": "2026-06-12"}, "Nhập ngày như 05/02/2026"),
        ({"due_on": "13/06/2026"}, "Ngày làm việc gần nhất sau đó là 15/06/2026"),
        ({"due_on": "02/09/2026"}, "(Quốc khánh)"),
        ({"due_on": "01/01/2020"}, "Ngày 01/01/2020 đã qua. Chọn từ ngày 10/06/2026 trở đi"),
        ({"due_on": "01/01/1960"}, "Ngày 01/01/1960 đã qua. Chọn từ ngày 10/06/2026 trở đi"),
        ({"due_time": "12:30"}, "Giờ này nơi được hỏi không làm việc"),
        ({"due_time": "hai giờ"}, "Nhập giờ như 15:30"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_typed_is_lost(
    code: str, browser: Browser, changed: dict[str, str], told: str
) -> None:
    actor = officer("thuly1")
    good = {
        "text": "Hỏi một câu",
        "whom": f"{actor.agency_id}-{actor.unit_id}",
        "due_on": "12/06/2026",
    }
    answer = browser("thuly1").post(f"/dossiers/{code}/ask/opinion/", good | changed)
    assert (answer.status_code, told in answer.content.decode()) == (422, True)
    assert not Task.objects.filter(kind="CONSULTATION").exists()


def test_after_closing_no_day_that_is_over_is_proposed(
    code: str, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    actor, evening = officer("thuly1"), PLAIN_MORNING.replace(hour=21)
    asked = {"text": "Hỏi", "whom": f"{actor.agency_id}-{actor.unit_id}", "due_on": "01/06/2026"}
    monkeypatch.setattr("motcua.kernel.clock.now", lambda: evening)
    answer = browser("thuly1").post(f"/dossiers/{code}/ask/opinion/", asked)
    assert "Chọn từ ngày 11/06/2026 trở đi" in answer.content.decode()


def test_what_is_wrong_with_an_order_is_told_in_the_words_of_its_page(
    code: str, browser: Browser
) -> None:
    empty = browser("lanhdao").post("/orders/new/", {"due_on": "hôm nào"})
    page = empty.content.decode()
    assert empty.status_code == 422
    for told in ("Nội dung nhiệm vụ: ", "Chọn nơi được giao.", "Xong chậm nhất ngày: "):
        assert told in page
    for told in ("nơi được hỏi", "Nội dung cần trả lời", "Trả lời chậm nhất"):
        assert told not in page


def test_a_superior_is_warned_of_what_is_nearly_late(
    code: str, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    task = tasks_of(code)["check"]
    late = task.due_at + timedelta(minutes=1)
    monkeypatch.setattr("motcua.kernel.clock.now", lambda: late)
    assert code in seen(browser("lanhdao"), "/inbox/?box=WARNED")
    assert "Trễ" in seen(browser("thuly1"), "/inbox/?box=FREE")


def test_whose_dossier_it_is_can_see_that_its_work_was_looked_at(
    code: str, browser: Browser
) -> None:
    seen(browser("thuly1"), f"/dossiers/{code}/process/")
    note = AccessLog.objects.filter(act="task.read").latest("id")
    dossier = Dossier.objects.get(code=code)
    assert (note.subject_kind, note.subject_id) == ("dossier", dossier.pk)


def test_lists_and_pages_take_few_queries(code: str, browser: Browser) -> None:
    a_task(code)
    for _more in range(5):
        received()
    desk = browser("lanhdao")
    for path, most in (("/inbox/?box=LED", 24), (f"/dossiers/{code}/process/", 20)):
        desk.get(path)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            desk.get(path)
        assert len(queries) <= most, [one["sql"][:90] for one in queries]


def test_a_leader_sees_where_time_goes_and_opens_what_is_behind(
    code: str, browser: Browser
) -> None:
    overview = seen(browser("lanhdao"), "/overview/")
    assert 'href="/where-time-goes/"' in overview
    assert "/inbox/?box=WARNED" in overview
    task = tasks_of(code)["check"].pk
    browser("thuly1").post(f"/tasks/{task}/", {"do": "finish"})
    leader = browser("lanhdao")
    page = seen(leader, "/where-time-goes/")
    assert "Bước check" in page
    assert code in seen(leader, "/where-time-goes/behind/?step=B%C6%B0%E1%BB%9Bc+check")
    wrong = leader.get("/where-time-goes/?first=31/02/2026")
    assert wrong.status_code == 422
    assert 'value="31/02/2026"' in wrong.content.decode()
