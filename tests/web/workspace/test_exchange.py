"""The room of the exchange: how it stands, why a message is stuck, at once; and answers on paper."""

from __future__ import annotations

from typing import Any

import orjson
import pytest

from motcua.audit.models import AccessLog
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.inputs import Offer
from motcua.dossiers.models import Dossier
from motcua.dossiers.vocabulary import Act
from motcua.exchange.asking import Asking
from motcua.exchange.commands.sending import send_due
from motcua.exchange.models import OutMessage, Partner, PartnerAgency
from motcua.exchange.vocabulary import Failure
from motcua.ledger.models import Fact
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import agency_id, load_2020
from tests.support.partners import ADDRESS, KEY, TheirDoor, a_partner
from tests.support.reception import BIRTH, a_reception
from tests.support.working_office import officer
from tests.web.workspace.conftest import Receive, SignIn, text_of

THERE = "xa-phu-dong"
PARTNER_QUERIES = 18
CARD = {"name": "UBND xã Phù Đổng", "address": ADDRESS, "key": KEY, "agencies": [THERE, "H99.9"]}


@pytest.fixture(autouse=True)
def _neighbors(standing: None) -> None:
    """Communes where nobody has an account."""
    load_2020(PLAIN_MORNING)


@pytest.fixture
def administrator(browser: SignIn) -> Any:
    return browser("quantri")


def told_there() -> int:
    """A message that could not be sent; the partner."""
    partner_id = a_partner(agency_id=agency_id(THERE))
    given = a_reception(BIRTH, competent_agency_id=agency_id(THERE))
    receive_dossier(actor=officer("tiepnhan1"), at=PLAIN_MORNING, given=given)
    door = TheirDoor(lambda *_: (200, {}), is_reached=False)
    send_due(Asking(door, lambda: PLAIN_MORNING))
    return partner_id


def test_a_partner_is_added_by_its_card(administrator: Any) -> None:
    answer = administrator.post("/partners/add/", {"card": orjson.dumps(CARD).decode()})
    partner = Partner.objects.get()
    assert answer.url == f"/partners/{partner.pk}/"
    assert PartnerAgency.objects.get().agency.slug == THERE
    page = text_of(administrator.get(answer.url))
    assert "Ở đây không có cơ quan mang mã H99.9." in page
    assert ADDRESS in page


@pytest.mark.parametrize(
    ("card", "words"),
    [
        ("", "Không đọc được thẻ"),
        ("{}", "Không đọc được thẻ"),
        ({**CARD, "key": "abc"}, "64 chữ số"),
        ({**CARD, "address": "ftp://x"}, "phải bắt đầu bằng https://"),
        ({**CARD, "address": "http://elsewhere.example"}, "phải bắt đầu bằng https://"),
        ({**CARD, "name": ""}, "Tên dài từ 1"),
    ],
)
def test_a_card_that_is_none_is_told_in_words(administrator: Any, card: Any, words: str) -> None:
    text = card if isinstance(card, str) else orjson.dumps(card).decode()
    answer = administrator.post("/partners/add/", {"card": text})
    assert answer.status_code == 422
    assert words in text_of(answer)
    assert Partner.objects.count() == 0


def test_the_page_says_why_a_message_is_stuck_and_sends_it_at_once(
    administrator: Any, django_assert_max_num_queries: Any
) -> None:
    partner_id = told_there()
    code = Dossier.objects.get().code
    with django_assert_max_num_queries(PARTNER_QUERIES):
        page = text_of(administrator.get(f"/partners/{partner_id}/"))
    for words in ("Không nối được với nơi kia", "Kiểm tra đường mạng", code, "đã thử 1 lần"):
        assert words in page
    assert AccessLog.objects.filter(act="exchange.list").exists()
    administrator.post(f"/partners/{partner_id}/", {"do": "resend"})
    assert OutMessage.objects.get().attempts == 0
    assert Fact.objects.filter(code="partner.messages-resent").count() == 1
    administrator.post(f"/partners/{partner_id}/", {"do": "nothing known"})
    assert Fact.objects.filter(code="partner.messages-resent").count() == 1


def test_a_supervisor_reads_and_sends_nothing(browser: SignIn) -> None:
    partner_id = told_there()
    supervisor = browser("giamsat")
    assert "Gửi lại ngay" not in text_of(supervisor.get(f"/partners/{partner_id}/"))
    assert supervisor.post(f"/partners/{partner_id}/", {"do": "resend"}).status_code == 404
    assert OutMessage.objects.get().failure == Failure.NOT_REACHED
    assert browser("tiepnhan1").get("/partners/").status_code == 404


@pytest.mark.parametrize("way", ["out", "in", "sideways"])
def test_every_message_is_listed_by_its_way(administrator: Any, way: str) -> None:
    partner_id = told_there()
    assert administrator.get(f"/partners/{partner_id}/messages/?way={way}").status_code == 200
    faulty = administrator.get(f"/partners/{partner_id}/messages/?cursor=%00")
    assert faulty.status_code == 302


def test_name_address_and_agencies_are_changed(administrator: Any) -> None:
    partner_id = a_partner(agency_id=agency_id(THERE))
    other = agency_id("xa-thuan-an")
    changed = {"name": "Nơi khác", "address": "https://b.example", "agencies": [str(other)]}
    administrator.post(f"/partners/{partner_id}/change/", changed)
    partner = Partner.objects.get()
    assert (partner.name, partner.is_active) == ("Nơi khác", False)
    assert list(PartnerAgency.objects.values_list("agency", flat=True)) == [other]
    refused = administrator.post(f"/partners/{partner_id}/change/", {**changed, "address": "x"})
    assert refused.status_code == 422


def offered_away(receive: Receive) -> str:
    """Offered to a commune where nobody has an account."""
    code = receive()
    given = Offer(agency_id=agency_id(THERE), task="Xác minh nơi cư trú")
    desk = officer("tiepnhan1")
    perform(Asked(actor=desk, at=PLAIN_MORNING, code=code), Act.OFFER, given)
    return code


NOTHING = "Không chờ trả lời nào trên giấy"
ON_PAPER = {"by": "Trần Văn Ba", "number": "15/GNHS", "day": "10/06/2026", "words": ""}


def test_the_desk_writes_down_what_is_answered_on_paper(browser: SignIn, receive: Receive) -> None:
    code, desk = offered_away(receive), browser("tiepnhan1")
    place = f"/dossiers/{code}/paper-answer/"
    assert place in desk.get(f"/dossiers/{code}/").content.decode()
    assert "xã Phù Đổng" in text_of(desk.get(place))
    desk.post(place, {**ON_PAPER, "answer": "ACCEPTED"})
    assert Dossier.objects.get(code=code).held_agency.slug == THERE
    assert "Trần Văn Ba (15/GNHS, 10/06/2026)" in text_of(desk.get(f"/dossiers/{code}/"))
    wordless = desk.post(place, {**ON_PAPER, "answer": "RETURNED"})
    assert (wordless.status_code, "Ghi lý do" in text_of(wordless)) == (422, True)
    desk.post(place, {**ON_PAPER, "answer": "RETURNED", "words": "Có cư trú tại thôn 3"})
    row = Dossier.objects.get(code=code)
    assert (row.held_agency, row.offered_agency) == (None, None)
    assert NOTHING in text_of(desk.get(place))
    assert desk.post(place, {**ON_PAPER, "answer": "ACCEPTED"}).status_code == 302


def test_what_is_refused_on_paper_stays_where_it_was(browser: SignIn, receive: Receive) -> None:
    code, desk = offered_away(receive), browser("tiepnhan1")
    place = f"/dossiers/{code}/paper-answer/"
    ahead = desk.post(place, {**ON_PAPER, "answer": "REFUSED", "words": "Sai", "day": "01/01/2030"})
    assert "chưa đến" in text_of(ahead)
    desk.post(place, {**ON_PAPER, "answer": "REFUSED", "words": "Không thuộc địa bàn"})
    row = Dossier.objects.get(code=code)
    assert (row.held_agency, row.offered_agency) == (None, None)


def test_an_agency_that_works_at_a_partner_answers_for_itself(
    browser: SignIn, receive: Receive
) -> None:
    code = offered_away(receive)
    a_partner(agency_id=agency_id(THERE))
    answer = browser("tiepnhan1").get(f"/dossiers/{code}/paper-answer/")
    assert NOTHING in text_of(answer)
