"""A citizen reads who looked at his dossiers: position, agency, moment and act; of others' nothing."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client

from motcua.audit.log import note
from motcua.dossiers.models import Dossier, DossierCitizen
from tests.support.citizens import a_citizen, citizens_browser
from tests.support.clock import PLAIN_MORNING
from tests.support.two_communes import Held
from tests.support.working_office import officer
from tests.web.account.conftest import Moving

PAGE = "/tai-khoan/ai-da-xem"
pytestmark = pytest.mark.usefixtures("moving")


def read_by(
    username: str, code: str, did: str = "dossier.read", *, minutes: int = 0, **detail: str
) -> None:
    pk = Dossier.objects.values_list("id", flat=True).get(code=code)
    at = PLAIN_MORNING + timedelta(minutes=minutes)
    note(officer(username), at, did, subject_kind="dossier", subject_id=pk, detail=detail)


def lines_of(client: Client, path: str = PAGE) -> list[str]:
    """Each line of the table, without markup."""
    page = client.get(path).content.decode()
    rows = re.findall(r'<tr role="row">(.*?)</tr>', page.partition("<tbody")[2], re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in rows]


@pytest.fixture
def client_of_own(held: tuple[Held, ...], db: None, moving: Moving) -> Client:
    opened = a_citizen()
    mine = Dossier.objects.get(code=held[0].code)
    DossierCitizen.objects.create(dossier=mine, citizen_id=opened.citizen_id, part="FILER")
    return citizens_browser(opened)


def test_looks_at_ones_own_are_told_and_those_at_others_are_not(
    held: tuple[Held, ...], client_of_own: Client
) -> None:
    read_by("tiepnhan1", held[0].code)
    read_by("thuly1", held[2].code)
    page = client_of_own.get("/tai-khoan/ai-da-xem").content.decode()
    assert (held[0].code in page, held[2].code in page) == (True, False)
    assert officer("tiepnhan1").title in page


def test_what_one_did_on_one_day_is_one_line_and_says_what_for(
    held: tuple[Held, ...], client_of_own: Client
) -> None:
    code = held[0].code
    for minutes in (0, 5, 9):
        read_by("tiepnhan1", code, minutes=minutes)
    read_by("tiepnhan1", code, "dossier.act-asked", minutes=70, act="receive")
    read_by("tiepnhan1", code, minutes=3, file="giay-chung-sinh.pdf")
    (line,) = lines_of(client_of_own)
    assert "10/06/2026 09:00–10:10 · 5 lần" in line
    assert "Xem hồ sơ để tiếp nhận, giải quyết" in line
    assert "Mở tệp đã gửi để kiểm tra" in line
    assert "Làm việc “Tiếp nhận”" in line
    assert line.count("để tiếp nhận, giải quyết") == 1


def test_two_people_or_two_days_are_two_lines(
    held: tuple[Held, ...], client_of_own: Client
) -> None:
    read_by("tiepnhan1", held[0].code)
    read_by("tiepnhan2", held[0].code)
    read_by("tiepnhan1", held[0].code, minutes=24 * 60)
    assert [line[:10] for line in lines_of(client_of_own)] == [
        "11/06/2026",
        "10/06/2026",
        "10/06/2026",
    ]


def test_the_page_of_a_dossier_leads_to_who_looked_at_it_and_of_others_there_is_none(
    held: tuple[Held, ...], client_of_own: Client
) -> None:
    read_by("tiepnhan1", held[0].code)
    path = f"{PAGE}?ho-so={held[0].code}"
    assert f'href="{path}"' in client_of_own.get(f"/cua-toi/ho-so/{held[0].code}/").content.decode()
    assert len(lines_of(client_of_own, path)) == 1
    assert client_of_own.get(f"{PAGE}?ho-so={held[2].code}").status_code == 404


def test_an_early_hour_is_of_the_day_here_not_of_the_day_before_elsewhere(
    held: tuple[Held, ...], client_of_own: Client
) -> None:
    read_by("tiepnhan1", held[0].code, minutes=-8 * 60)
    (line,) = lines_of(client_of_own)
    assert line.startswith("10/06/2026 01:00 ")
