"""The leader's page of satisfaction: a share with its interval, nothing of few, a file, three queries."""

from __future__ import annotations

from csv import DictReader
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.audit.models import AccessLog
from motcua.kernel.clock import local_day
from motcua.reports.rules.periods import before, period_with
from motcua.reports.vocabulary import PeriodKind
from motcua.surveys.commands.answering import answer
from motcua.surveys.models import Invitation
from motcua.surveys.rules.scores import Counts
from motcua.surveys.tallying import Cell, count
from motcua.surveys.vocabulary import Occasion, Sign
from motcua.workspace.surveys.asking import key_of as named
from tests.support.clock import PLAIN_MORNING
from tests.support.rating import SOMEBODY, key_of, rated, returned, said
from tests.web.workspace.conftest import SignIn

PAGE = "/satisfaction/"
TABLES = ["Theo cơ quan", "Theo lĩnh vực", "Theo thủ tục"]
pytestmark = pytest.mark.usefixtures("standing", "now")


def shown(browser: SignIn, query: str = "", who: str = "lanhdao") -> str:
    page = browser(who).get(PAGE + query)
    assert page.status_code == 200
    return str(page.content.decode())


def test_nobody_was_asked_yet(browser: SignIn) -> None:
    assert "Chưa có ai được mời đánh giá" in shown(browser)


def test_four_answers_tell_no_share(browser: SignIn) -> None:
    for _ in range(4):
        rated()
    told = shown(browser)
    assert "4 người trả lời trong 4 người được mời" in told
    assert "ít phiếu, không hiện" in told
    assert "100,00 %" in told  # the response rate, and no share
    assert told.count("100,00 %") == 1


def test_a_share_stands_with_its_interval_and_its_response_rate(browser: SignIn) -> None:
    for level in (3, 3, 2, 2, 1):
        rated(level)
    key_of(returned())
    told = shown(browser)
    assert "80,00 %" in told
    assert "37,55 – 96,38 %" in told
    assert "5 người trả lời trong 6 người được mời" in told
    assert "Người dân được mời" not in told
    assert AccessLog.objects.filter(act="satisfaction.read").exists()


def test_answers_with_a_sign_are_told_apart(browser: SignIn) -> None:
    for level in (3, 3, 1, 1, 1):
        rated(level)
    for _ in range(5):
        key = key_of(returned())
        given = said(3)
        answer(actor=SOMEBODY, at=PLAIN_MORNING, key=key, given=given, signs={Sign.OFFICE_ADDRESS})
    told = shown(browser)
    assert "70,00 %" in told
    assert "5 phiếu có dấu hiệu bất thường" in told
    assert "tỷ lệ hài lòng là 40,00 %" in told


def test_only_named_periods_are_asked_for(browser: SignIn) -> None:
    for _ in range(5):
        rated()
    running = period_with(PeriodKind.MONTH, local_day(PLAIN_MORNING))
    told = shown(browser, f"?period={named(running)}")
    assert "5 người trả lời" in told
    assert f'value="{named(running)}" selected' in told
    # Days that differ by one would tell of single answers: the running quarter comes instead.
    other = shown(browser, "?period=2026-06-01_2026-06-10")
    assert f'value="{named(period_with(PeriodKind.QUARTER, running.until_day))}" selected' in other
    assert "Chưa có ai được mời" in shown(browser, f"?period={named(before(running))}")
    assert "Chưa có ai được mời" in shown(browser, "?occasion=RECEPTION")


@pytest.mark.parametrize("query", ["?agency=999999", "?agency=x&period=y&occasion=z"])
def test_what_the_address_asks_and_there_is_not_is_what_one_may_see(
    browser: SignIn, query: str
) -> None:
    shown(browser, query)


def test_the_file_says_the_same(browser: SignIn) -> None:
    for level in (3, 3, 2, 2, 1):
        rated(level)
    made = browser("lanhdao").get(PAGE + "satisfaction.xlsx").content
    with ZipFile(BytesIO(made)) as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        rows = parts.read("xl/worksheets/sheet1.xml").decode()
    assert len(sheets) == 3
    assert "<v>80</v>" in rows
    assert "<v>37.55</v>" in rows
    lines = browser("lanhdao").get(PAGE + "satisfaction.csv").content.decode("utf-8-sig")
    told = list(DictReader(StringIO(lines)))
    assert [one["Bảng"] for one in told if one["Tên"] == "Tất cả"] == TABLES
    assert {(one["Hài lòng (%)"], one["Số phiếu"]) for one in told} == {("80.0", "5")}
    assert AccessLog.objects.filter(act="satisfaction.exported").count() == 2


def test_older_people_and_fields_beside_the_others(browser: SignIn) -> None:
    """The people of the sample receptions are young; ten of age were asked and seven answered."""
    for _ in range(12):
        rated()
    rows = Invitation.objects.order_by("pk")
    assert set(rows.values_list("is_older", flat=True)) == {False}
    older = Counts(invited=10, used=7, aged_invited=10, aged_used=7, older_invited=10, older_used=7)
    row = rows[0]
    place = Cell(
        agency_id=row.agency_id,
        day=row.day,
        procedure_id=row.procedure_id + 1,
        occasion=Occasion.RETURN,
    )
    count(place, older + Counts(answered=7, satisfied=7))
    told = shown(browser)
    assert "Người cao tuổi trả lời 70,00 %, người trẻ hơn 100,00 %: không khác rõ." in told
    assert "Theo thủ tục" in told
    assert told.count("không khác rõ") == 5, "both procedures, both fields, and the older"


def test_what_the_page_asks_of_the_database(browser: SignIn) -> None:
    for _ in range(6):
        rated()
    client = browser("lanhdao")
    client.get(PAGE)
    with CaptureQueriesContext(connection) as asked:
        client.get(PAGE)
    assert len(asked) == 11
