"""Signed, issued and handed back by those whose it is; struck through; the year closed."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.db import IntegrityError, connection, transaction

from motcua.certifications.commands.advance import (
    AT_ONCE_MAX,
    CertificationDeclined,
    StepsAtOnceFaulty,
)
from motcua.certifications.commands.cancel import (
    AlreadyCancelled,
    ReasonFaulty,
    cancel_certification,
)
from motcua.certifications.commands.close_book import (
    BookNotOver,
    BookUnknown,
    close_certification_book,
)
from motcua.certifications.commands.enter import BookClosed
from motcua.certifications.models import CertificationBook
from motcua.certifications.queries.entries import (
    RegisterFilter,
    entries_of,
    entries_of_dossier,
    entry_detail,
)
from motcua.certifications.queries.paper import register_paper
from motcua.certifications.queries.totals import totals_by_day, totals_by_month, whole
from motcua.certifications.queries.waiting import waiting_for
from motcua.certifications.vocabulary import BookKind, Step
from motcua.certifications.workbook import render_certifications_xlsx
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.deciding import decide_dossier, issue_result
from motcua.dossiers.inputs import Decide, IssueResult
from motcua.dossiers.queries.detail import dossier_detail
from motcua.dossiers.vocabulary import Decision, Stage
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.papers.rendering import render
from motcua.papers.vocabulary import PaperKind
from tests.papers.reading import text_of
from tests.support.certifying import (
    CLERK,
    DESK,
    HANDLER,
    LEADER,
    SIGNATURE,
    document,
    enter,
    step,
    through,
    who,
)
from tests.support.clock import PLAIN_MORNING

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("proved")]
NEXT_YEAR = PLAIN_MORNING + timedelta(days=365)
COPIES = RegisterFilter(year=2026, kind=BookKind.COPY)


def cancel(certification_id: int, reason: str = "Ghi nhầm tên", by: str = DESK) -> None:
    cancel_certification(
        actor=who(by), at=PLAIN_MORNING, certification_id=certification_id, reason=reason
    )


def close(at: Any = NEXT_YEAR, by: str = CLERK, kind: BookKind = BookKind.COPY) -> int:
    return close_certification_book(actor=who(by, at), at=at, year=2026, kind=kind)


def test_it_goes_from_the_desk_to_the_leader_the_clerk_and_back() -> None:
    made = enter(document(), document("Căn cước"))
    through(made.dossier_code)
    detail = dossier_detail(who(), made.dossier_code)
    assert detail.stage is Stage.RETURNED
    assert detail.results[-1]["document_number"] == "1–2/2026"
    rows = entries_of_dossier(who(), made.dossier_code)
    assert {row.signer_name for row in rows} == {detail.results[-1]["decided_by"]}
    assert {row.certified_at for row in rows} == {PLAIN_MORNING}


def test_each_officer_is_offered_the_step_that_is_his() -> None:
    made = enter()
    steps = []
    for username, which in (
        (HANDLER, Step.SUBMIT), (LEADER, Step.SIGN), (CLERK, Step.ISSUE), (DESK, Step.RETURN),
    ):  # fmt: skip
        (row,) = waiting_for(who(username), PLAIN_MORNING)
        steps.append((row.step, row.may))
        step(which, [made.dossier_code], by=username)
    assert steps == [(which, True) for which in Step]
    assert waiting_for(who(), PLAIN_MORNING) == ()


def test_many_are_signed_at_once_and_one_that_cannot_holds_up_no_other() -> None:
    codes = [enter().dossier_code for _number in range(3)]
    step(Step.SUBMIT, codes[:1] + codes[2:], by=HANDLER)
    outcomes = step(Step.SIGN, codes, by=LEADER)
    refused = [one.refusal.code if one.refusal else "" for one in outcomes]
    assert refused == ["", "certification-not-ready", ""]


def test_a_step_of_somebody_else_is_refused() -> None:
    code = enter().dossier_code
    (outcome,) = step(Step.SUBMIT, [code], by=DESK)
    assert outcome.refusal is not None
    (unknown,) = step(Step.SUBMIT, ["H26-0000"], by=HANDLER)
    assert unknown.refusal is not None


@pytest.mark.parametrize("count", [0, AT_ONCE_MAX + 1])
def test_a_bounded_number_goes_at_once(count: int) -> None:
    with pytest.raises(StepsAtOnceFaulty):
        step(Step.SIGN, [str(number) for number in range(count)], by=LEADER)


def test_issued_through_the_dossier_it_counts_as_certified_all_the_same() -> None:
    made = enter(code=SIGNATURE, signer_name="Trần Văn Ký")
    through(made.dossier_code, until=Step.SIGN)
    (row,) = entries_of_dossier(who(), made.dossier_code)
    assert (row.certified_at, row.signer_name) == (None, "Trần Văn Ký")
    issue_result(Asked(actor=who(CLERK), at=PLAIN_MORNING, code=made.dossier_code), IssueResult())
    (row,) = entries_of_dossier(who(), made.dossier_code)
    assert row.certified_at == PLAIN_MORNING


def test_what_the_leader_declines_is_not_stamped() -> None:
    made = enter()
    through(made.dossier_code, until=Step.SUBMIT)
    asked = Asked(actor=who(LEADER), at=PLAIN_MORNING, code=made.dossier_code)
    decide_dossier(asked, Decide(decision=Decision.DECLINED, grounds="Bản chính bị sửa"))
    (outcome,) = step(Step.ISSUE, [made.dossier_code], by=CLERK)
    assert isinstance(outcome.refusal, CertificationDeclined)
    issue_result(Asked(actor=who(CLERK), at=PLAIN_MORNING, code=made.dossier_code), IssueResult())
    (row,) = entries_of_dossier(who(), made.dossier_code)
    assert row.certified_at is None


def test_a_canceled_entry_keeps_its_number_and_is_left_out_of_totals() -> None:
    first, second = enter(), enter(document(pages=3, copies=2))
    cancel(first.ids[0])
    assert enter().numbers == (3,)
    rows = entries_of(who(), COPIES).rows
    assert [(row.number, row.is_void) for row in rows] == [(3, False), (2, False), (1, True)]
    total = whole(totals_by_month(who(), COPIES))
    assert (total.documents, total.copies, total.fee_vnd) == (2, 3, 2_000 + second.fee_vnd)
    (day,) = totals_by_day(who(), COPIES)
    assert day.fee_vnd == total.fee_vnd


def test_an_entry_is_canceled_once_with_a_reason_by_the_desk() -> None:
    (entry,) = enter().ids
    with pytest.raises(ReasonFaulty):
        cancel(entry, "  ")
    with pytest.raises(ReasonFaulty):
        cancel(entry, "x" * 301)
    with pytest.raises(NotPermitted):
        cancel(entry, by=LEADER)
    with pytest.raises(NotFound):
        cancel(entry + 1)
    cancel(entry)
    with pytest.raises(AlreadyCancelled):
        cancel(entry)
    detail = entry_detail(who(), entry)
    assert (detail.row.reason, detail.may_cancel) == ("Ghi nhầm tên", False)


def test_what_was_canceled_is_not_issued() -> None:
    made = enter()
    through(made.dossier_code, until=Step.SIGN)
    cancel(made.ids[0])
    (outcome,) = step(Step.ISSUE, [made.dossier_code], by=CLERK)
    assert outcome.refusal is not None


def test_a_closed_book_takes_no_entry_and_changes_no_more() -> None:
    made = enter()
    assert close() == 1
    book = CertificationBook.objects.get()
    assert len(book.digest) == 64
    with pytest.raises(BookClosed):
        close()
    with pytest.raises(BookClosed):
        cancel(made.ids[0])
    with pytest.raises(BookClosed):
        enter()
    assert enter(at=NEXT_YEAR).numbers == (1,)


def test_only_the_clerk_closes_and_only_a_year_that_is_over() -> None:
    enter()
    with pytest.raises(NotPermitted):
        close(by=DESK)
    with pytest.raises(BookNotOver):
        close(at=PLAIN_MORNING)
    with pytest.raises(BookUnknown):
        close(kind=BookKind.SIGNATURE)


def test_a_closed_book_stands_still_in_the_database() -> None:
    enter()
    close()
    statement = "UPDATE certifications_certificationbook SET last = 9"
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_register_is_found_by_person_document_and_number() -> None:
    enter(document("Học bạ lớp 12"), document("Căn cước"))
    asked = {"hoc ba": 1, "can cuoc": 2, "nhung": 2, "001185012345": 2}
    rows = {
        text: entries_of(who(), RegisterFilter(year=2026, kind=BookKind.COPY, text=text)).rows
        for text in asked
    }
    assert rows["hoc ba"][0].number == 1
    assert rows["can cuoc"][0].number == 2
    assert len(rows["nhung"]) == len(rows["001185012345"]) == 2


def test_the_printed_register_says_what_the_register_says() -> None:
    first = enter(document("Giấy khai sinh", pages=2, copies=3))
    enter(document("Căn cước"))
    cancel(first.ids[0])
    close()
    which = RegisterFilter(year=2026, kind=BookKind.COPY, agency_id=who().agency_id)
    data = register_paper(who(), NEXT_YEAR, which)
    assert data.closing is not None
    assert (data.closing.first_number, data.closing.last_number) == ("1", "2")
    text = text_of(render(PaperKind.CERTIFICATION_REGISTER, data))
    assert "ĐÃ HỦY: Ghi nhầm tên" in " ".join(text.split())
    sheet = ZipFile(BytesIO(render_certifications_xlsx(data))).read("xl/worksheets/sheet1.xml")
    sums = [f"<v>{number}</v>" for number in (1, 1, 2_000)]
    assert "ĐÃ HỦY: Ghi nhầm tên" in sheet.decode()
    assert all(one in sheet.decode().rpartition("<row")[2] for one in sums)


def test_an_empty_register_is_not_printed() -> None:
    with pytest.raises(NotFound):
        register_paper(who(), PLAIN_MORNING, COPIES)
