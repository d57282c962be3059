"""Entering at the counter: numbers, fees, the dossier it also is, once only, every reason why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from motcua.certifications.commands.enter import enter_certification
from motcua.certifications.models import Certification, CertificationBook
from motcua.certifications.queries.entries import RegisterFilter, entries_of, entries_of_dossier
from motcua.certifications.rules.entering import (
    DOCUMENTS_MAX,
    CertificationRefused,
    NotForCertification,
)
from motcua.certifications.vocabulary import BookKind
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries.detail import dossier_detail
from motcua.dossiers.repeating import RequestKeyReused
from motcua.dossiers.vocabulary import Stage
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.recording import RequestKey
from tests.support.certifying import (
    COPY,
    LEADER,
    SIGNATURE,
    TRANSACTION,
    document,
    enter,
    given,
    who,
)
from tests.support.clock import PLAIN_MORNING
from tests.support.reception import BIRTH, OWNER

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("proved")]
A_YEAR = timedelta(days=365)


def test_each_document_has_the_next_number_and_copies_of_one_share_it() -> None:
    first = enter(document(copies=5), document("Căn cước", copies=2))
    second = enter()
    assert (first.numbers, second.numbers) == ((1, 2), (3,))
    rows = entries_of(who(), RegisterFilter(year=2026, kind=BookKind.COPY)).rows
    assert [(row.number, row.copies) for row in rows] == [(3, 1), (2, 2), (1, 5)]


def test_each_kind_and_each_year_has_its_own_book() -> None:
    kinds = [enter(code=code).numbers for code in (COPY, SIGNATURE, TRANSACTION, COPY)]
    assert kinds == [(1,), (1,), (1,), (2,)]
    assert enter(at=PLAIN_MORNING + A_YEAR).numbers == (1,)
    assert CertificationBook.objects.count() == 4


@pytest.mark.parametrize(
    ("code", "documents", "fees"),
    [
        (COPY, [(1, 1)], [2_000]),
        (COPY, [(2, 3), (1, 1)], [12_000, 2_000]),
        (COPY, [(5, 2)], [14_000]),
        (COPY, [(300, 1)], [200_000]),
        (SIGNATURE, [(1, 4), (2, 1)], [10_000, 10_000]),
        (TRANSACTION, [(3, 3)], [50_000]),
    ],
)
def test_the_fee_follows_pages_and_copies_by_the_rules_of_the_catalogue(
    code: str, documents: list[tuple[int, int]], fees: list[int]
) -> None:
    made = enter(*(document(pages=pages, copies=copies) for pages, copies in documents), code=code)
    rows = entries_of_dossier(who(), made.dossier_code)
    assert [row.fee_vnd for row in rows] == fees
    assert Dossier.objects.get().fee_total_vnd == made.fee_vnd == sum(fees)


def test_it_is_a_dossier_on_record_with_its_documents_as_papers() -> None:
    made = enter(document("Học bạ", copies=3), document("Căn cước"))
    detail = dossier_detail(who(), made.dossier_code)
    assert detail.stage is Stage.RECEIVED
    assert detail.owner.name == OWNER.name
    assert [(paper.name, paper.copies) for paper in detail.papers] == [
        ("Học bạ", 3),
        ("Căn cước", 1),
    ]
    assert detail.due_at is not None
    assert detail.due_at.date() == PLAIN_MORNING.date()


def test_the_same_request_enters_once() -> None:
    request = RequestKey("key", "digest")
    first, again = enter(request=request), enter(request=request)
    assert (first.numbers, again.numbers) == ((1,), (1,))
    assert (first.repeated, again.repeated) == (False, True)
    assert Certification.objects.count() == Dossier.objects.count() == 1


def test_the_same_key_with_other_content_is_a_mistake() -> None:
    enter(request=RequestKey("key", "digest"))
    with pytest.raises(RequestKeyReused):
        enter(request=RequestKey("key", "other"))


def test_who_does_not_work_at_the_desk_enters_nothing() -> None:
    with pytest.raises(NotPermitted):
        enter(by=LEADER)


def test_another_procedure_is_not_entered() -> None:
    with pytest.raises(NotForCertification):
        enter(code=BIRTH)


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"documents": ()}, ["certified-documents-faulty"]),
        ({"documents": (document(),) * (DOCUMENTS_MAX + 1)}, ["certified-documents-faulty"]),
        ({"documents": (document("  "),)}, ["certified-document-name-missing"]),
        ({"documents": (document("x" * 301),)}, ["certified-text-too-long"]),
        ({"documents": (document(note="x" * 301),)}, ["certified-text-too-long"]),
        ({"documents": (document(pages=0),)}, ["certified-count-faulty"]),
        ({"documents": (document(copies=1000),)}, ["certified-count-faulty"]),
        ({"documents": (document(sheets=-1),)}, ["certified-count-faulty"]),
        ({"requester": replace(OWNER, name=" ")}, ["name-missing"]),
        (
            {"requester": replace(OWNER, name=""), "documents": (document("", copies=0),)},
            ["name-missing", "certified-document-name-missing", "certified-count-faulty"],
        ),
    ],
)
def test_all_that_is_wrong_is_told_at_once_and_no_number_is_taken(
    changes: dict[str, Any], codes: list[str]
) -> None:
    with pytest.raises(CertificationRefused) as refused:
        enter_certification(actor=who(), at=PLAIN_MORNING, given=replace(given(), **changes))
    assert [problem.code for problem in refused.value.problems] == codes
    assert all(problem.field for problem in refused.value.problems)
    assert not CertificationBook.objects.exists()
    assert not Dossier.objects.exists()


def test_a_case_that_pays_as_a_whole_is_one_document() -> None:
    with pytest.raises(CertificationRefused) as refused:
        enter(document(), document(), code=TRANSACTION)
    assert [problem.code for problem in refused.value.problems] == ["one-document-each"]


def test_what_the_reception_refuses_takes_no_number() -> None:
    ahead = PLAIN_MORNING + timedelta(hours=2)
    with pytest.raises(Refusal):
        enter(received_at=ahead)
    assert not CertificationBook.objects.exists()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE certifications_certification SET number = 99",
        "UPDATE certifications_certification SET fee_vnd = 0",
        "DELETE FROM certifications_certification",
        "DELETE FROM certifications_certificationbook",
    ],
)
def test_the_database_itself_keeps_what_was_entered(statement: str) -> None:
    enter()
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
