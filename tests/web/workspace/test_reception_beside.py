"""Beside the matter: another agency that settles it, the counter one sits at, scans, what waits."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.dossiers.commands.receive import register_dossier
from motcua.dossiers.models import Dossier, DossierFile
from motcua.dossiers.vocabulary import Party, PartyRole, ReceptionInput, Stage
from motcua.procedures.vocabulary import Channel
from tests.support.clock import at
from tests.support.counter_pages import (
    PAGE,
    TODAY,
    a_page,
    fields_of,
    problems_told,
    version_id_of,
)
from tests.support.offices import agency_id
from tests.support.papers_sent import a_pdf
from tests.support.working_office import BIRTH_AGAIN, CERTIFIED_COPY, officer
from tests.web.workspace.conftest import SignIn, text_of

CITY = "Ủy ban nhân dân thành phố Hà Nội"
PDF, OTHER_PDF = a_pdf("Một"), a_pdf("Hai")


@pytest.fixture
def counter(browser: SignIn) -> Any:
    return browser("tiepnhan1")


def test_agencies_of_the_province_are_found_by_name_without_accents(counter: Any) -> None:
    page = text_of(counter.get("/desk/agencies/", {"q": "uy ban thanh pho"}))
    assert f'data-text="{CITY}"' in page
    assert "Gia Lâm" not in page


@pytest.mark.parametrize("words", ["", "zzz", "%", "x" * 5000])
def test_words_that_name_no_agency_find_none(counter: Any, words: str) -> None:
    assert "data-value" not in text_of(counter.get("/desk/agencies/", {"q": words}))


def test_received_for_another_agency_its_date_does_not_run_yet(counter: Any) -> None:
    other = agency_id("thanh-pho-ha-noi")
    look = text_of(counter.post(PAGE, a_page(BIRTH_AGAIN, do="look", competent=str(other))))
    assert "Ước tính, nếu cơ quan đó nhận hôm nay" in look
    assert "Thời hạn tính từ khi cơ quan đó nhận hồ sơ" in look
    assert counter.post(PAGE, a_page(BIRTH_AGAIN, competent=str(other))).status_code == 302
    dossier = Dossier.objects.get()
    assert (dossier.stage, dossier.due_at) == (Stage.IN_TRANSIT, None)
    assert dossier.competent_agency_id == other


def test_without_a_script_the_agency_is_found_by_its_name(counter: Any) -> None:
    form = a_page(BIRTH_AGAIN, competent="") | {
        "competent-text": "uy ban thanh pho",
        "find": "competent",
    }
    fields = fields_of(text_of(counter.post(PAGE, form)))
    assert fields["competent"] == str(agency_id("thanh-pho-ha-noi"))
    assert fields["competent-text"] == CITY


def test_a_name_emptied_again_means_the_own_agency(counter: Any) -> None:
    other = str(agency_id("thanh-pho-ha-noi"))
    form = a_page(BIRTH_AGAIN, do="look", competent=other) | {
        "competent-was": other,
        "competent-text": "",
    }
    assert fields_of(text_of(counter.post(PAGE, form)))["competent"] == ""


@pytest.mark.parametrize("named", ["999999", "9" * 40, "-1", "abc"])
def test_an_agency_that_is_none_is_told(counter: Any, named: str) -> None:
    form = a_page(BIRTH_AGAIN, competent=named) | {"competent-text": "không có đâu"}
    answer = counter.post(PAGE, form)
    assert "id_competent" in problems_told(text_of(answer))
    assert Dossier.objects.count() == 0


def test_the_counter_is_kept_with_the_dossier_and_remembered(counter: Any) -> None:
    fields = fields_of(text_of(counter.get(PAGE)))
    assert fields["counter"] == ""
    page = text_of(counter.get(PAGE)).partition('name="counter"')[2]
    chosen = page.partition('<option value="')[2].partition('<option value="')[2].partition('"')[0]
    assert counter.post(PAGE, a_page(BIRTH_AGAIN, counter=chosen)).status_code == 302
    assert Dossier.objects.get().counter_id == int(chosen)
    assert fields_of(text_of(counter.get(PAGE)))["counter"] == chosen


@pytest.mark.parametrize("named", ["999999", "x", "9" * 50, "<b>"])
def test_a_counter_of_nobody_is_passed_over(counter: Any, named: str) -> None:
    counter.cookies["motcua-counter"] = named
    assert fields_of(text_of(counter.get(PAGE)))["counter"] == ""
    assert counter.post(PAGE, a_page(BIRTH_AGAIN, counter=named)).status_code == 302
    assert Dossier.objects.get().counter_id is None


@pytest.fixture(autouse=True)
def _files_of_their_own(settings: Any, tmp_path: Path) -> None:
    settings.STORED_FILES = tmp_path / "files"
    settings.UPLOAD_PARTS = tmp_path / "uploads"


def a_scan(name: str, body: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, body, content_type="application/pdf")


def test_scans_become_files_of_the_papers_their_numbers_name(counter: Any) -> None:
    scans = [a_scan("02 khai sinh.pdf"), a_scan("khac.pdf", OTHER_PDF)]
    answer = counter.post(PAGE, a_page(BIRTH_AGAIN) | {"scans": scans})
    assert answer.status_code == 302
    places = dict(DossierFile.objects.values_list("name", "paper_position"))
    assert places == {"02 khai sinh.pdf": 1, "khac.pdf": None}


def test_the_scan_of_the_only_paper_is_a_scan_of_that_paper(counter: Any) -> None:
    counter.post(PAGE, a_page(CERTIFIED_COPY) | {"scans": [a_scan("anh.pdf")]})
    assert DossierFile.objects.get().paper_position == 0


def test_a_scan_sent_with_a_faulty_page_is_not_lost(counter: Any) -> None:
    form = a_page(CERTIFIED_COPY, owner__name="") | {"scans": [a_scan("anh.pdf")]}
    page = text_of(counter.post(PAGE, form))
    fields = fields_of(page)
    assert fields["scans-token"]
    mended = fields | {"do": "receive", "owner-name": "Nguyễn Thị Hồng Nhung"}
    assert counter.post(PAGE, mended).status_code == 302
    assert DossierFile.objects.get().name == "anh.pdf"


def test_what_is_no_scan_is_told_and_the_dossier_is_received_without(counter: Any) -> None:
    form = a_page(CERTIFIED_COPY) | {"scans": [a_scan("virus.exe", b"MZ\x90\x00")]}
    answer = counter.post(PAGE, form)
    assert answer.status_code == 302
    assert "virus.exe" in text_of(counter.get(answer["Location"]))
    assert DossierFile.objects.count() == 0


def registered(moment: datetime, channel: Channel = Channel.ONLINE) -> str:
    given = ReceptionInput(
        procedure_version_id=version_id_of(BIRTH_AGAIN),
        channel=channel,
        parties=(Party(role=PartyRole.OWNER, name="Trần Văn Đạt"),),
    )
    return register_dossier(actor=officer("tiepnhan1", moment), at=moment, given=given).code


def test_what_waits_tells_until_when_it_is_to_be_answered(counter: Any) -> None:
    old, new = registered(at(TODAY.replace(day=8), "09:00")), registered(at(TODAY, "08:30"))
    page = text_of(counter.get("/desk/waiting/"))
    assert page.index(old) < page.index(new)
    assert "Quá hạn trả lời" in page
    assert "08:30 11/06/2026" in page
    assert f"/dossiers/{new}/acts/receive/" in page
    assert f"/dossiers/{new}/acts/ask-to-complete/" in page


def test_what_came_by_post_has_no_hours_of_its_own(counter: Any) -> None:
    registered(at(TODAY, "08:30"), Channel.POST)
    assert "Không có hạn riêng" in text_of(counter.get("/desk/waiting/"))


def test_what_is_received_waits_no_more(counter: Any) -> None:
    counter.post(PAGE, a_page(BIRTH_AGAIN))
    assert "Không có hồ sơ nào chờ tiếp nhận" in text_of(counter.get("/desk/waiting/"))


def test_only_the_counter_sees_what_waits(browser: SignIn) -> None:
    assert browser("quantri").get("/desk/waiting/").status_code == 404


def test_scans_of_several_matters_go_to_the_first(counter: Any) -> None:
    form = a_page(CERTIFIED_COPY, do="add") | {"scans": [a_scan("anh.pdf")]}
    fields = fields_of(text_of(counter.post(PAGE, form)))
    second = {name: value for name, value in a_page(BIRTH_AGAIN).items() if name != "request_key"}
    assert counter.post(PAGE, fields | second).status_code == 302
    file = DossierFile.objects.get()
    assert (file.dossier.code[-4:], file.paper_position) == ("0001", 0)
