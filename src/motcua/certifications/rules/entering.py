"""Whether documents may be entered, how each counts for the fee, and each document's share of it.

Basis: NĐ 23/2015/NĐ-CP Art. 14 (one number a document, from 01, by year and kind); TT 226/2016/TT-BTC
(copies by page and copy, signatures by case); law.md 4.9.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from motcua.certifications.vocabulary import BookKind, CertificationInput, DocumentIn
from motcua.kernel.refusal import ManyProblems, Refusal
from motcua.procedures.rules.content import Fee
from motcua.procedures.rules.fees import CopiedDocument
from motcua.procedures.vocabulary import FeeUnit

DOCUMENTS_MAX = 30
COUNT_MAX = 999
NAME_MAX = 300
NOTE_MAX = 300
SIGNER_MAX = 200


class CertificationRefused(ManyProblems):
    """It cannot be entered as given; `problems` names every reason with its field."""

    code = "certification-refused"


class NotForCertification(Refusal):
    """The procedure is not one that is entered in a register of certifications."""

    code = "not-for-certification"


class DocumentsFaulty(Refusal):
    """At least one document and at most `count_max`."""

    code = "certified-documents-faulty"


class DocumentNameMissing(Refusal):
    code = "certified-document-name-missing"


class CertifiedTextTooLong(Refusal):
    code = "certified-text-too-long"


class CertifiedCountFaulty(Refusal):
    """Pages, copies or sheets outside `count_min`..`count_max`."""

    code = "certified-count-faulty"


class OneDocumentEach(Refusal):
    """The fee of this procedure is asked for the whole case, so each document is a case of its own."""

    code = "one-document-each"


def problems_of(given: CertificationInput, fees: Iterable[Fee]) -> Iterator[Refusal]:
    """What is wrong with the documents; each problem names its field."""
    documents = given.documents
    if not 1 <= len(documents) <= DOCUMENTS_MAX:
        yield DocumentsFaulty(field="documents", count_max=DOCUMENTS_MAX)
    if len(documents) > 1 and any(fee.per is FeeUnit.DOSSIER for fee in fees):
        yield OneDocumentEach(field="documents-1-name")
    for place, document in enumerate(documents):
        yield from _document_problems(place, document)
    yield from _too_long(given.signer_name, SIGNER_MAX, "signer")
    yield from _too_long(given.signer_title, SIGNER_MAX, "signer")


def _document_problems(place: int, document: DocumentIn) -> Iterator[Refusal]:
    at_field = f"documents-{place}"
    if not document.name.strip():
        yield DocumentNameMissing(field=f"{at_field}-name", place=place + 1)
    yield from _too_long(document.name, NAME_MAX, f"{at_field}-name")
    yield from _too_long(document.note, NOTE_MAX, f"{at_field}-note")
    for name, least in (("pages", 1), ("copies", 1), ("sheets", 0)):
        if not least <= getattr(document, name) <= COUNT_MAX:
            yield CertifiedCountFaulty(
                field=f"{at_field}-{name}", place=place + 1, count_min=least, count_max=COUNT_MAX
            )


def _too_long(text: str, most: int, at_field: str) -> Iterator[Refusal]:
    if len(text) > most:
        yield CertifiedTextTooLong(field=at_field, length_max=most)


def counted(kind: BookKind, documents: Iterable[DocumentIn]) -> tuple[CopiedDocument, ...]:
    """How the documents count for the fee: copies one by one; a signature or a transaction is one
    case a document, however many copies of it are kept."""
    return tuple(
        CopiedDocument(pages=one.pages, copies=one.copies if kind is BookKind.COPY else 1)
        for one in documents
    )


def shares(
    documents: Sequence[CopiedDocument], total_of: Callable[[tuple[CopiedDocument, ...]], int]
) -> tuple[int, ...]:
    """What each document adds to the fee of those before it: the shares add up to the whole fee."""
    sums = [total_of(tuple(documents[:count])) for count in range(1, len(documents) + 1)]
    return tuple(after - before for before, after in pairwise([0, *sums]))
