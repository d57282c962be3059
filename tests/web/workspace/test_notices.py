"""The room of notices: what was told and how it went, and the words, read before they are set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from motcua.ledger.models import Fact
from motcua.notices.models import Notice, NoticeWording
from motcua.notices.vocabulary import Carrier, NoticeKind
from tests.support.offices import agency_id
from tests.support.telling import Teller, a_teller
from tests.web.workspace.conftest import Receive, SignIn, text_of

LIST_QUERIES = 13
TEXTS_QUERIES = 10
TEXT = {"kind": "RECEIVED", "carrier": "SMS", "language": "vi"}
ASKED = "kind=RECEIVED&carrier=SMS&language=vi"
WORDS = "Hồ sơ {dossier_code} xong ngày {date}."
Send = Callable[..., Any]


@pytest.fixture
def administrator(browser: SignIn) -> Any:
    return browser("quantri")


@pytest.fixture
def teller(receive: Receive) -> Iterator[Teller]:
    with ExitStack() as stack:
        yield stack.enter_context(a_teller(Carrier.SMS))


@pytest.fixture
def send(administrator: Any) -> Send:
    """Sends the form of one text; changes replace what is typed."""

    def sent(do: str, **changes: str) -> Any:
        typed = {
            "body": WORDS,
            "is_sent": "on",
            "scope": str(agency_id()),
            "valid_from": "10/06/2026",
        }
        return administrator.post(f"/notices/texts/change/?{ASKED}", {**typed, **changes, "do": do})

    return sent


def test_the_list_tells_what_became_of_each_and_shows_no_address(
    administrator: Any, receive: Receive, teller: Teller
) -> None:
    code = receive()
    teller.round()
    page = text_of(administrator.get("/notices/"))
    assert code in page
    assert "Đã gửi, chưa biết đã đến" in page
    assert "+84•••678" in page
    assert "912345678" not in page
    assert "Nhung" not in page


def test_states_and_carriers_narrow_the_list(
    administrator: Any, receive: Receive, teller: Teller
) -> None:
    code = receive()
    teller.round()
    for asked in ("state=FAILED", "carrier=EMAIL", "code=H00"):
        assert code not in text_of(administrator.get(f"/notices/?{asked}")).replace("H00", "")
    for asked in ("state=SENT", "carrier=SMS", f"code={code.lower()}", "state=x&carrier=y"):
        assert code in text_of(administrator.get(f"/notices/?{asked}"))


def test_pages_go_on_by_key(administrator: Any, receive: Receive, teller: Teller) -> None:
    receive()
    teller.round()
    first = Notice.objects.get()
    more = [replace_fact(first, number) for number in range(2, 60)]
    Notice.objects.bulk_create(more)
    page = text_of(administrator.get("/notices/"))
    assert "Xem tiếp" in page
    oldest = sorted(Notice.objects.values_list("id", flat=True))[-50]
    older = text_of(administrator.get(f"/notices/?cursor={oldest}"))
    assert "Về đầu danh sách" in older
    assert administrator.get("/notices/?cursor=x").status_code == 302


def replace_fact(notice: Notice, seq: int) -> Notice:
    values = {field.attname: getattr(notice, field.attname) for field in Notice._meta.fields}
    return Notice(**{**values, "id": None, "fact_seq": seq})


def test_what_failed_is_tried_again_by_hand(
    administrator: Any, receive: Receive, teller: Teller
) -> None:
    receive()
    teller.mailroom.faults.append(400)
    teller.round()
    page = text_of(administrator.get("/notices/?state=FAILED"))
    assert "Nơi chuyển không nhận số hoặc hộp thư này" in page
    delivery = str(teller.only().pk)
    told = administrator.post("/notices/retry/", {"do": "retry", "delivery": delivery}, follow=True)
    assert "Đã cho gửi lại tin này" in text_of(told)
    assert teller.states() == ["QUEUED"]
    again = administrator.post(
        "/notices/retry/", {"do": "retry", "delivery": delivery}, follow=True
    )
    assert "không gửi lại" in text_of(again)


def test_all_that_failed_is_tried_again_at_once(
    administrator: Any, receive: Receive, teller: Teller
) -> None:
    receive()
    teller.mailroom.faults.append(400)
    teller.round()
    assert "Gửi lại mọi tin không gửi được" in text_of(administrator.get("/notices/"))
    told = administrator.post("/notices/retry/", {"do": "retry-all"}, follow=True)
    assert "Đã cho gửi lại 1 tin" in text_of(told)
    teller.round()
    assert teller.states() == ["SENT"]


def test_what_no_button_sends_does_nothing(
    administrator: Any, receive: Receive, teller: Teller
) -> None:
    receive()
    teller.mailroom.faults.append(400)
    teller.round()
    administrator.post("/notices/retry/", {"do": "look"})
    assert teller.states() == ["FAILED"]
    assert administrator.get("/notices/retry/").status_code == 405


@pytest.mark.parametrize("delivery", ["", "x", "0", "999999", str(2**70)])
def test_what_is_not_there_is_not_tried(administrator: Any, delivery: str) -> None:
    told = administrator.post("/notices/retry/", {"do": "retry", "delivery": delivery})
    assert told.status_code == 404


def test_a_supervisor_looks_and_changes_nothing(
    browser: SignIn, receive: Receive, teller: Teller
) -> None:
    receive()
    teller.mailroom.faults.append(400)
    teller.round()
    supervisor = browser("giamsat")
    page = text_of(supervisor.get("/notices/"))
    assert "Không gửi được" in page
    assert "Gửi lại" not in page
    posted = {"do": "retry", "delivery": str(teller.only().pk)}
    assert supervisor.post("/notices/retry/", posted).status_code == 404
    assert "Sửa lời" not in text_of(supervisor.get("/notices/texts/text/"))
    assert supervisor.get("/notices/texts/change/").status_code == 404


@pytest.mark.parametrize("username", ["tiepnhan1", "thuly1", "lanhdao"])
def test_who_has_no_right_does_not_learn_of_the_room(browser: SignIn, username: str) -> None:
    for path in ("/notices/", "/notices/texts/", "/notices/texts/text/"):
        assert browser(username).get(path).status_code == 404


def test_the_words_of_every_kind_are_listed(administrator: Any) -> None:
    page = text_of(administrator.get("/notices/texts/"))
    assert page.count("/notices/texts/text/?kind=") == len(NoticeKind) * 6
    assert page.count("không gửi") >= 8


def test_a_text_is_shown_as_its_receiver_reads_it(administrator: Any) -> None:
    page = text_of(administrator.get("/notices/texts/text/", TEXT))
    assert "đã tiếp nhận hồ sơ H00.00-260101-0001." in page
    assert "Tính là" in page
    assert "{dossier_code}" in page
    assert "Chưa có lần sửa nào" in page


def test_an_english_text_is_marked_as_english(administrator: Any) -> None:
    page = text_of(administrator.get("/notices/texts/text/", TEXT | {"language": "en"}))
    assert '<div class="spoken-message" lang="en">' in page
    assert "has received dossier H00.00-260101-0001" in page


@pytest.mark.parametrize("path", ["text/", "change/"])
def test_an_unknown_text_is_not_there(administrator: Any, path: str) -> None:
    asked = TEXT | {"carrier": "PIGEON"}
    assert administrator.get(f"/notices/texts/{path}", asked).status_code == 404


def test_a_preview_keeps_nothing(send: Send) -> None:
    page = text_of(send("preview"))
    assert "Hồ sơ H00.00-260101-0001 xong ngày" in page
    assert WORDS in page
    assert not NoticeWording.objects.exists()


def test_words_are_set_from_a_day_on_and_stand_in_the_history(
    send: Send, administrator: Any
) -> None:
    told = send("apply", valid_from="11/06/2026")
    assert told.headers["Location"].startswith("/notices/texts/text/?kind=RECEIVED")
    page = text_of(administrator.get("/notices/texts/text/", TEXT))
    assert "sắp áp dụng" in page
    assert "Như ban đầu, chưa sửa" in page
    send("apply")
    assert "Đã sửa" in text_of(administrator.get("/notices/texts/"))
    assert Fact.objects.filter(code="notice-wording.set").count() == 2


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"body": ""}, "không được để trống"),
        ({"body": "{dossier_code} {owner_name}"}, "không được nêu {owner_name}"),
        ({"body": "Xong rồi"}, "Thiếu {dossier_code}"),
        ({"body": "{dossier_code}" + "a" * 400}, "nhiều nhất 300"),
        ({"valid_from": "09/06/2026"}, "từ 10/06/2026 trở đi"),
        ({"valid_from": "hôm qua"}, "Ngày không đúng"),
        ({"scope": "all"}, "Chọn một mục trong danh sách"),
    ],
)
def test_what_may_not_be_said_is_told_at_its_field(
    send: Send, changes: dict[str, str], words: str
) -> None:
    response = send("apply", **changes)
    assert response.status_code == 422
    assert words in text_of(response)
    assert not NoticeWording.objects.exists()


def test_a_letter_has_a_subject_and_an_sms_has_none(administrator: Any) -> None:
    assert 'name="subject"' not in text_of(administrator.get(f"/notices/texts/change/?{ASKED}"))
    asked = TEXT | {"carrier": "EMAIL"}
    assert 'name="subject"' in text_of(administrator.get("/notices/texts/change/", asked))


def test_without_a_carrier_the_page_says_that_nobody_is_told(administrator: Any) -> None:
    assert "Chưa gửi tin cho ai" in text_of(administrator.get("/notices/"))


def test_reading_the_list_leaves_a_trace(
    administrator: Any, receive: Receive, teller: Teller
) -> None:
    code = receive()
    teller.round()
    administrator.get("/notices/")
    assert code in text_of(administrator.get("/access-log/"))


def test_the_counter_sees_what_the_people_of_a_dossier_were_told(
    browser: SignIn, receive: Receive, teller: Teller
) -> None:
    code = receive()
    teller.round()
    counter = browser("tiepnhan1")
    assert f"/dossiers/{code}/notices/" in text_of(counter.get(f"/dossiers/{code}/"))
    page = text_of(counter.get(f"/dossiers/{code}/notices/"))
    assert f"đã tiếp nhận hồ sơ {code}" in page
    assert "Đã gửi, chưa biết đã đến" in page
    assert "912345678" not in page


def test_nothing_told_is_said_in_words(browser: SignIn, receive: Receive, settings: Any) -> None:
    path = f"/dossiers/{receive()}/notices/"
    assert "Cơ quan chưa gửi tin báo" in text_of(browser("tiepnhan1").get(path))
    settings.NOTICE_SMS_GATEWAY = "https://sms.example.vn"
    assert "chưa để lại số di động" in text_of(browser("tiepnhan1").get(path))


@pytest.mark.parametrize("username", ["quantri", "thuly2"])
def test_who_may_not_see_the_dossier_does_not_see_what_was_told(
    browser: SignIn, receive: Receive, username: str
) -> None:
    code = receive()
    assert browser(username).get(f"/dossiers/{code}/notices/").status_code == 404
    assert browser("tiepnhan1").get("/dossiers/H00.00-260101-0001/notices/").status_code == 404


@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("/notices/", LIST_QUERIES),
        ("/notices/texts/", TEXTS_QUERIES),
        (f"/notices/texts/text/?{ASKED}", TEXTS_QUERIES),
    ],
)
def test_the_pages_stay_within_their_queries(
    administrator: Any,
    receive: Receive,
    teller: Teller,
    django_assert_max_num_queries: Any,
    path: str,
    queries: int,
) -> None:
    for _dossier in range(4):
        receive()
    teller.round()
    administrator.get(path)
    with django_assert_max_num_queries(queries):
        administrator.get(path)
