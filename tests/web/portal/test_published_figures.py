"""The figures of a procedure as anybody reads them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from html import unescape

import pytest
from django.test import Client

from motcua.portal.keeping.answers import answers
from motcua.reports.models import PublishedFigure
from tests.support.offices import agency_id
from tests.support.two_communes import Somebody
from tests.support.working_office import CERTIFIED_COPY

HERE = f"/thu-tuc/{CERTIFIED_COPY}/so-lieu/"


@pytest.fixture(autouse=True)
def _figures(standing: None, now: datetime) -> None:
    answers.forget_all()
    common = {
        "scope": "NATIONAL",
        "code": CERTIFIED_COPY,
        "from_day": date(2025, 6, 10),
        "until_day": date(2026, 6, 9),
        "counted_at": now,
    }
    PublishedFigure.objects.create(
        **common,
        received=1250,
        online=250,
        settled=1200,
        in_time=1194,
        median_days=0,
        days_of_nine_in_ten=2,
    )
    PublishedFigure.objects.create(
        **common, agency_id=agency_id(), received=4, online=1, settled=3, in_time=1,
        median_days=77, days_of_nine_in_ten=78,
    )  # fmt: skip


def text_of(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_procedure_tells_how_long_it_has_really_taken(client: Client) -> None:
    text = text_of(client, f"/thu-tuc/{CERTIFIED_COPY}")
    assert "Thực tế bao lâu?" in text
    for told in (
        "trong ngày",
        "2 ngày",
        "99,5%",
        "1.200",
        "20,0%",
        "Từ 10/06/2025 đến hết 09/06/2026",
    ):
        assert told in text
    assert f'href="{HERE}"' in text


def test_of_the_few_nothing_is_told(client: Client) -> None:
    text = text_of(client, HERE)
    assert "ít hơn 5 hồ sơ, không công bố" in text
    assert "77" not in text
    assert "Ủy ban nhân dân xã Gia Lâm" in text


def test_each_figure_is_explained(client: Client) -> None:
    assert "Số ngày là ngày lịch" in text_of(client, HERE)


@pytest.mark.parametrize(("username", "status"), [("lanhdao", 200), ("", 302)])
def test_the_dossiers_behind_open_for_staff_with_the_right_alone(
    client: Client, browser: Callable[[Somebody], Client], username: str, status: int
) -> None:
    link = re.search(r'href="([^"]+report=ii06a[^"]+)"', text_of(client, HERE))
    assert link is not None
    reader = browser(Somebody(username=username, roles=frozenset(), agency="", unit=""))
    assert reader.get(unescape(link.group(1))).status_code == status


def test_without_figures_the_page_says_so_and_the_procedure_says_nothing(client: Client) -> None:
    PublishedFigure.objects.all().delete()
    assert "Chưa có số liệu" in text_of(client, HERE)
    assert "Thực tế bao lâu?" not in text_of(client, f"/thu-tuc/{CERTIFIED_COPY}")
