"""Finding what to do: life events, sectors, offices, one's own case, one's own office."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from motcua.agencies.commands.change_agency import Feedback, Particulars, amend_agency
from motcua.kernel import clock
from motcua.portal.finding.procedure import NATIONWIDE
from motcua.portal.hours import open_state, turns_at
from motcua.portal.keeping.answers import answers
from motcua.portal.preferences import OFFICE_COOKIE
from motcua.procedures.commands.import_life_events import import_life_events
from motcua.procedures.shipped import shipped_life_events
from tests.support.clock import PLAIN_WEDNESDAY, at
from tests.support.offices import SETUP, agency_id
from tests.support.working_office import BIRTH_AGAIN, CERTIFIED_COPY

OFFICE = "/co-quan/xa-gia-lam/"


@pytest.fixture(autouse=True)
def _office(standing: None, now: datetime) -> None:
    answers.forget_all()
    import_life_events(actor=SETUP, at=now, document=shipped_life_events())


def words_of(client: Client, path: str, status: int = 200) -> str:
    """The text of the page's main part, without markup."""
    answer = client.get(path)
    assert answer.status_code == status, path
    main = re.search(r"<main.*</main>", answer.content.decode(), re.DOTALL)
    assert main is not None
    return " ".join(re.sub(r"<[^>]+>", " ", main.group()).split())


def test_home_asks_one_question_and_names_what_happens_in_a_life(client: Client) -> None:
    home = client.get("/").content.decode()
    assert "Bạn cần làm việc gì?" in home
    assert 'href="/su-kien/co-con-nho/"' in home
    assert "Chứng thực giấy tờ" in home


def test_a_life_event_leads_to_procedures_in_force_in_everyday_words(client: Client) -> None:
    text = client.get("/su-kien/chung-thuc-giay-to/").content.decode()
    assert (
        f'<a href="/thu-tuc/{CERTIFIED_COPY}">Chứng thực bản sao từ bản chính (sao y)</a>' in text
    )
    assert "/thu-tuc/2.001019" not in text  # not in this office's catalogue
    assert 'href="/linh-vuc/chung-thuc/"' in text


def test_a_life_event_speaks_english(client: Client) -> None:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    text = words_of(client, "/su-kien/chung-thuc-giay-to/")
    assert "Certified copies of originals" in text


@pytest.mark.parametrize(
    "path", ["/su-kien/khong-co/", "/linh-vuc/khong-co/", "/co-quan/khong-co/"]
)
def test_what_is_not_there_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_words_of_nothing_lead_on(client: Client) -> None:
    text = client.get("/thu-tuc/?q=xyzzy").content.decode()
    assert 'href="/su-kien/co-con-nho/"' in text
    assert 'href="/linh-vuc/ho-tich/"' in text
    assert 'href="/co-quan/"' in text


def test_what_is_found_while_typing_is_a_part_without_a_frame(client: Client) -> None:
    doubtful = client.get("/thu-tuc/ket-qua/?q=chính thực văn").content.decode()
    assert "Có phải bạn cần" in doubtful
    part = client.get("/thu-tuc/ket-qua/?q=sao y", headers={"HX-Request": "true"})
    text = part.content.decode()
    assert "<html" not in text
    assert f'href="/thu-tuc/{CERTIFIED_COPY}"' in text
    assert "</li>" not in client.get("/thu-tuc/ket-qua/?q=").content.decode()


@pytest.mark.parametrize("typed", ["lam giay khai sinhh", "chứng thưc bản sao", "sao y giay to"])
def test_mistakes_of_typing_are_forgiven(client: Client, typed: str) -> None:
    assert "thủ tục" in words_of(client, f"/thu-tuc/?q={typed}")
    assert "Không tìm thấy" not in words_of(client, f"/thu-tuc/?q={typed}")


def test_the_fee_is_worked_out_for_ones_own_case(client: Client) -> None:
    text = words_of(client, f"/thu-tuc/{CERTIFIED_COPY}?ban=3&trang=5")
    assert "Trang 1 đến 2: 2 trang × 2.000 đồng × 3 bản" in text
    assert "Trang 3 đến 5: 3 trang × 1.000 đồng × 3 bản" in text
    assert "Tổng cộng 21.000 đồng" in text


@pytest.mark.parametrize("typed", ["0", "-1", "hai", "10001", "٣", "9" * 50])
def test_a_number_that_cannot_be_is_told_beside_its_field(client: Client, typed: str) -> None:
    text = words_of(client, f"/thu-tuc/{CERTIFIED_COPY}?ban={typed}")
    assert "Nhập một số từ 1 đến 10.000." in text
    assert "Tổng cộng 2.000 đồng" in text


def test_what_is_free_says_so(client: Client) -> None:
    text = words_of(client, "/thu-tuc/1.001193")
    assert "Không mất tiền." in text or "Tổng cộng" in text


@pytest.mark.parametrize(
    "query",
    ["truong-hop=99", "truong-hop=x", "cach=ngua", "muc-1=7", "muc=x", "dien=KING", "noi=x"],
)
def test_an_address_made_up_by_hand_is_answered_as_the_plain_one(
    client: Client, query: str
) -> None:
    plain = words_of(client, f"/thu-tuc/{CERTIFIED_COPY}")
    assert words_of(client, f"/thu-tuc/{CERTIFIED_COPY}?{query}") == plain


def test_the_date_counts_with_the_chosen_offices_calendar(client: Client) -> None:
    text = words_of(client, f"/thu-tuc/{BIRTH_AGAIN}")
    assert "17:00 thứ Tư 17/06/2026" in text
    assert "Tính theo lịch làm việc của UBND xã Gia Lâm" in text


def test_each_way_in_has_its_own_date(client: Client) -> None:
    path = f"/thu-tuc/{BIRTH_AGAIN}"
    assert "Nếu nộp trực tiếp ngay bây giờ" in words_of(client, path)
    online = words_of(client, f"{path}?cach=truc-tuyen")
    assert "Nếu gửi trực tuyến và được nhận ngay bây giờ" in online
    text = client.get(path).content.decode()
    assert 'href="?truong-hop=0&amp;cach=truc-tuyen#thoi-gian"' in text


def test_an_office_tells_hours_counters_way_and_where_feedback_goes(client: Client) -> None:
    where = Particulars(
        superior_name="Thành phố Hà Nội",
        place_name="Gia Lâm",
        address="Số 6 Cổ Bi",
        phone="024 3827 6690",
        directions="Cạnh chợ Trâu Quỳ",
    )
    feedback = Feedback(
        feedback_to="Văn phòng xã",
        feedback_address="Số 6 Cổ Bi",
        feedback_phone="024 3827 6691",
        feedback_email="phananh@gialam.example.vn",
    )
    for day, changed in ((date(2026, 6, 1), where), (date(2026, 6, 2), feedback)):
        amend_agency(
            actor=SETUP,
            at=clock.now(),
            agency_id=agency_id(),
            from_day=day,
            particulars=changed,
        )
    text = words_of(client, OFFICE)
    for told in (
        "Đang mở cửa",
        "Thứ Hai đến thứ Sáu",
        "Cạnh chợ Trâu Quỳ",
        "Quầy 1: Hộ tịch, chứng thực",
    ):
        assert told in text
    for path in (OFFICE, "/", f"/thu-tuc/{CERTIFIED_COPY}"):
        assert "phananh@gialam.example.vn" in words_of(client, path)


def test_offices_are_found_without_accents(client: Client) -> None:
    assert "xã Gia Lâm" in words_of(client, "/co-quan/?q=gia lam")
    assert "Không có nơi tiếp nhận nào như vậy" in words_of(client, "/co-quan/?q=ca mau")


@pytest.mark.parametrize(
    ("slug", "kept"), [("xa-gia-lam", "xa-gia-lam"), ("khong-co", None), ("x" * 500, None)]
)
def test_the_chosen_office_is_kept_in_a_plain_cookie_if_there_is_one(
    client: Client, slug: str, kept: str | None
) -> None:
    back = f"/thu-tuc/{CERTIFIED_COPY}#thoi-gian"
    answer = client.post("/co-quan/chon/", {"noi": slug, "next": back})
    assert (answer.status_code, answer["Location"]) == (302, back)
    assert {name: one.value for name, one in answer.cookies.items()} == (
        {OFFICE_COOKIE: kept} if kept else {}
    )


def test_choosing_leads_nowhere_else_and_can_be_forgotten(client: Client) -> None:
    answer = client.post("/co-quan/chon/", {"noi": "", "next": "https://example.com/"})
    assert answer["Location"] == "/"
    assert answer.cookies[OFFICE_COOKIE]["max-age"] == 0


@pytest.mark.parametrize(
    ("time", "turns"),
    [("07:00", "08:00"), ("09:00", "12:00"), ("13:30", "15:00"), ("15:00", "17:00")],
)
def test_a_page_that_tells_of_now_turns_when_the_office_does(time: str, turns: str) -> None:
    assert turns_at(NATIONWIDE, at(PLAIN_WEDNESDAY, time)) == at(PLAIN_WEDNESDAY, turns)


def test_a_closed_office_says_when_it_opens() -> None:
    state = open_state(NATIONWIDE, at(PLAIN_WEDNESDAY, "20:00"))
    assert state is not None
    assert "mở lúc 08:00 thứ Năm 11/06/2026" in state["text"]


@pytest.mark.parametrize(
    "path",
    ["/su-kien/co-con-nho/", "/linh-vuc/ho-tich/", "/co-quan/", OFFICE, "/thu-tuc/ket-qua/?q=sinh"],
)
def test_a_page_stays_within_its_budget(
    client: Client, django_assert_num_queries: Any, path: str
) -> None:
    client.get(path)
    with django_assert_num_queries(1):
        client.get(path)
    answers.forget_all()
    with django_assert_num_queries(1):
        client.get(path)


def test_a_procedure_stays_within_its_budget_also_when_drawn_anew(
    client: Client, django_assert_num_queries: Any
) -> None:
    path = f"/thu-tuc/{CERTIFIED_COPY}?ban=2"
    client.get(path)
    answers.forget_all()
    with django_assert_num_queries(2):
        client.get(path)
