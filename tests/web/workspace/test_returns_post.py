"""Post out and in as lists, and hand-over lists: one go, a result for each, printed, on record."""

from __future__ import annotations

import re
import uuid
from typing import Any

import pytest

from motcua.dossiers.models import Dossier, HandOver, HandOverList, PostedItem, Posting
from motcua.dossiers.vocabulary import ReturnMethod, Stage
from motcua.ledger.models import Fact
from motcua.ledger.queries import facts_about
from tests.support.acts import bring
from tests.support.money import owing
from tests.support.reception import a_reception
from tests.support.reception import receive as take_in
from tests.support.working_office import BIRTH_AGAIN, officer
from tests.web.workspace.conftest import Receive, SignIn, text_of


@pytest.fixture
def by_post(standing: None, now: Any) -> Any:
    """Dossiers settled whose results are to be sent."""

    def made(count: int) -> list[str]:
        given = a_reception(BIRTH_AGAIN, return_method=ReturnMethod.POST)
        codes = [take_in(given, actor=officer("tiepnhan1")).code for _number in range(count)]
        return [bring(code, Stage.SETTLED) for code in codes]

    return made


def sent_from(client: Any, codes: list[str], **changes: Any) -> dict[str, Any]:
    html = text_of(client.get("/returns/post-out/"))
    versions = dict(re.findall(r'name="(version-[^"]+)" value="(\d+)"', html))
    return {
        "do": "send",
        "carrier": "Bưu điện Gia Lâm",
        "request_key": str(uuid.uuid4()),
        "chosen": codes,
        **versions,
        **changes,
    }


def test_many_results_leave_in_one_go_with_numbers_that_count_up(
    browser: SignIn, by_post: Any
) -> None:
    codes = by_post(3)
    client = browser("tiepnhan1")
    run = client.post(
        "/returns/post-out/", sent_from(client, codes, do="run", first_number="EB473124829VN")
    )
    filled = dict(re.findall(r'name="(tracking-[^"]+)" value="([^"]*)"', text_of(run)))
    assert filled[f"tracking-{codes[0]}"] == "EB473124829VN"
    assert len(set(filled.values())) == 3
    assert Posting.objects.count() == 0
    response = client.post("/returns/post-out/", sent_from(client, codes, **filled))
    assert response.status_code == 302
    posting = Posting.objects.get()
    assert (posting.number, posting.direction) == (1, "OUT")
    stages = Dossier.objects.filter(code__in=codes).values_list("stage", flat=True)
    assert set(stages) == {str(Stage.RETURNED)}
    methods = HandOver.objects.values_list("method", flat=True)
    assert set(methods) == {str(ReturnMethod.POST)}
    (made,) = facts_about("posting", posting.pk)
    assert made.code == "posting.made"
    assert made.payload["count"] == 3
    pdf = client.get(f"/returns/postings/{posting.pk}/list.pdf")
    assert pdf.content.startswith(b"%PDF")


def test_a_result_with_a_debt_is_sent_only_once_that_was_asked(
    browser: SignIn, by_post: Any
) -> None:
    codes = by_post(1)
    owes = bring(owing(return_method=ReturnMethod.POST), Stage.SETTLED)
    client = browser("tiepnhan1")
    sent = sent_from(client, [*codes, owes])
    assert "Còn phải thu: 4.000 đồng" in text_of(client.get("/returns/post-out/"))
    asked = client.post("/returns/post-out/", sent)
    assert asked.status_code == 422
    assert "Còn phải thu 4.000 đồng. Thu tiền trước" in text_of(asked)
    assert 'value="send-unpaid"' in text_of(asked)
    assert Posting.objects.count() == 0
    assert client.post("/returns/post-out/", {**sent, "do": "send-unpaid"}).status_code == 302
    assert Dossier.objects.get(code=owes).stage == Stage.RETURNED


def test_a_list_sent_twice_is_one_list(browser: SignIn, by_post: Any) -> None:
    codes = by_post(2)
    client = browser("tiepnhan1")
    sent = sent_from(client, codes)
    client.post("/returns/post-out/", sent)
    facts = Fact.objects.count()
    client.post("/returns/post-out/", sent)
    assert Fact.objects.count() == facts
    assert Posting.objects.count() == 1


def test_one_that_does_not_go_is_told_and_the_others_go(browser: SignIn, by_post: Any) -> None:
    codes = by_post(2)
    client = browser("tiepnhan1")
    sent = sent_from(client, codes) | {f"version-{codes[0]}": "1"}
    response = client.post("/returns/post-out/", sent)
    assert response.status_code == 422
    assert f"{codes[0]}: " in text_of(response)
    assert [item.dossier.code for item in PostedItem.objects.all()] == [codes[1]]
    assert Dossier.objects.get(code=codes[0]).stage == Stage.SETTLED


@pytest.mark.parametrize(
    "changes",
    [{"carrier": ""}, {"chosen": []}, {"request_key": "x"}, {"carrier": "b" * 300}],
)
def test_bad_lists_are_told_and_nothing_is_sent(
    browser: SignIn, by_post: Any, changes: dict[str, Any]
) -> None:
    codes = by_post(1)
    client = browser("tiepnhan1")
    response = client.post("/returns/post-out/", sent_from(client, codes, **changes))
    assert response.status_code == 422
    assert "error-summary" in text_of(response)
    assert Dossier.objects.get(code=codes[0]).stage == Stage.SETTLED


def test_one_number_twice_is_refused(browser: SignIn, by_post: Any) -> None:
    codes = by_post(2)
    client = browser("tiepnhan1")
    numbers = {f"tracking-{code}": "EB1" for code in codes}
    response = client.post("/returns/post-out/", sent_from(client, codes, **numbers))
    assert response.status_code == 422
    assert "EB1" in text_of(response)
    assert Posting.objects.count() == 0


def test_what_became_of_an_envelope_is_told_for_many(browser: SignIn, by_post: Any) -> None:
    codes = by_post(2)
    client = browser("tiepnhan1")
    address = client.post("/returns/post-out/", sent_from(client, codes))["Location"]
    client.post(address, {"do": "DELIVERED", "chosen": ["1"]})
    client.post(address, {"do": "CAME_BACK", "chosen": ["2"], "note": "Không có người nhận"})
    states = PostedItem.objects.order_by("position").values_list("state", "note")
    assert list(states) == [("DELIVERED", ""), ("CAME_BACK", "Không có người nhận")]
    assert client.post(address, {"do": "DELIVERED"}).status_code == 422
    posting = Posting.objects.get()
    assert len(facts_about("posting", posting.pk)) == 3


def test_envelopes_that_came_are_entered_at_once_and_lead_to_reception(
    browser: SignIn, receive: Receive
) -> None:
    client = browser("tiepnhan1")
    sent = {
        "do": "keep",
        "carrier": "Bưu điện Gia Lâm",
        "arrived_at": "10/06/2026 08:15",
        "request_key": str(uuid.uuid4()),
        "sender-0": "Lê Thị Ước",
        "tracking-0": "EA1",
        "sender-1": "",
        "sender-2": "Đỗ Hữu Phước",
        "arrived-2": "09/06/2026 16:40",
    }
    response = client.post("/returns/post-in/", sent)
    assert response.status_code == 302
    html = text_of(client.get(response["Location"]))
    assert 'name="received_at" value="10/06/2026 08:15"' in html
    assert 'name="received_at" value="09/06/2026 16:40"' in html
    code = receive()
    told = client.post(response["Location"], {"do": "received", "position": "1", "code": code})
    assert told.status_code == 302
    assert PostedItem.objects.get(position=1).dossier.code == code
    wrong = client.post(response["Location"], {"do": "received", "position": "2", "code": "X-1"})
    assert wrong.status_code == 422
    assert "X-1" in text_of(wrong)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"carrier": ""}, "Chưa ghi đơn vị bưu chính"),
        ({"arrived_at": "hôm qua"}, "Ngày giờ không đúng"),
        ({"arrived-0": "31/02/2026 08:00"}, "Hàng 1"),
        ({"arrived_at": "11/06/2026 08:00"}, "Lúc đến ở sau bây giờ"),
        ({"sender-0": ""}, "Hàng 1"),
        ({"sender-0": "", "tracking-0": ""}, "Chưa có bưu gửi nào"),
    ],
)
def test_a_faulty_row_is_named_and_nothing_typed_is_lost(
    browser: SignIn, changes: dict[str, str], told: str
) -> None:
    client = browser("tiepnhan1")
    sent = {
        "do": "keep",
        "carrier": "Bưu điện",
        "arrived_at": "10/06/2026 08:15",
        "request_key": str(uuid.uuid4()),
        "sender-0": "Lê Thị Ước",
        "tracking-0": "EA1",
        "note-1": "",
        "sender-1": "",
        "note": "hai túi",
    }
    response = client.post("/returns/post-in/", sent | changes)
    html = text_of(response)
    assert response.status_code == 422
    assert told in html
    assert "hai túi" in html
    assert Posting.objects.count() == 0


def test_more_rows_keep_what_is_typed(browser: SignIn) -> None:
    client = browser("tiepnhan1")
    html = text_of(client.post("/returns/post-in/", {"do": "more", "sender-0": "Lê Thị Ước"}))
    assert 'value="Lê Thị Ước"' in html
    assert 'name="sender-10"' in html


def test_today_is_listed_once_and_printed(browser: SignIn, receive: Receive) -> None:
    codes = [receive(), receive()]
    client = browser("tiepnhan1")
    unit = officer("thuly1").unit_id
    Dossier.objects.filter(code__in=codes).update(unit=unit)
    asked = {"kind": "DOSSIERS", "unit": unit}
    html = text_of(client.get("/hand-over-lists/", asked))
    assert all(code in html for code in codes)
    made = client.post("/hand-over-lists/", asked | {"do": "make", "chosen": codes})
    assert made.status_code == 302
    listed = HandOverList.objects.get()
    again = text_of(client.get("/hand-over-lists/", asked))
    assert not any(code in again for code in codes)
    assert client.get(f"/hand-over-lists/{listed.pk}/list.pdf").content.startswith(b"%PDF")
    nothing = client.post("/hand-over-lists/", asked | {"do": "make", "chosen": codes})
    assert nothing.status_code == 422
    (fact,) = facts_about("hand-over-list", listed.pk)
    assert sorted(fact.payload["dossier_codes"]) == sorted(codes)


def test_results_go_back_to_the_desk_on_a_list(browser: SignIn, receive: Receive) -> None:
    code = bring(receive(), Stage.SETTLED)
    client = browser("thuly1")
    unit = Dossier.objects.get(code=code).unit_id
    asked = {"kind": "RESULTS", "unit": unit}
    assert code in text_of(client.get("/hand-over-lists/", asked))
    client.post("/hand-over-lists/", asked | {"do": "make", "chosen": [code]})
    listed = HandOverList.objects.get()
    assert client.get(f"/hand-over-lists/{listed.pk}/list.pdf").content.startswith(b"%PDF")


@pytest.mark.parametrize(
    "asked", [{"first": "31/02/2026"}, {"unit": "x"}, {"kind": "KHAC"}, {"first": "12/06/2026", "last": "10/06/2026"}]
)  # fmt: skip
def test_a_faulty_choice_is_told(browser: SignIn, asked: dict[str, str]) -> None:
    response = browser("tiepnhan1").get("/hand-over-lists/", asked)
    assert response.status_code == 422
    assert "error-summary" in text_of(response)


def test_lists_of_another_agency_are_not_there(browser: SignIn) -> None:
    client = browser("tiepnhan1")
    for address in ("/returns/postings/999/", "/returns/postings/999/list.pdf"):
        assert client.get(address).status_code == 404
    assert client.get("/hand-over-lists/999/list.pdf").status_code == 404
    assert client.get(f"/returns/postings/{10**30}/").status_code == 404
