"""Whether a paper or a file really came from the office: asked by anybody who holds it, told without a name."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from typing import Any

from motcua.agencies.queries import agency_on
from motcua.dossiers.models import Dossier, DossierFile, Result
from motcua.dossiers.papers_filled.filling import FROM_THE_DESK, NOTICES, Filled, printed
from motcua.dossiers.papers_filled.giving import OF_A_GROUP, OF_THE_WHOLE, papers_given
from motcua.dossiers.papers_filled.processing import processing_history
from motcua.dossiers.papers_filled.slip import slip
from motcua.dossiers.papers_filled.telling import tell
from motcua.dossiers.rules.paper_checks import PaperCheck, is_right, read_check
from motcua.dossiers.vocabulary import FileKind
from motcua.kernel.clock import local_day
from motcua.ledger.queries import FactRow, facts_about
from motcua.papers.form_sets import form_for
from motcua.papers.vocabulary import PaperKind, PaperSize, SlipCopy

COPIES = ((SlipCopy.APPLICANT,), (SlipCopy.OFFICE,), (SlipCopy.APPLICANT, SlipCopy.OFFICE))
FILES_MAX = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class GenuinePaper:
    """A paper that the office issued. `replaced_at`: when a newer one took its place, or, of one that
    tells of the whole life, when something happened that it cannot know; None while it stands."""

    dossier_code: str
    check: PaperCheck
    title: str
    agency: str
    given_at: datetime
    replaced_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GenuineResult:
    """A file that the office gave out as a result. `replaced_at`: when a corrected one took its place."""

    dossier_code: str
    agency: str
    issued_at: datetime
    document_number: str
    replaced_at: datetime | None


def check_paper(code: str, typed: str) -> GenuinePaper | None:
    """The paper of the dossier with this code and this check; None for a wrong one, whatever is wrong.

    Two queries (dossier_code_key, `fact_place_in_subject`) and the kept ground.
    """
    found = _paper(code, typed)
    if found is None:
        return None
    check, facts = found
    told = tell(facts[: check.seq], address="")
    is_of_desk = check.kind in FROM_THE_DESK
    agency = told.agency(told.day) if is_of_desk else told.competent(told.day)
    return GenuinePaper(
        dossier_code=code,
        check=check,
        title=form_for(check.kind, told.day).title,
        agency=agency.name,
        given_at=told.at,
        replaced_at=_replaced_at(facts, check),
    )


def is_this_paper(code: str, typed: str, sha256: str, *, address: str) -> bool:
    """Whether a file with this digest is that paper, to the letter, in any size and copy it is printed in.

    It is drawn again for that: a paper has the same bytes each time.
    """
    found = _paper(code, typed)
    if found is None:
        return False
    check, facts = found
    return any(
        hashlib.sha256(printed(filled, size)).hexdigest() == sha256
        for filled, size in product(_drawn(facts, check, address), (None, *PaperSize))
    )


def check_result(sha256: str) -> tuple[GenuineResult, ...]:
    """The issued results that this file is. Three queries at most (`dossier_file_digest`)."""
    files = DossierFile.objects.filter(
        digest=sha256, kind=str(FileKind.RESULT), is_removed=False
    ).select_related("dossier")[:FILES_MAX]
    return tuple(one for file in files if (one := _result(file)) is not None)


def _result(file: DossierFile) -> GenuineResult | None:
    """None before it was issued: until then nobody outside may know of it."""
    results = list(Result.objects.filter(dossier=file.dossier, issued_at__isnull=False))
    with_it = [row for row in results if file.digest in row.digests]
    if not with_it:
        return None
    row = max(with_it, key=lambda one: one.seq)
    after = [one.issued_at for one in results if one.replaces_seq == row.seq]
    assert row.issued_at is not None
    agency = agency_on(file.dossier.competent_agency_id, local_day(row.issued_at))
    return GenuineResult(
        dossier_code=file.dossier.code,
        agency=agency.name if agency else "",
        issued_at=row.issued_at,
        document_number=row.document_number,
        replaced_at=after[0] if after else None,
    )


def _paper(code: str, typed: str) -> tuple[PaperCheck, tuple[FactRow, ...]] | None:
    check = read_check(typed)
    dossier_id = Dossier.objects.filter(code=code).values_list("id", flat=True).first()
    if check is None or dossier_id is None:
        return None
    facts = tuple(facts_about("dossier", dossier_id))
    if not 1 <= check.seq <= len(facts) or not is_right(check, facts[check.seq - 1].digest):
        return None
    return (check, facts) if _is_given(facts, check) else None


def _is_given(facts: tuple[FactRow, ...], check: PaperCheck) -> bool:
    if check.kind in OF_THE_WHOLE:
        return True
    given = papers_given(facts, in_group=check.kind in OF_A_GROUP)
    return any((one.kind, one.seq) == (check.kind, check.seq) for one in given)


def _replaced_at(facts: tuple[FactRow, ...], check: PaperCheck) -> datetime | None:
    if check.kind in OF_THE_WHOLE:
        return facts[check.seq].occurred_at if check.seq < len(facts) else None
    if check.kind is not PaperKind.SLIP:
        return None
    given = papers_given(facts, in_group=False)
    later = [one.at for one in given if one.kind is PaperKind.SLIP and one.seq > check.seq]
    return min(later, default=None)


def _drawn(facts: tuple[FactRow, ...], check: PaperCheck, address: str) -> Iterator[Filled]:
    """That paper as data, once for each set of copies. Papers of a group are not drawn: they name others."""
    told = tell(facts[: check.seq], address=address)
    agency_id = "agency_id" if check.kind in FROM_THE_DESK else "competent_agency_id"
    papers: list[Any]
    if check.kind is PaperKind.SLIP:
        papers = [slip(told, copies=copies) for copies in COPIES]
    elif check.kind is PaperKind.PROCESSING_HISTORY:
        papers = [processing_history(told, internal=False)]
    else:
        papers = [NOTICES[check.kind](told)] if check.kind in NOTICES else []
    for data in papers:
        yield Filled(
            kind=check.kind,
            code=told.code,
            dossier_id=told.dossier_id,
            seq=check.seq,
            agency_id=int(told.state[agency_id]),
            data=data,
        )
