"""Money at the counter, through the pages: taken once, shown, canceled, counted and closed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.audit.models import AccessLog
from motcua.kernel import clock
from motcua.payments.models import Receipt, Till
from tests.papers.reading import text_of as text_of_paper
from tests.support.working_office import CERTIFIED_COPY
from tests.web.workspace.conftest import Receive, SignIn, text_of

Fee = Callable[..., str]


@pytest.fixture
def owing(receive: Receive) -> Callable[[], str]:
    """Receives a dossier that owes 2,000 đồng."""
    return lambda: receive(procedure=CERTIFIED_COPY)


def fields(page: str) -> dict[str, str]:
    """What a browser would send back of the form of collecting."""
    inputs = re.findall(r"<input[^>]*>", page)
    named = {_of(one, "name"): _of(one, "value") for one in inputs if 'type="radio"' not in one}
    return {name: value for name, value in named.items() if name} | {"method": "CASH"}


def _of(tag: str, attribute: str) -> str:
    found = re.search(rf'\b{attribute}="([^"]*)"', tag)
    return found.group(1) if found else ""


@pytest.fixture
def take(browser: SignIn) -> Fee:
    """Opens the page of a dossier's fee, sends it with some fields changed, gives the address."""

    def taken(code: str, by: str = "tiepnhan1", **changes: str) -> str:
        client, path = browser(by), f"/dossiers/{code}/fee/"
        sent = client.post(path, fields(text_of(client.get(path))) | changes)
        assert sent.status_code == 302, text_of(sent)
        return str(sent.headers["Location"])

    return taken


def test_the_page_comes_filled_in_and_enter_is_enough(
    browser: SignIn, owing: Callable[[], str], take: Fee
) -> None:
    code = owing()
    page = text_of(browser("tiepnhan1").get(f"/dossiers/{code}/fee/"))
    assert fields(page)["fee_vnd"] == "2.000"
    assert fields(page)["payer_name"] == "Nguyễn Thị Hồng Nhung"
    shown = text_of(browser("tiepnhan1").get(take(code, given_vnd="50.000")))
    assert "00000001" in shown
    assert "Tiền thừa trả lại: 48.000 đồng" in shown
    assert "Hai nghìn đồng" in shown


def test_a_double_click_takes_the_money_once(browser: SignIn, owing: Callable[[], str]) -> None:
    client, path = browser("tiepnhan1"), f"/dossiers/{owing()}/fee/"
    form = fields(text_of(client.get(path)))
    targets = [client.post(path, form).headers["Location"] for _click in range(2)]
    assert targets[0] == targets[1]
    assert Receipt.objects.count() == 1


def test_a_free_procedure_shows_no_page_of_paying(browser: SignIn, receive: Receive) -> None:
    code = receive(procedure="1.001193")
    answer = browser("tiepnhan1").get(f"/dossiers/{code}/fee/")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/dossiers/{code}/")


def test_a_further_copy_of_a_free_procedure_is_taken(browser: SignIn, receive: Receive) -> None:
    client, path = browser("tiepnhan1"), f"/dossiers/{receive(procedure='1.001193')}/fee/"
    form = fields(text_of(client.get(path, {"extra": "1"})))
    extra = {"extra_name": "Trích lục thêm", "extra_kind": "CHARGE", "extra_vnd": "8000"}
    assert client.post(path, form | extra).status_code == 302
    assert Receipt.objects.get().total_vnd == 8_000


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"fee_vnd": "hai nghìn"}, "Số tiền không đúng"),
        ({"fee_vnd": "2.00"}, "Số tiền không đúng"),
        ({"fee_vnd": "-2000"}, "Số tiền không đúng"),
        ({"fee_vnd": "0"}, "Chưa có số tiền thu"),
        ({"fee_vnd": ""}, "Chưa có số tiền thu"),
        ({"fee_vnd": "2001"}, "nhiều hơn số còn phải nộp"),
        ({"fee_vnd": "9" * 40}, "Số tiền không đúng"),
        ({"given_vnd": "1000"}, "còn thiếu 1.000 đồng"),
        ({"method": "CARD_SLIP"}, "Chưa có số chứng từ"),
        ({"method": "CARD_SLIP", "slip_number": "1"}, "Chưa có mã máy quẹt thẻ"),
        ({"method": "CARD_SLIP", "card_last_four": "12"}, "Nhập đúng 4 số cuối"),
        ({"card_paid_at": "25:10"}, "Giờ không đúng"),
        ({"method": "GOLD"}, "GOLD"),
        ({"extra_vnd": "5000"}, "Chưa có tên khoản thu thêm"),
        ({"request_key": "x"}, "Trang này đã cũ"),
        ({"payer_name": "x" * 201}, "200"),
    ],
)
def test_bad_input_is_told_and_nothing_typed_is_lost(
    browser: SignIn, owing: Callable[[], str], changes: dict[str, str], told: str
) -> None:
    client, path = browser("tiepnhan1"), f"/dossiers/{owing()}/fee/"
    form = fields(text_of(client.get(path))) | {"address": "Thôn Đoài giữ nguyên"} | changes
    answer = client.post(path, form)
    assert answer.status_code == 422
    assert told in text_of(answer)
    assert "Thôn Đoài giữ nguyên" in text_of(answer)
    assert not Receipt.objects.exists()


def test_a_card_is_taken_by_its_slip_and_its_whole_number_is_not_even_shown_again(
    browser: SignIn, owing: Callable[[], str]
) -> None:
    client, path = browser("tiepnhan1"), f"/dossiers/{owing()}/fee/"
    slip = {"method": "CARD_SLIP", "slip_number": "123456", "card_terminal": "T1"}
    form = fields(text_of(client.get(path))) | slip
    answer = client.post(path, form | {"card_last_four": "4111 1111 1111 1111"})
    assert (answer.status_code, "Đây là số thẻ đầy đủ" in text_of(answer)) == (422, True)
    assert "4111" not in text_of(answer)
    assert 'value="123456"' in text_of(answer)
    taken = client.post(path, form | {"card_last_four": "1111"}, follow=True)
    assert "máy T1, thẻ ****1111" in text_of(taken)
    till = Till.objects.get()
    assert "Biên nhận thẻ (1)" in text_of(client.get(f"/till/{till.pk}/"))
    assert "Biên nhận thẻ (1)" in text_of(client.get(f"/till/{till.pk}/close/"))


def test_what_is_paid_is_told_and_not_asked_again(
    browser: SignIn, owing: Callable[[], str], take: Fee
) -> None:
    code = owing()
    take(code)
    page = text_of(browser("tiepnhan2").get(f"/dossiers/{code}/fee/"))
    assert "đã nộp đủ" in page
    assert "fee_vnd" not in page


def test_canceling_needs_a_reason_and_keeps_the_number(
    browser: SignIn, owing: Callable[[], str], take: Fee
) -> None:
    address, client = take(owing()), browser("tiepnhan1")
    empty = client.post(address, {"do": "cancel", "reason": " "})
    assert (empty.status_code, "Chưa có lý do hủy" in text_of(empty)) == (422, True)
    long = client.post(address, {"do": "cancel", "reason": "x" * 400})
    assert (long.status_code, "300" in text_of(long)) == (422, True)
    done = client.post(address, {"do": "cancel", "reason": "Ghi nhầm tên"}, follow=True)
    assert "Ghi nhầm tên" in text_of(done)
    assert "Hủy biên lai này" not in text_of(done)
    assert "Trả lại cho người nộp 2.000 đồng" in text_of(done)


def test_change_is_told_until_the_receipt_is_canceled(
    browser: SignIn, owing: Callable[[], str], take: Fee
) -> None:
    address, client = take(owing(), given_vnd="5.000"), browser("tiepnhan1")
    assert "Tiền thừa trả lại: 3.000 đồng" in text_of(client.get(address))
    assert 'Lý do hủy <span class="optional"' not in text_of(client.get(address))
    client.post(address, {"do": "cancel", "reason": "Ghi nhầm tên"})
    assert "Tiền thừa trả lại" not in text_of(client.get(address))


def test_the_official_receipt_is_printed_and_a_void_one_is_not(
    browser: SignIn, owing: Callable[[], str], take: Fee
) -> None:
    address, client = take(owing()), browser("tiepnhan1")
    pdf = client.get(f"{address}receipt.pdf")
    assert (pdf.status_code, pdf.content[:5]) == (200, b"%PDF-")
    told = " ".join(text_of_paper(pdf.content).split())
    assert "00000001" in told
    assert "Hai nghìn đồng" in told
    assert told.count("Nguyễn Thị Hồng Nhung") >= 3
    client.post(address, {"do": "cancel", "reason": "Ghi nhầm"})
    assert client.get(f"{address}receipt.pdf").headers["Location"] == address


@pytest.mark.parametrize("who", ["tiepnhan2", "vanthu", "giamsat"])
def test_who_may_not_cancel_is_not_offered_it_and_is_not_obeyed(
    browser: SignIn, owing: Callable[[], str], take: Fee, who: str
) -> None:
    address, client = take(owing()), browser(who)
    assert "Hủy biên lai này" not in text_of(client.get(address))
    assert client.post(address, {"do": "cancel", "reason": "x"}).status_code == 404
    assert Receipt.objects.get().state == "ISSUED"


def test_the_day_is_counted_and_closed(
    browser: SignIn, owing: Callable[[], str], take: Fee
) -> None:
    take(owing())
    client, till = browser("tiepnhan1"), Till.objects.get()
    path = f"/till/{till.pk}/close/"
    assert "2.000 đồng" in text_of(client.get(path))
    short = client.post(path, {"note_1000": "1"})
    assert (short.status_code, "lệch −1.000 đồng" in text_of(short)) == (422, True)
    done = client.post(path, {"note_1000": "1", "note": "Thối nhầm"}, follow=True)
    assert "Thối nhầm" in text_of(done)
    assert client.get(path).status_code == 302
    again = client.post(path, {"note_2000": "1"})
    assert again.headers["Location"] == f"/till/{till.pk}/"
    assert "Quỹ hôm nay đã chốt" in text_of(client.get(f"/dossiers/{owing()}/fee/"))


@pytest.mark.parametrize("count", ["một", "-1", "1.5", "1" * 30])
def test_a_bad_count_is_told_beside_its_note(
    browser: SignIn, owing: Callable[[], str], take: Fee, count: str
) -> None:
    take(owing())
    path = f"/till/{Till.objects.get().pk}/close/"
    answer = browser("tiepnhan1").post(path, {"note_2000": count, "note_1000": "7"})
    assert answer.status_code == 422
    assert "Nhập số tờ" in text_of(answer)
    assert 'value="7"' in text_of(answer)


def test_a_till_left_open_is_shown_and_comes_first(
    browser: SignIn, receive: Receive, owing: Callable[[], str], take: Fee, now: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    take(owing())
    code = owing()
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(days=1))
    client = browser("tiepnhan1")
    for path in ("/till/", f"/dossiers/{code}/fee/"):
        assert "Quỹ ngày 10/06/2026 chưa chốt" in text_of(client.get(path))
    sent = client.post(
        f"/dossiers/{code}/fee/",
        {
            "fee_vnd": "2000",
            "method": "CASH",
            "request_key": "00000000-0000-4000-8000-000000000000",
        },
    )
    assert (sent.status_code, "chưa chốt" in text_of(sent)) == (422, True)


def test_the_morning_may_begin_with_change_in_the_till(browser: SignIn) -> None:
    client = browser("tiepnhan1")
    assert client.post("/till/", {"do": "open", "opening_vnd": "abc"}).status_code == 422
    done = client.post("/till/", {"do": "open", "opening_vnd": "200.000 đ"}, follow=True)
    assert "200.000 đồng" in text_of(done)


@pytest.mark.parametrize("text", ["1", "00000001", "hong nhung", "Hồng Nhung", "H26.45-260610"])
def test_a_receipt_is_found_by_number_payer_and_dossier(
    browser: SignIn, owing: Callable[[], str], take: Fee, text: str
) -> None:
    take(owing())
    page = text_of(browser("vanthu").get("/till/receipts/", {"q": text}))
    assert "00000001" in page


@pytest.mark.parametrize("query", ["?q=%00", "?cursor=abc", "?q=" + "x" * 500, "?cursor=-1"])
def test_a_broken_search_is_answered(browser: SignIn, query: str) -> None:
    assert browser("vanthu").get(f"/till/receipts/{query}").status_code in {200, 302}


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 200),
        ("?first=01/06/2026&last=10/06/2026", 200),
        ("?first=31/02/2026", 422),
        ("?first=10/06/2026&last=01/06/2026", 422),
        ("?first=01/01/2020&last=10/06/2026", 422),
        ("?cursor=zz", 302),
        ("?first=99999999999", 422),
    ],
)
def test_days_asked_for_are_read_or_told(browser: SignIn, query: str, status: int) -> None:
    assert browser("lanhdao").get(f"/till/all/{query}").status_code == status


def test_a_leader_sees_the_tills_of_all_and_a_cashier_his_own(
    browser: SignIn, owing: Callable[[], str], take: Fee
) -> None:
    take(owing())
    take(owing(), by="tiepnhan2")
    names = ("Nguyễn Thị Thu Hà", "Trần Quốc Bảo")
    seen = {
        who: [
            name in text_of(browser(who).get("/till/all/")).partition("<table")[2] for name in names
        ]
        for who in ("lanhdao", "vanthu", "giamsat", "tiepnhan2")
    }
    assert seen == {
        "lanhdao": [True, True],
        "vanthu": [True, True],
        "giamsat": [True, True],
        "tiepnhan2": [False, True],
    }
    other = Till.objects.order_by("id").first()
    assert other is not None
    assert browser("tiepnhan2").get(f"/till/{other.pk}/").status_code == 404


def test_the_list_goes_into_a_spreadsheet_and_starts_no_formula(
    browser: SignIn, owing: Callable[[], str], take: Fee
) -> None:
    take(owing())
    client, till = browser("tiepnhan1"), Till.objects.get()
    client.post(f"/till/{till.pk}/close/", {"note_1000": "1", "note": "=1+1"})
    answer = browser("lanhdao").get("/till/all/?format=csv")
    assert answer.headers["Content-Type"].startswith("text/csv")
    assert "10/06/2026,Nguyễn Thị Thu Hà,1,0,2000,0,2000" in text_of(answer)
    assert "'=1+1" in text_of(answer)


@pytest.mark.parametrize("path", ["/till/{}/", "/till/{}/close/", "/till/receipts/{}/"])
@pytest.mark.parametrize("number", ["0", "999999", "9" * 19, "9" * 30])
def test_what_does_not_exist_is_not_found(browser: SignIn, path: str, number: str) -> None:
    assert browser("tiepnhan1").get(path.format(number)).status_code == 404


RIGHTS = {
    "tiepnhan1": [200, 200, 200, 200, 200, 200, 200, 200],
    "tiepnhan2": [200, 200, 200, 200, 200, 200, 404, 404],
    "lanhdao": [404, 200, 200, 200, 200, 200, 200, 404],
    "vanthu": [404, 200, 200, 200, 200, 200, 200, 404],
    "giamsat": [404, 200, 200, 200, 200, 200, 200, 404],
    "thuly1": [404] * 8,
    "truongphong": [404] * 8,
    "quantri": [404] * 8,
}
PLACES = ("/dossiers/{code}/fee/", "/till/", "/till/all/", "/till/receipts/",
          "/till/receipts/{receipt}/", "/till/receipts/{receipt}/receipt.pdf", "/till/{till}/",
          "/till/{till}/close/")  # fmt: skip


@pytest.mark.parametrize("who", RIGHTS)
def test_each_role_opens_its_own_pages_of_money_and_no_other(
    browser: SignIn, owing: Callable[[], str], take: Fee, who: str
) -> None:
    code = owing()
    take(code)
    filled = {
        "code": code,
        "receipt": Receipt.objects.get().pk,
        "till": Till.objects.get().pk,
    }
    client = browser(who)
    got = [client.get(place.format(**filled)).status_code for place in PLACES]
    assert got == RIGHTS[who]


def test_reading_money_leaves_its_trace(
    browser: SignIn, owing: Callable[[], str], take: Fee
) -> None:
    address = take(owing())
    browser("vanthu").get(address)
    assert AccessLog.objects.latest("id").act == "receipt.read"


PAGES = {
    "/dossiers/{code}/fee/": 18,
    "/till/": 12,
    "/till/all/": 13,
    "/till/receipts/": 8,
    "/till/receipts/{receipt}/": 9,
    "/till/{till}/": 14,
    "/till/{till}/close/": 11,
}
"""One of them where a till is summed up: what was paid back out of it stands in the books."""


@pytest.mark.parametrize("path", PAGES)
def test_a_page_costs_what_it_cost(
    browser: SignIn, owing: Callable[[], str], take: Fee, path: str
) -> None:
    """The second time, when the catalogue is in memory; with more than one receipt in the book."""
    for _number in range(3):
        take(owing())
    filled: dict[str, Any] = {
        "code": owing(),
        "receipt": Receipt.objects.latest("id").pk,
        "till": Till.objects.get().pk,
    }
    client, address = browser("tiepnhan1"), path.format(**filled)
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    assert len(asked) == PAGES[path], "\n".join(query["sql"][:110] for query in asked)
