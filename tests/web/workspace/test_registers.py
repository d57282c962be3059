"""The register on screen, as files, closed at year end, checked again."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from motcua.audit.models import AccessLog
from motcua.dossiers.exporting.places import place_of
from motcua.dossiers.exporting.running import work_on_export
from motcua.dossiers.exporting.standing import sweep_exports
from motcua.dossiers.models import Dossier, DossierRegister, ExportRun
from motcua.dossiers.registers_proof import register_flaws
from motcua.dossiers.vocabulary import Stage
from motcua.kernel import clock
from motcua.kernel.clock import ZONE
from motcua.workspace.registers import views
from tests.support.acts import bring
from tests.support.clock import PLAIN_MORNING
from tests.support.working_office import CERTIFIED_COPY
from tests.web.workspace.conftest import Receive, SignIn, text_of

BOOK = "/registers/2026/"
NEW_YEAR = datetime(2027, 1, 5, 9, 0, tzinfo=ZONE)


@pytest.fixture
def next_year(monkeypatch: pytest.MonkeyPatch) -> Any:
    def turn() -> None:
        monkeypatch.setattr(clock, "now", lambda: NEW_YEAR)

    return turn


def test_lines_stand_in_their_order_with_what_the_form_asks(
    browser: SignIn, receive: Receive
) -> None:
    given, waiting = bring(receive(), Stage.RETURNED), receive(procedure=CERTIFIED_COPY)
    html = text_of(browser("vanthu").get(BOOK))
    assert html.index(given) < html.index(waiting)
    assert "trao Nguyễn Thị Hồng Nhung" in html
    assert "0912345678" in html
    assert "2026" in text_of(browser("vanthu").get("/registers/"))


def test_lines_are_narrowed_and_totals_follow(browser: SignIn, receive: Receive) -> None:
    late, other = receive(), receive(owner="Trần Văn Khác")
    Dossier.objects.filter(code=late).update(
        received_at=PLAIN_MORNING.replace(month=5), due_at=PLAIN_MORNING.replace(day=1)
    )
    client = browser("vanthu")
    only_late = text_of(client.get(BOOK, {"late": "on"}))
    assert late in only_late
    assert other not in only_late
    assert other in text_of(client.get(BOOK, {"q": "khac"}))
    assert late not in text_of(client.get(BOOK, {"q": "khac"}))
    assert late not in text_of(client.get(BOOK, {"first": "11/06/2026"}))


@pytest.mark.parametrize(
    "asked",
    [
        {"first": "31/02/2026"},
        {"first": "12/06/2026", "last": "01/06/2026"},
        {"sector": "không có"},
        {"unit": "x"},
        {"q": "q" * 300},
    ],
)
def test_a_faulty_condition_is_told(
    browser: SignIn, receive: Receive, asked: dict[str, str]
) -> None:
    receive()
    response = browser("vanthu").get(BOOK, asked)
    assert response.status_code == 422
    assert "error-summary" in text_of(response)


def test_a_unit_sees_its_own_lines_only(browser: SignIn, receive: Receive) -> None:
    theirs, other = receive(), receive(procedure=CERTIFIED_COPY)
    unit = Dossier.objects.get(code=theirs).unit_id
    Dossier.objects.filter(code=other).update(unit=None)
    assert unit is not None
    html = text_of(browser("thuly1").get(BOOK))
    assert theirs in html
    assert other not in html


def test_a_short_book_comes_at_once_and_says_what_the_rows_say(
    browser: SignIn, receive: Receive
) -> None:
    codes = [bring(receive(), Stage.RETURNED), receive()]
    client = browser("vanthu")
    pdf = client.post(BOOK, {"do": "export", "form": "PDF"})
    assert pdf["Content-Type"] == "application/pdf"
    told = "".join("".join(p.extract_text().split()) for p in PdfReader(BytesIO(pdf.content)).pages)
    assert all(code in told for code in codes)
    book = client.post(BOOK, {"do": "export", "form": "XLSX"})
    with ZipFile(BytesIO(book.content)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        words = sheet + "".join(
            parts.read(name).decode() for name in parts.namelist() if "sharedStrings" in name
        )
    assert all(code in words for code in codes)
    assert AccessLog.objects.filter(act="register.exported").count() == 2


def test_a_long_book_is_made_in_the_background(
    browser: SignIn,
    receive: Receive,
    monkeypatch: pytest.MonkeyPatch,
    settings: Any,
    tmp_path: Path,
) -> None:
    settings.EXPORTED_FILES = tmp_path
    monkeypatch.setattr(views, "AT_ONCE_MAX", 1)
    receive()
    receive()
    client = browser("vanthu")
    page = client.post(BOOK, {"do": "export", "form": "XLSX"})
    assert page.status_code == 302
    run = ExportRun.objects.get()
    address = f"/exports/{run.pk}/"
    assert page["Location"] == address
    ExportRun.objects.update(finished_at=None, outcome="", done=0, attempt=0)
    assert client.get(f"{address}file.bin").status_code == 404
    assert "Có thể sang trang khác" in text_of(client.get(address))
    work_on_export(run.pk, now=lambda: PLAIN_MORNING)
    assert place_of(run.pk, 1).is_file()
    assert "Tải tệp" in text_of(client.get(address))
    fetched = client.get(f"{address}file.bin")
    content = b"".join(fetched.streaming_content)  # type: ignore[attr-defined]
    assert content.startswith(b"PK")
    assert browser("lanhdao").get(address).status_code == 404
    assert sweep_exports(at=NEW_YEAR) == 1
    assert client.get(f"{address}file.bin").status_code == 404
    assert list(tmp_path.iterdir()) == []


def test_who_may_not_export_gets_no_file(browser: SignIn, receive: Receive) -> None:
    receive()
    assert browser("tiepnhan1").post(BOOK, {"do": "export", "form": "PDF"}).status_code == 404
    assert "XLSX cả năm" not in text_of(browser("tiepnhan1").get(BOOK))


def test_a_year_is_closed_with_its_meaning_and_checked_again(
    browser: SignIn, receive: Receive, next_year: Any
) -> None:
    code = receive()
    client = browser("vanthu")
    assert "chưa hết" in text_of(client.get(f"{BOOK}closing/"))
    next_year()
    client = browser("vanthu")
    assert "Không mở lại được" in text_of(client.get(f"{BOOK}closing/"))
    assert client.post(f"{BOOK}closing/", {"do": "close"}).status_code == 422
    assert client.post(f"{BOOK}closing/", {"do": "close", "sure": "on"}).status_code == 302
    digest = DossierRegister.objects.get(year=2026).digest
    checked = text_of(client.get(f"{BOOK}closing/", {"check": "1"}))
    assert digest in checked
    assert "khớp với lúc khóa sổ" in checked
    assert list(register_flaws()) == []
    Dossier.objects.filter(code=code).update(channel="ONLINE")
    assert "Không khớp" in text_of(client.get(f"{BOOK}closing/", {"check": "1"}))
    (flaw,) = register_flaws()
    assert flaw.fields == ("lines",)
    assert client.post(f"{BOOK}closing/", {"do": "close", "sure": "on"}).status_code == 422


def test_rows_that_say_otherwise_than_the_closing_are_named(
    browser: SignIn, receive: Receive, next_year: Any
) -> None:
    receive()
    next_year()
    client = browser("vanthu")
    client.post(f"{BOOK}closing/", {"do": "close", "sure": "on"})
    DossierRegister.objects.update(last=7, digest="0" * 64)
    (flaw,) = register_flaws()
    assert flaw.fields == ("digest", "entries")
    DossierRegister.objects.update(closed_at=None)
    (reopened,) = register_flaws()
    assert reopened.fields == ("closing",)
    DossierRegister.objects.all().delete()
    (gone,) = register_flaws()
    assert gone.fields == ("row",)


def test_only_the_clerk_closes(browser: SignIn, receive: Receive, next_year: Any) -> None:
    receive()
    next_year()
    client = browser("tiepnhan1")
    assert client.post(f"{BOOK}closing/", {"do": "close", "sure": "on"}).status_code == 404
    assert not DossierRegister.objects.exclude(closed_at=None).exists()


def test_books_that_are_not_there(browser: SignIn, receive: Receive) -> None:
    receive()
    client = browser("vanthu")
    for address in ("/registers/1999/", f"/registers/{10**20}/", f"{BOOK}?agency=999999"):
        assert client.get(address).status_code == 404
    assert client.get(BOOK, {"cursor": "x"}).status_code == 302
    assert browser("quantri").get(BOOK).status_code == 404


def test_a_page_of_the_book_costs_the_same_however_many_lines(
    browser: SignIn, receive: Receive
) -> None:
    client = browser("vanthu")

    def cost() -> int:
        client.get(BOOK)
        with CaptureQueriesContext(connection) as asked:
            client.get(BOOK)
        return len(asked)

    bring(receive(), Stage.RETURNED)
    one = cost()
    for _number in range(3):
        bring(receive(), Stage.RETURNED)
    assert cost() == one
    assert one == 15


def test_the_list_of_books_says_which_are_closed(browser: SignIn, receive: Receive) -> None:
    receive(at=datetime.combine(date(2026, 6, 9), PLAIN_MORNING.time(), tzinfo=ZONE))
    assert "Đang mở" in text_of(browser("vanthu").get("/registers/"))
