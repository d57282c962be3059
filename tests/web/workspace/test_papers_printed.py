"""The papers of a dossier at the browser: listed, printed, many at once; each printing leaves a trace."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import get_args

import orjson
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfReader

from motcua.api.v1.shapes.papers import KINDS
from motcua.audit.models import AccessLog
from motcua.dossiers import inputs
from motcua.dossiers.commands.bulk import begin_bulk, work_on
from motcua.dossiers.models import PrintRun
from motcua.dossiers.papers_filled.giving import PRINTED, SLUGS
from motcua.dossiers.papers_filled.many import (
    KEPT_FOR,
    begin_printing,
    go_on_printing,
    sweep_prints,
)
from motcua.dossiers.queries.bulk import chosen
from motcua.dossiers.vocabulary import Act, Stage
from motcua.kernel.actor import Door
from motcua.papers.vocabulary import PaperKind
from tests.papers.reading import page_sizes_mm, page_texts
from tests.papers.reading import text_of as words_on
from tests.support.acts import bring, do, receive_elsewhere
from tests.support.clock import PLAIN_MORNING
from tests.support.working_office import officer
from tests.web.workspace.conftest import Receive, SignIn, text_of

APOLOGY = inputs.Extend(to_day=date(2026, 6, 22), reason="Chờ cơ quan phối hợp trả lời")


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path) -> None:  # type: ignore[no-untyped-def]
    """Files of this test lie in its own folder."""
    settings.DATA = tmp_path


def printed_notes() -> list[dict[str, object]]:
    notes = AccessLog.objects.filter(act="paper.printed").order_by("id")
    return [orjson.loads(note.detail) for note in notes]


def test_the_page_lists_the_papers_of_what_was_done(browser: SignIn, receive: Receive) -> None:
    code = bring(receive(), Stage.SUPPLEMENT_REQUESTED)
    page = text_of(browser("tiepnhan1").get(f"/dossiers/{code}/papers/"))
    assert "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ" in page
    assert "Giấy tiếp nhận hồ sơ và hẹn trả kết quả" in page
    assert "Phiếu kiểm soát quá trình giải quyết hồ sơ" in page
    assert "Thông báo dừng" not in page
    assert f"/dossiers/{code}/papers/supplement-request.pdf?seq=3&amp;size=A5" in page


def test_a_paper_opens_in_the_size_asked_for_and_leaves_a_trace(
    browser: SignIn, receive: Receive
) -> None:
    code = bring(receive(), Stage.SUPPLEMENT_REQUESTED)
    client = browser("tiepnhan1")
    answer = client.get(f"/dossiers/{code}/papers/supplement-request.pdf?size=A4")
    assert answer["Content-Type"] == "application/pdf"
    assert page_sizes_mm(answer.content) == [(210, 297)]
    assert "Ký tên vào tờ khai" in words_on(answer.content)
    assert printed_notes() == [{"paper": "SUPPLEMENT_REQUEST", "code": code, "seq": 3}]


@pytest.mark.parametrize(
    "path",
    ["apology.pdf", "slip.pdf?seq=2", "slip.pdf?seq=99", "nothing.pdf", "fee-receipt.pdf"],
)
def test_what_the_dossier_does_not_give_is_not_there(
    browser: SignIn, receive: Receive, path: str
) -> None:
    code = bring(receive(), Stage.PROCESSING)
    assert browser("tiepnhan1").get(f"/dossiers/{code}/papers/{path}").status_code == 404


@pytest.mark.parametrize("path", ["", "slip.pdf", "control-slip.pdf"])
def test_papers_are_for_those_who_may_print_and_see_the_dossier(
    browser: SignIn, receive: Receive, path: str
) -> None:
    code = receive()
    assert browser("thuly2").get(f"/dossiers/{code}/papers/{path}").status_code == 404
    assert browser("quantri").get(f"/dossiers/{code}/papers/{path}").status_code == 404
    assert browser("thuly1").get(f"/dossiers/{code}/papers/{path}").status_code == 200


def test_who_looks_after_the_office_prints_what_was_done_and_leaves_a_trace(
    browser: SignIn, receive: Receive
) -> None:
    code = receive()
    inspector = browser("giamsat")
    assert f'href="/dossiers/{code}/papers/"' in text_of(inspector.get(f"/dossiers/{code}/"))
    assert "Phiếu kiểm soát" in text_of(inspector.get(f"/dossiers/{code}/papers/"))
    paper = inspector.get(f"/dossiers/{code}/papers/control-slip.pdf")
    assert code in words_on(paper.content)
    assert printed_notes() == [{"paper": "CONTROL_SLIP", "code": code, "seq": 1}]
    assert inspector.get("/hand-over-lists/").status_code == 404


def test_the_dossier_leads_to_its_papers(browser: SignIn, receive: Receive) -> None:
    code = receive()
    assert f'href="/dossiers/{code}/papers/"' in text_of(
        browser("tiepnhan1").get(f"/dossiers/{code}/")
    )


def test_after_an_act_its_paper_is_one_press_away(browser: SignIn, receive: Receive) -> None:
    code = bring(receive(), Stage.PROCESSING)
    form = {
        "do": "apply",
        "request_key": "00000000-0000-4000-8000-000000000001",
        "seen_version": "2",
        "to_day": "22/06/2026",
        "reason": "Chờ trả lời",
    }
    sent = browser("lanhdao").post(f"/dossiers/{code}/acts/extend/", form, follow=True)
    assert f"/dossiers/{code}/papers/apology.pdf" in text_of(sent)


@pytest.fixture
def apologized(receive: Receive) -> list[str]:
    codes = [bring(receive(owner), Stage.PROCESSING) for owner in ("Trần Thị Một", "Lê Văn Hai")]
    for code in codes:
        do(code, Act.EXTEND, APOLOGY, by="lanhdao")
    return codes


def test_letters_of_apology_of_many_are_one_file_in_the_order_asked(
    browser: SignIn, apologized: list[str]
) -> None:
    asked = {"kind": "apology", "codes": "\n".join(reversed(apologized)), "size": "A5"}
    answer = browser("lanhdao").post("/papers/print/", asked)
    assert answer["Content-Type"] == "application/pdf"
    first, second = page_texts(answer.content)
    assert "Lê Văn Hai" in first
    assert "Trần Thị Một" in second
    assert printed_notes() == [{"paper": "APOLOGY", "codes": apologized[::-1]}]


def test_who_gives_no_such_paper_is_told_before_the_others_are_printed(
    browser: SignIn, receive: Receive, apologized: list[str]
) -> None:
    other = receive()
    client = browser("lanhdao")
    asked = {"kind": "apology", "codes": f"{apologized[0]} {other}, H26.45-999999-0001"}
    told = client.post("/papers/print/", asked)
    assert told.status_code == 422
    page = text_of(told)
    assert "Có hồ sơ không in được giấy này" in page
    assert "H26.45-999999-0001" in page
    assert "In 1 giấy còn lại" in page
    assert printed_notes() == []
    rest = client.post("/papers/print/", {**asked, "skip": "1"})
    assert len(page_texts(rest.content)) == 1


def test_a_bulk_run_leads_to_its_letters(browser: SignIn, receive: Receive) -> None:
    codes = [bring(receive(owner), Stage.PROCESSING) for owner in ("Trần Thị Một", "Lê Văn Hai")]
    actor = officer("lanhdao", door=Door.PAGE)
    picked = chosen(actor, tuple(codes), Act.EXTEND)
    run_id = begin_bulk(actor=actor, at=PLAIN_MORNING, act=Act.EXTEND, given=APOLOGY, chosen=picked)
    work_on(run_id, at=PLAIN_MORNING)
    page = text_of(browser("lanhdao").get(reverse("workspace:work-run", args=[run_id])))
    assert 'action="/papers/print/"' in page
    assert '<input type="hidden" name="kind" value="apology">' in page
    form = {"kind": "apology", "chosen": codes}
    letters = browser("lanhdao").post("/papers/print/", form)
    assert len(page_texts(letters.content)) == 2


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"kind": "", "codes": "H26.45-260610-0001"}, "Chưa chọn loại giấy"),
        ({"kind": "group-slip", "codes": "H26.45-260610-0001"}, "Chưa chọn loại giấy"),
        ({"kind": "slip", "codes": " ; "}, "Chọn từ 1 đến 200 hồ sơ."),
        ({"kind": "slip", "codes": " ".join(map(str, range(201)))}, "Chọn từ 1 đến 200 hồ sơ."),
    ],
)
def test_what_is_asked_wrongly_is_told_and_kept(
    browser: SignIn, asked: dict[str, str], words: str
) -> None:
    answer = browser("tiepnhan1").post("/papers/print/", asked)
    assert answer.status_code == 422
    assert words in text_of(answer)
    assert asked["codes"].strip()[:20] in text_of(answer)


def test_a_long_list_is_drawn_behind_and_waits_for_whoever_asked(
    browser: SignIn, receive: Receive
) -> None:
    codes = [receive(f"Người Số {number}") for number in range(3)]
    unknown = [f"H26.45-990101-{number:04d}" for number in range(1, 50)]
    client = browser("tiepnhan1")
    asked = {"kind": "slip", "codes": "\n".join([*codes, *unknown])}
    begun = client.post("/papers/print/", asked)
    run = PrintRun.objects.get()
    assert begun["Location"] == f"/papers/print/{run.pk}/"
    go_on_printing(run.pk, at=PLAIN_MORNING)
    page = text_of(client.get(begun["Location"]))
    assert "Mở tệp in (3 giấy)" in page
    assert unknown[0] in page
    answer = client.get(f"/papers/print/{run.pk}/papers.pdf")
    assert len(PdfReader(BytesIO(answer.content)).pages) == 3
    assert printed_notes()[-1] == {"paper": "SLIP", "codes": codes}
    assert browser("tiepnhan2").get(begun["Location"]).status_code == 404
    assert browser("tiepnhan2").get(f"/papers/print/{run.pk}/papers.pdf").status_code == 404


def test_nobody_waits_for_a_worker_that_stands_still(browser: SignIn, receive: Receive) -> None:
    run_id = begin_printing(
        actor=officer("tiepnhan1"),
        at=PLAIN_MORNING,
        kind=PaperKind.SLIP,
        size=None,
        codes=(receive(),),
    )
    client = browser("tiepnhan1")
    assert "Không chờ, làm ngay" in text_of(client.get(f"/papers/print/{run_id}/"))
    assert "Mở tệp in (1 giấy)" in text_of(client.post(f"/papers/print/{run_id}/", follow=True))


def test_a_file_nobody_fetched_is_thrown_away_with_its_run(
    receive: Receive, tmp_path: Path
) -> None:
    one = receive()
    asked = {"actor": officer("tiepnhan1"), "kind": PaperKind.SLIP, "size": None, "codes": (one,)}
    first = begin_printing(at=PLAIN_MORNING, **asked)  # type: ignore[arg-type]
    go_on_printing(first, at=PLAIN_MORNING)
    assert sweep_prints(at=PLAIN_MORNING + KEPT_FOR) == 0
    assert (tmp_path / "prints" / f"{first}.pdf").exists()
    later = PLAIN_MORNING + KEPT_FOR + timedelta(minutes=1)
    second = begin_printing(at=later, **asked)  # type: ignore[arg-type]
    assert list(PrintRun.objects.values_list("id", flat=True)) == [second]
    assert not (tmp_path / "prints" / f"{first}.pdf").exists()


def test_a_slip_for_another_agency_says_whose_and_when_its_date_begins(
    browser: SignIn, standing: None
) -> None:
    code = receive_elsewhere()
    text = words_on(browser("tiepnhan1").get(f"/dossiers/{code}/papers/slip.pdf").content)
    assert "Dự kiến" in text
    assert "khi cơ quan có thẩm quyền nhận hồ sơ ngay" in text
    assert "Cơ quan giải quyết: Ủy ban nhân dân xã Gia Lâm" in text
    assert "thời hạn tính từ khi cơ quan này nhận hồ sơ" in text


def test_a_paper_costs_what_it_cost(browser: SignIn, receive: Receive) -> None:
    code = bring(receive(), Stage.RETURNED)
    client = browser("tiepnhan1")
    counts = {}
    for kind in ("slip", "return-receipt", "control-slip", "processing-history"):
        path = f"/dossiers/{code}/papers/{kind}.pdf"
        client.get(path)
        with CaptureQueriesContext(connection) as asked:
            client.get(path)
        counts[kind] = len(asked)
    assert counts == {
        "slip": 10,
        "return-receipt": 10,
        "control-slip": 10,
        "processing-history": 10,
    }


def test_pages_and_the_api_know_the_same_kinds() -> None:
    assert set(get_args(KINDS)) == {SLUGS[kind] for kind in PRINTED}
