"""Anybody who holds a paper learns whether the office issued it; nobody learns anything else."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from motcua.dossiers import inputs
from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.models import Dossier, DossierFile
from motcua.dossiers.papers_filled.filling import Wanted, fill, printed
from motcua.dossiers.papers_filled.genuine import check_paper
from motcua.dossiers.rules.paper_checks import KINDS, LETTERS, check_of, is_right, read_check
from motcua.dossiers.vocabulary import Act, FileKind, Party, PartyRole, ReceptionInput, Stage
from motcua.kernel.pacing import Pace
from motcua.ledger.queries import facts_about
from motcua.papers.vocabulary import PaperKind, SlipCopy
from motcua.portal import pacing
from motcua.portal.checking import views
from motcua.procedures.queries.catalogue import version_in_force
from tests.support.acts import attach, bring, do
from tests.support.clock import PLAIN_MORNING, PLAIN_WEDNESDAY
from tests.support.papers_sent import a_pdf
from tests.support.working_office import BIRTH_AGAIN, officer

NAME = "Nguyễn Thị Hồng Nhung"
SITE = "http://testserver"
digests = st.text("0123456789abcdef", min_size=64, max_size=64)


@pytest.fixture
def code(standing: None, now: datetime) -> str:
    pacing.misses.forget_all()
    views.files_asked.forget_all()
    detail = version_in_force(BIRTH_AGAIN, PLAIN_WEDNESDAY)
    assert detail is not None
    owner = Party(role=PartyRole.OWNER, name=NAME, personal_id="001195001234")
    given = ReceptionInput(
        procedure_version_id=detail.version_id, parties=(owner,), complete_confirmed=True
    )
    return receive_dossier(actor=officer("tiepnhan1"), at=PLAIN_MORNING, given=given).code


def mark_of(code: str, kind: PaperKind = PaperKind.SLIP, seq: int = 1) -> str:
    facts = facts_about("dossier", Dossier.objects.get(code=code).pk)
    return check_of(kind, seq, facts[seq - 1].digest).text


def slip_pdf(code: str, copies: tuple[SlipCopy, ...] = (SlipCopy.APPLICANT,)) -> bytes:
    wanted = Wanted(kind=PaperKind.SLIP, address=SITE, copies=copies)
    return printed(fill(officer("tiepnhan1"), code, wanted))


def sent(body: bytes) -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile("giay.pdf", body, "application/pdf")}


# -- the code


@given(st.sampled_from(sorted(KINDS)), st.integers(1, 9999), digests)
def test_a_code_is_read_as_it_is_printed(letters: str, seq: int, digest: str) -> None:
    check = check_of(KINDS[letters], seq, digest)
    assert read_check(check.text) == check
    assert read_check(check.text.lower().replace("-", " ")) == check
    assert is_right(check, digest)
    assert re.fullmatch(rf"{letters}{seq}(-[{LETTERS}]{{4}}){{3}}", check.text)


@given(digests, digests)
def test_the_code_of_another_fact_is_wrong(digest: str, other: str) -> None:
    check = check_of(PaperKind.SLIP, 1, digest)
    assert is_right(check, other) == (digest == other)


@given(st.text(max_size=60))
def test_any_text_is_read_or_is_no_code(typed: str) -> None:
    check = read_check(typed)
    assert check is None or read_check(check.text) == check


# -- the page


def test_a_slip_is_genuine_and_nobody_is_named(client: Client, code: str) -> None:
    text = client.get(f"/kiem-tra/{code}/{mark_of(code)}").content.decode()
    assert "Giấy này đúng do cơ quan cấp" in text
    assert "Giấy tiếp nhận hồ sơ và hẹn trả kết quả" in text
    assert "09:00 10/06/2026" in text
    assert NAME not in text
    assert "001195001234" not in text


def test_the_slips_own_qr_code_leads_there(client: Client, code: str) -> None:
    text = client.get(f"/ho-so/{code}?giay={mark_of(code)}").content.decode()
    assert f'href="/kiem-tra/{code}/{mark_of(code)}"' in text


def test_a_code_typed_with_spaces_and_small_letters_is_found(client: Client, code: str) -> None:
    typed = mark_of(code).lower().replace("-", " ")
    answer = client.get("/kiem-tra/", {"ma": f" {code.lower()} ", "giay": typed}, follow=True)
    assert "Giấy này đúng do cơ quan cấp" in answer.content.decode()


def test_whatever_is_wrong_the_answer_is_the_same(client: Client, code: str) -> None:
    right = mark_of(code)
    wrong = right[:-1] + ("0" if right[-1] != "0" else "1")
    asked = [
        (code, wrong),
        (code, "TN1-0000-0000-0000"),
        (code, right.replace("TN1", "TN2")),
        (code, right.replace("TN1", "TK1")),
        ("H26.45-260610-9999", right),
    ]
    pages = []
    for of_dossier, mark in asked:
        answer = client.get(f"/kiem-tra/{of_dossier}/{mark}")
        assert answer.status_code == 404
        pages.append(answer.content.decode().replace(of_dossier, "").replace(mark, ""))
    assert len(set(pages)) == 1


def test_a_paper_that_was_never_given_is_not_genuine(code: str) -> None:
    facts = facts_about("dossier", Dossier.objects.get(code=code).pk)
    made_up = check_of(PaperKind.RETURN_RECEIPT, 1, facts[0].digest)
    assert check_paper(code, made_up.text) is None


def test_a_slip_with_a_newer_one_says_so(client: Client, code: str) -> None:
    bring(code, Stage.SUPPLEMENT_REQUESTED)
    before = check_paper(code, mark_of(code))
    assert before is not None
    assert before.replaced_at is None
    history = mark_of(code, PaperKind.PROCESSING_HISTORY, 1)
    text = client.get(f"/kiem-tra/{code}/{history}").content.decode()
    assert "đã có giấy mới hơn" in text


def test_guessing_is_paced_together_with_codes_of_dossiers(
    client: Client, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pacing, "misses", Pace(2))
    for number in range(2):
        assert client.get(f"/kiem-tra/{code}/TN1-0000-0000-000{number}").status_code == 404
    answer = client.get(f"/kiem-tra/{code}/{mark_of(code)}")
    assert (answer.status_code, "Retry-After" in answer) == (429, True)


# -- files


@pytest.mark.parametrize(
    "copies", [(SlipCopy.APPLICANT,), (SlipCopy.OFFICE,), (SlipCopy.APPLICANT, SlipCopy.OFFICE)]
)
def test_the_very_file_of_a_slip_is_known_again(
    client: Client, code: str, copies: tuple[SlipCopy, ...]
) -> None:
    path = f"/kiem-tra/{code}/{mark_of(code)}"
    same = client.post(path, sent(slip_pdf(code, copies)))
    assert "Tệp giống hệt giấy của cơ quan" in same.content.decode()


def test_a_file_with_one_letter_changed_is_not(client: Client, code: str) -> None:
    path, pdf = f"/kiem-tra/{code}/{mark_of(code)}", slip_pdf(code)
    answer = client.post(path, sent(pdf[:-10] + b"x" + pdf[-9:]))
    assert "Tệp không giống giấy của cơ quan" in answer.content.decode()


def test_no_file_is_told_beside_the_box(client: Client, code: str) -> None:
    for path in (f"/kiem-tra/{code}/{mark_of(code)}", "/kiem-tra/tep/"):
        answer = client.post(path)
        assert answer.status_code == 422
        assert "Chưa chọn tệp" in answer.content.decode()


def test_a_file_that_nobody_gave_out_is_no_result(client: Client, code: str) -> None:
    answer = client.post("/kiem-tra/tep/", sent(b"%PDF-1.7 x"))
    assert "Không thấy tệp này trong các kết quả cơ quan đã cấp" in answer.content.decode()


def test_files_are_compared_at_a_measured_pace(
    client: Client, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "files_asked", Pace(1))
    assert client.post("/kiem-tra/tep/", sent(b"%PDF-1.7 x")).status_code == 200
    answer = client.post("/kiem-tra/tep/", {"file": BytesIO(b"%PDF-1.7 x")})
    assert answer.status_code == 422
    assert "Hãy chờ một phút" in answer.content.decode()


@pytest.fixture
def result(code: str) -> bytes:
    """A result that was issued, and its very bytes."""
    content = a_pdf("Giấy khai sinh")
    attach(code, content, by="tiepnhan1")
    bring(code, Stage.DECIDED)
    digest = hashlib.sha256(content).hexdigest()
    DossierFile.objects.filter(digest=digest).update(kind=str(FileKind.RESULT))
    do(code, Act.ISSUE_RESULT, inputs.IssueResult(document_number="12/GKS", digests=(digest,)))
    return content


def test_the_file_of_an_issued_result_is_known(client: Client, code: str, result: bytes) -> None:
    text = client.post("/kiem-tra/tep/", sent(result)).content.decode()
    assert "Tệp này đúng do cơ quan cấp" in text
    assert "12/GKS" in text
    assert code in text
    assert NAME not in text


def test_a_file_of_a_dossier_that_is_no_result_is_told_to_nobody(client: Client, code: str) -> None:
    content = a_pdf("Giấy tờ")
    attach(code, content)
    text = client.post("/kiem-tra/tep/", sent(content)).content.decode()
    assert "Không thấy tệp này trong các kết quả cơ quan đã cấp" in text
    assert code not in text
