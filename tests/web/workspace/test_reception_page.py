"""What the reception page shows before anything is received: date, papers, local fees, a closed desk."""

from __future__ import annotations

import re
import uuid
from datetime import date, datetime
from html import unescape
from typing import Any

import pytest

from motcua.dossiers.models import Dossier, FeeLine
from motcua.kernel import clock
from motcua.procedures.queries.details import procedure_detail
from tests.support.clock import at
from tests.support.working_office import BIRTH_AGAIN, CERTIFIED_COPY
from tests.web.workspace.conftest import SignIn, text_of, version_id_of

PAGE = "/desk/receive/"
TODAY = date(2026, 6, 10)
SUNDAY = at(date(2026, 6, 14), "09:00")
DEATH = "1.000656"
"""A charge that the provincial council sets; papers asked of everybody and papers of some cases."""


def a_page(code: str, **changes: str) -> dict[str, str]:
    version_id = version_id_of(code, TODAY)
    papers = procedure_detail(version_id).default_variant.papers
    return {
        "request_key": str(uuid.uuid4()),
        "do": "receive",
        "owner-name": "Nguyễn Thị Hồng Nhung",
        "procedure": str(version_id),
        **{f"paper-{paper.id}-received": "1" for paper in papers if not paper.is_optional},
        **changes,
    }


def promise_of(response: Any) -> str:
    page = text_of(response)
    (answer,) = re.findall(r'promise-answer">(.*?)</p>', page)
    return str(answer)


def local_fee() -> tuple[int, str]:
    """The fee of DEATH that the province sets, and its field."""
    (fee,) = procedure_detail(version_id_of(DEATH, TODAY)).fees
    return fee.id, f"fee_local-{fee.id}"


@pytest.mark.parametrize("faulty", [{}, {"sets": "ba"}, {"channel": "PIGEON"}, {"owner-name": ""}])
@pytest.mark.parametrize("do", ["look", "receive"])
def test_the_date_shown_counts_from_the_moment_typed(
    browser: SignIn, now: datetime, do: str, faulty: dict[str, str]
) -> None:
    client = browser("tiepnhan1")
    late = a_page(BIRTH_AGAIN, do=do, received_at="08/06/2026 09:00", **faulty)
    assert promise_of(client.post(PAGE, late)) == "17:00 15/06/2026"


def test_a_typed_moment_that_is_refused_still_dates_the_page(browser: SignIn) -> None:
    answer = browser("tiepnhan1").post(PAGE, a_page(BIRTH_AGAIN, received_at="08/06/2026 09:00"))
    assert answer.status_code == 422
    assert promise_of(answer) == "17:00 15/06/2026"


def test_papers_of_everybody_come_first_and_those_of_some_cases_are_folded(
    browser: SignIn,
) -> None:
    page = text_of(browser("tiepnhan1").post(PAGE, a_page(DEATH, do="look")))
    asked, folded = page.split('id="papers-sometimes"')
    papers = procedure_detail(version_id_of(DEATH, TODAY)).default_variant.papers
    always = [paper.id for paper in papers if not paper.is_optional]
    sometimes = [paper.id for paper in papers if paper.is_optional]
    assert [int(one) for one in re.findall(r'name="paper-(\d+)-received"', asked)] == always
    assert [int(one) for one in re.findall(r'name="paper-(\d+)-received"', folded)] == sometimes
    assert folded.startswith(">")


def test_the_fold_of_papers_is_open_when_one_of_them_is_ticked(browser: SignIn) -> None:
    papers = procedure_detail(version_id_of(DEATH, TODAY)).default_variant.papers
    (one, *_others) = [paper for paper in papers if paper.is_optional]
    form = a_page(DEATH, do="look") | {f"paper-{one.id}-received": "1"}
    page = text_of(browser("tiepnhan1").post(PAGE, form))
    assert 'id="papers-sometimes" open' in page


def test_a_local_fee_that_nobody_typed_is_unknown_and_not_nothing(browser: SignIn) -> None:
    page = text_of(browser("tiepnhan1").post(PAGE, a_page(DEATH, do="look")))
    aside = page.partition('id="promise"')[2]
    assert "chưa biết" in aside
    assert "0 đồng" not in aside


@pytest.mark.parametrize("typed", ["8000", "8.000", " 8 000 đ", "8,000 đồng"])
def test_the_amount_of_the_province_is_shown_and_received(browser: SignIn, typed: str) -> None:
    client, (_fee_id, field) = browser("tiepnhan1"), local_fee()
    page = text_of(client.post(PAGE, a_page(DEATH, do="look") | {field: typed}))
    assert "8.000 đồng" in page.partition('id="promise"')[2]
    assert client.post(PAGE, a_page(DEATH) | {field: typed}).status_code == 302
    assert Dossier.objects.get().fee_total_vnd == 8000
    assert list(FeeLine.objects.values_list("code", "amount_vnd")) == [("PER_DOSSIER", 8000)]


@pytest.mark.parametrize("typed", ["tám nghìn", "-1", "100000001", "8.00", "9" * 5000])
def test_an_amount_that_cannot_be_is_told_at_its_field(browser: SignIn, typed: str) -> None:
    _fee_id, field = local_fee()
    answer = browser("tiepnhan1").post(PAGE, a_page(DEATH) | {field: typed})
    page = text_of(answer)
    assert answer.status_code == 422
    assert f'href="#id_{field}"' in page
    assert "Mức thu của địa phương không đúng" in page
    assert f'value="{typed}"' in page


def test_fees_that_the_catalogue_knows_ask_for_no_amount(browser: SignIn) -> None:
    page = text_of(browser("tiepnhan1").post(PAGE, a_page(CERTIFIED_COPY, do="look")))
    assert "fee_local" not in page


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("owner-name", "001195012345|Nhung"),
        ("owner-personal_id", "001195012345|" + "N" * 80),
        ("owner-birth_date", "15081995|Nữ"),
        ("owner-address", "Số 12 ｜ Cửu Việt"),
        ("note", "a|b"),
        ("sets", "1|"),
        ("extra-0-name", "Ảnh|4×6"),
    ],
)
def test_a_piece_of_a_card_is_never_received_and_told_in_one_sentence(
    browser: SignIn, field: str, value: str
) -> None:
    answer = browser("tiepnhan1").post(PAGE, a_page(BIRTH_AGAIN, **{field: value}))
    page = text_of(answer)
    summary = page.partition("data-error-summary")[2].partition("</ul>")[0]
    told = [unescape(one) for one in re.findall(r'<li><a href="[^"]+">(.*?)</a>', summary)]
    assert answer.status_code == 422
    assert len(told) == 1
    assert "dấu gạch đứng" in told[0]
    assert Dossier.objects.count() == 0


def test_a_broken_card_in_a_short_field_tells_only_what_is_wrong_with_the_card(
    browser: SignIn,
) -> None:
    card = "001195012345|012345678|Nguyễn Thị Hồng Nhung|31021995|Nữ|Thôn Đoài|20042021"
    form = a_page(BIRTH_AGAIN) | {"owner-personal_id": card}
    page = text_of(browser("tiepnhan1").post(PAGE, form))
    assert "không phải một ngày" in page
    assert "ký tự" not in page
    assert Dossier.objects.count() == 0


def test_a_card_read_into_the_search_of_dossiers_finds_by_its_number(
    browser: SignIn,
) -> None:
    card = "001195012345|012345678|Nguyễn Thị Hồng Nhung|15081995|Nữ|Thôn Đoài|20042021"
    page = text_of(browser("tiepnhan1").get("/dossiers/", {"q": card}))
    assert 'value="001195012345"' in page
    assert "Hồng Nhung" not in page


def test_words_that_find_several_procedures_lead_the_hands_to_the_first(browser: SignIn) -> None:
    form = a_page(BIRTH_AGAIN, procedure="") | {"procedure-text": "khai sinh"}
    page = text_of(browser("tiepnhan1").post(PAGE, form))
    focused = re.findall(r"<input[^>]*autofocus[^>]*>", page)
    assert len(focused) == 1
    assert 'type="radio"' in focused[0]


def test_a_closed_desk_says_from_when_the_dossier_counts(
    browser: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "bàn không mở" not in text_of(browser("tiepnhan1").get(PAGE))
    monkeypatch.setattr(clock, "now", lambda: SUNDAY)
    page = text_of(browser("tiepnhan1").get(PAGE))
    assert "Chủ nhật, 14/06/2026, bàn không mở" in page
    assert "thứ Hai, 15/06/2026" in page


def test_a_moment_typed_while_the_desk_was_open_lifts_the_notice(
    browser: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: SUNDAY)
    form = a_page(BIRTH_AGAIN, do="look", received_at="12/06/2026 09:00")
    answer = browser("tiepnhan1").post(PAGE, form)
    assert answer.status_code == 200
    assert "bàn không mở" not in text_of(answer)


@pytest.mark.parametrize(("kind", "is_warned"), [("ORGANIZATION", True), ("CITIZEN", False)])
def test_a_procedure_for_citizens_warns_of_an_organization(
    browser: SignIn, kind: str, *, is_warned: bool
) -> None:
    given = a_page(BIRTH_AGAIN, **{"do": "look", "owner-kind": kind})
    shown = text_of(browser("tiepnhan1").post(PAGE, given))
    assert ("Thủ tục này dành cho: Công dân" in shown) is is_warned
