"""Anybody with a code learns stage, date and next step, and nothing about anybody."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from motcua.agencies.queries import agency_on
from motcua.dossiers import inputs
from motcua.dossiers.commands.move_deadlines import announce_and_move
from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries.tracking import told_to_anybody, track
from motcua.dossiers.vocabulary import (
    OPEN_STAGES,
    STATUS_OF,
    Act,
    Party,
    PartyRole,
    ReceptionInput,
    Stage,
)
from motcua.dossiers.wording import STATUSES
from motcua.kernel import clock
from motcua.kernel.actor import system
from motcua.kernel.pacing import Pace
from motcua.portal import pacing
from motcua.portal.keeping.answers import answers
from motcua.portal.stages import STAGES
from motcua.procedures.queries.catalogue import version_in_force
from motcua.worktime.vocabulary import DayCause, DayKind, SpecialDay, TraceCode, TraceLine
from tests.support.acts import bring, do
from tests.support.clock import PLAIN_MORNING, PLAIN_WEDNESDAY
from tests.support.offices import agency_id
from tests.support.working_office import CERTIFIED_COPY, officer

# Version and revision, the dossier, its facts.
LOOKING = 3
NOWHERE = "H26.45-260610-9999"
FRIDAY = PLAIN_MORNING + timedelta(days=2)


@pytest.fixture
def code(standing: None, now: datetime) -> str:
    pacing.misses.forget_all()
    detail = version_in_force(CERTIFIED_COPY, PLAIN_WEDNESDAY)
    assert detail is not None
    owner = Party(
        role=PartyRole.OWNER,
        name="Nguyễn Thị Hồng Nhung",
        personal_id="001195001234",
        phone="0912345678",
        address="Thôn Đoài",
    )
    given = ReceptionInput(
        procedure_version_id=detail.version_id, parties=(owner,), complete_confirmed=True
    )
    received = receive_dossier(actor=officer("tiepnhan1"), at=PLAIN_MORNING, given=given)
    return received.code


def words_of(answer: Any) -> str:
    """The text of the page's main part, without markup."""
    main = re.search(r"<main.*</main>", answer.content.decode(), re.DOTALL)
    assert main is not None
    return " ".join(re.sub(r"<[^>]+>", " ", main.group()).split())


def test_the_page_says_stage_date_and_next_step(client: Client, code: str) -> None:
    text = words_of(client.get(f"/ho-so/{code}"))
    assert f"Hồ sơ {code}" in text
    assert "Được tiếp nhận" in text
    assert "09:00 thứ Tư 10/06/2026" in text
    assert "17:00 thứ Tư 10/06/2026" in text
    assert "Mang theo giấy tiếp nhận" in text
    assert "Đã quá ngày hẹn" not in text


@pytest.mark.parametrize("word", ["Nhung", "001195001234", "0912345678", "Thôn Đoài", "hứng thực"])
def test_the_page_tells_no_person_and_no_matter(client: Client, code: str, word: str) -> None:
    assert word not in client.get(f"/ho-so/{code}").content.decode()


def test_a_date_that_has_passed_is_owned_up_to(
    client: Client, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: PLAIN_MORNING + timedelta(days=1))
    assert "Đã quá ngày hẹn" in words_of(client.get(f"/ho-so/{code}"))


def put_at(stage: Stage, **others: Any) -> None:
    """The row at a stage, as its constraints want it."""
    ended = None if stage in (*OPEN_STAGES, Stage.REGISTERED, Stage.COMPLETION_ASKED) else FRIDAY
    returned = {Stage.RETURNED: FRIDAY}.get(stage)
    values = {"stage": stage, "status": STATUS_OF[stage], "ended_at": ended} | others
    Dossier.objects.update(returned_at=returned, **values)


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_has_its_plain_words(client: Client, code: str, stage: Stage) -> None:
    put_at(stage)
    text = words_of(client.get(f"/ho-so/{code}"))
    wanted = {Stage.IN_TRANSIT: "Đang chuyển đến cơ quan có thẩm quyền"}
    assert wanted.get(stage, str(STATUSES[STATUS_OF[stage]])) in text
    assert str(STAGES[stage].meaning) in text
    assert str(STAGES[stage].advice) in text


@pytest.mark.parametrize("stage", [Stage.RECEIVED, Stage.PROCESSING, Stage.SETTLED])
@pytest.mark.parametrize(("way", "words"), [("ONLINE", "bản điện tử"), ("POST", "bưu chính gửi")])
def test_nobody_is_sent_to_fetch_what_comes_by_web_or_by_post(
    client: Client, code: str, stage: Stage, way: str, words: str
) -> None:
    put_at(stage, return_method=way)
    text = words_of(client.get(f"/ho-so/{code}"))
    assert words in text.lower()
    assert "Mang theo giấy tiếp nhận" not in text


@pytest.mark.parametrize(
    ("way", "words"),
    [("DESK", "chờ trả"), ("ONLINE", "chờ người nộp tải về"), ("POST", "chờ bưu chính trao")],
)
def test_a_result_that_waits_is_not_told_as_handed_over(
    client: Client, code: str, way: str, words: str
) -> None:
    put_at(Stage.SETTLED, return_method=way)
    page = client.get(f"/ho-so/{code}").content.decode()
    (current,) = re.findall(r'<li[^>]*aria-current="step".*?</li>', page, re.DOTALL)
    assert f"Có kết quả, {words}" in current
    assert "Đã trả kết quả" not in current


@pytest.mark.parametrize("stage", [Stage.COMPLETION_ASKED, Stage.SUPPLEMENT_REQUESTED])
def test_whoever_filed_by_web_completes_by_web(client: Client, code: str, stage: Stage) -> None:
    put_at(stage, channel="ONLINE")
    text = words_of(client.get(f"/ho-so/{code}"))
    assert "gửi bổ sung ở mục Hồ sơ của tôi, không phải đến nơi nộp" in text
    assert "tại nơi đã" not in text


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        (Stage.REGISTERED, "Chưa hẹn: hồ sơ chưa được tiếp nhận"),
        (Stage.COMPLETION_ASKED, "Chưa hẹn: hồ sơ chưa được tiếp nhận"),
        (Stage.IN_TRANSIT, "Được hẹn khi cơ quan có thẩm quyền nhận hồ sơ"),
        (Stage.SUPPLEMENT_REQUESTED, "Hẹn lại khi đã nhận đủ giấy tờ bổ sung"),
        (Stage.OBLIGATION_DUE, "Hẹn lại khi đã thực hiện nghĩa vụ tài chính"),
        (Stage.WITHDRAWN, "Không còn ngày hẹn"),
        (Stage.SETTLED, "Trả kết quả ngay khi nhận hồ sơ"),
    ],
)
def test_where_no_date_runs_the_page_says_why(
    client: Client, code: str, stage: Stage, words: str
) -> None:
    put_at(stage, due_at=None)
    text = words_of(client.get(f"/ho-so/{code}"))
    assert words in text
    assert "Vì sao là ngày này?" not in text


def test_what_was_only_sent_is_not_said_to_be_received(client: Client, code: str) -> None:
    put_at(Stage.REGISTERED, due_at=None)
    text = words_of(client.get(f"/ho-so/{code}"))
    assert "Ngày gửi đến" in text
    assert "Ngày tiếp nhận" not in text


@pytest.mark.parametrize("stage", [Stage.WITHDRAWN, Stage.TERMINATED, Stage.NOT_RECEIVED])
def test_what_is_over_has_no_date_left(client: Client, code: str, stage: Stage) -> None:
    put_at(stage)
    text = words_of(client.get(f"/ho-so/{code}"))
    assert "17:00 thứ Tư 10/06/2026" not in text
    assert "Đã quá ngày hẹn" not in text


def test_a_supplement_moves_the_date_and_says_so_in_our_words(client: Client, code: str) -> None:
    bring(code, Stage.SUPPLEMENT_REQUESTED)
    waiting = words_of(client.get(f"/ho-so/{code}"))
    assert "Hẹn lại khi đã nhận đủ giấy tờ bổ sung" in waiting
    do(code, Act.SUPPLEMENT, inputs.Supplement(answered=(0, 1)), by="tiepnhan1", at=FRIDAY)
    text = words_of(client.get(f"/ho-so/{code}"))
    assert "Hẹn ban đầu 17:00 thứ Tư 10/06/2026; đổi vì chờ bổ sung giấy tờ." in text
    for word in ("chưa ký", "Bản sao căn cước", "Nộp bản rõ"):
        assert word not in waiting + text


def test_a_duty_that_was_met_moves_the_date(client: Client, code: str) -> None:
    bring(code, Stage.OBLIGATION_DUE)
    do(code, Act.RESUME, inputs.Resume(note="Đã nộp ở kho bạc"), by="tiepnhan1", at=FRIDAY)
    text = words_of(client.get(f"/ho-so/{code}"))
    assert "đổi vì chờ thực hiện nghĩa vụ tài chính" in text
    assert "kho bạc" not in text
    assert "trước bạ" not in text


def test_an_extension_tells_that_the_office_apologizes_and_nothing_more(
    client: Client, code: str
) -> None:
    bring(code, Stage.PROCESSING)
    given = inputs.Extend(to_day=date(2026, 6, 15), reason="Chưa xác minh được nhân thân")
    do(code, Act.EXTEND, given, by="lanhdao")
    text = words_of(client.get(f"/ho-so/{code}"))
    assert "17:00 thứ Hai 15/06/2026" in text
    assert "đổi vì cơ quan xin lỗi và gia hạn" in text
    assert "nhân thân" not in text
    told = client.get(f"/api/v1/track/{code}").content.decode()
    assert '"why":"EXTENSION"' in told
    assert "nhân thân" not in told


def test_an_apology_tells_the_new_appointment(
    client: Client, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(code, Stage.PROCESSING)
    given = inputs.Extend(to_day=date(2026, 6, 15), reason="Chưa xác minh được nhân thân")
    do(code, Act.APOLOGIZE, given, by="lanhdao", at=FRIDAY)
    monkeypatch.setattr(clock, "now", lambda: FRIDAY)
    text = words_of(client.get(f"/ho-so/{code}"))
    assert "Ngày hẹn lại 17:00 thứ Hai 15/06/2026" in text
    assert "Cơ quan hẹn lại 17:00 thứ Hai 15/06/2026" in text
    assert "nhân thân" not in text


@pytest.mark.parametrize("text", ["Bệnh án của chị Nhung"])
def test_a_note_of_a_colleague_stays_inside(client: Client, code: str, text: str) -> None:
    do(code, Act.NOTE, inputs.Note(text=text), by="thuly1")
    assert text not in client.get(f"/ho-so/{code}").content.decode()
    assert text not in client.get(f"/api/v1/track/{code}").content.decode()


def test_a_dossier_without_a_date_says_so(client: Client, code: str) -> None:
    Dossier.objects.update(due_at=None)
    assert "Trả kết quả ngay khi nhận hồ sơ" in words_of(client.get(f"/ho-so/{code}"))


@pytest.mark.parametrize(
    "typed", [str.lower, lambda code: f"  {code} ", lambda c: c.replace("-", "–")]
)
def test_the_box_leads_to_the_page(client: Client, code: str, typed: Any) -> None:
    answer = client.get("/ho-so/", {"ma": typed(code)})
    assert (answer.status_code, answer["Location"]) == (302, f"/ho-so/{code}")


@pytest.mark.parametrize(
    "typed",
    [
        "h26.45 260610 0001",
        "H26 45/260610/0001",
        "H2645-260610-0001",
        "H26452606100001",
        "260610-0001",
        "2606100001",
        "https://hoso.example.vn/ho-so/H26.45-260610-0001",
        "Tra cứu: https://hoso.example.vn/ho-so/H26.45-260610-0001#buoc",
    ],
)
def test_a_code_typed_in_another_way_or_a_pasted_address_is_understood(
    client: Client, code: str, typed: str
) -> None:
    assert code == "H26.45-260610-0001"
    answer = client.get("/ho-so/", {"ma": typed})
    assert (answer.status_code, answer["Location"]) == (302, f"/ho-so/{code}")


def test_the_key_in_a_pasted_address_comes_along(client: Client, code: str) -> None:
    typed = f"hoso.example.vn/ho-so/{code.lower()}?giay=TN1-7K3M-Q9PD-2HXA"
    answer = client.get("/ho-so/", {"ma": typed})
    assert answer["Location"] == f"/ho-so/{code}?giay=TN1-7K3M-Q9PD-2HXA"
    answer = client.get("/kiem-tra/", {"ma": typed, "giay": ""})
    assert answer["Location"] == f"/kiem-tra/{code}/TN1-7K3M-Q9PD-2HXA"


def test_an_empty_box_that_was_sent_is_told(client: Client, code: str) -> None:
    assert "Chưa có mã hồ sơ" in words_of(client.get("/ho-so/", {"ma": " "}))
    assert "Cần đủ hai mã" in words_of(client.get("/kiem-tra/", {"ma": "", "giay": ""}))
    assert "Cần đủ hai mã" not in words_of(client.get("/kiem-tra/"))


@pytest.mark.parametrize("typed", ["a/b", "<script>", "x" * 51, "..\\.."])
def test_what_cannot_be_a_code_is_answered_kindly(client: Client, code: str, typed: str) -> None:
    answer = client.get("/ho-so/", {"ma": typed})
    assert answer.status_code == 200
    assert "Không tìm thấy hồ sơ có mã này" in words_of(answer)
    assert "<script>" not in words_of(answer)


def test_an_empty_box_complains_of_nothing(client: Client, code: str) -> None:
    assert "Không tìm thấy" not in words_of(client.get("/ho-so/"))


def test_unknown_codes_are_answered_alike(client: Client, code: str) -> None:
    answers = [client.get(f"/ho-so/{one}") for one in (NOWHERE, "KHONG-CO")]
    assert [answer.status_code for answer in answers] == [404, 404]
    texts = [
        answer.content.decode().replace(one, "")
        for answer, one in zip(answers, (NOWHERE, "KHONG-CO"), strict=True)
    ]
    assert texts[0] == texts[1]


def test_trying_codes_is_stopped_and_said(
    client: Client, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pacing, "misses", Pace(2))
    assert [client.get(f"/ho-so/{NOWHERE}").status_code for _ in range(2)] == [404, 404]
    answer = client.get(f"/ho-so/{code}")
    assert (answer.status_code, answer["Retry-After"]) == (429, "60")
    assert "Đã tra cứu quá nhiều mã" in words_of(answer)


def test_looking_again_at_ones_own_is_never_stopped(
    client: Client, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pacing, "misses", Pace(2))
    assert {client.get(f"/ho-so/{code}").status_code for _ in range(9)} == {200}


def test_search_engines_are_kept_out(client: Client, code: str) -> None:
    assert 'name="robots" content="noindex"' in client.get(f"/ho-so/{code}").content.decode()
    assert "Disallow: /ho-so/" in client.get("/robots.txt").content.decode()


def test_the_page_explains_the_date(client: Client, code: str) -> None:
    text = words_of(client.get(f"/ho-so/{code}"))
    assert "Vì sao là ngày này?" in text
    assert "Tiếp nhận lúc 09:00 thứ Tư 10/06/2026" in text
    assert "Hạn trả kết quả: 17:00 thứ Tư 10/06/2026" in text
    assert "Hẹn ban đầu" not in text


def test_a_date_that_was_moved_tells_the_first_one_and_why(client: Client, code: str) -> None:
    special = SpecialDay(
        day=PLAIN_WEDNESDAY, kind=DayKind.OFF, cause=DayCause.LOCAL_CLOSURE, name="Bão số 3"
    )
    announce_and_move(
        actor=system("test"), at=PLAIN_MORNING, agency_id=agency_id(), special=special
    )
    text = words_of(client.get(f"/ho-so/{code}"))
    assert "17:00 thứ Năm 11/06/2026" in text
    assert "Hẹn ban đầu 17:00 thứ Tư 10/06/2026; đổi vì Bão số 3." in text
    assert "Nghỉ thứ Tư 10/06/2026" in text


def test_the_page_says_where_and_when_it_is_open(client: Client, code: str) -> None:
    text = words_of(client.get(f"/ho-so/{code}"))
    agency = agency_on(agency_id(), PLAIN_WEDNESDAY)
    assert agency is not None
    assert agency.name in text
    assert agency.address in text
    assert agency.phone in text
    assert "08:00–12:00 và 13:00–17:00" in text


def test_on_a_closed_day_the_page_says_when_it_opens(
    client: Client, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: PLAIN_MORNING + timedelta(days=4))
    text = words_of(client.get(f"/ho-so/{code}"))
    assert "Nghỉ; mở lại lúc 08:00 thứ Hai 15/06/2026" in text
    assert "Hôm nay nghỉ" not in text


def test_a_received_dossier_is_not_said_to_have_been_passed_on(client: Client, code: str) -> None:
    answer = client.get(f"/ho-so/{code}").content.decode()
    assert "Cơ quan đã nhận đủ hồ sơ" in answer
    assert 'aria-current="step"' not in answer


def test_words_of_an_officer_in_a_trace_stay_inside(client: Client, code: str) -> None:
    row = track(code)
    assert row.trace
    assert not {"reason"} & {name for line in row.trace for name in line.params}
    plain = TraceLine(PLAIN_MORNING, TraceCode.WAITING, {"reason": "bổ sung giấy ra viện"})
    assert told_to_anybody(plain.to_plain()).params == {}


def test_looking_costs_two_queries_and_the_kept_ground(
    client: Client, code: str, django_assert_num_queries: Any
) -> None:
    client.get(f"/ho-so/{code}")
    answers.forget_all()
    with django_assert_num_queries(LOOKING):
        client.get(f"/ho-so/{code}")
