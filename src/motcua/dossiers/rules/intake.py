"""Whether a dossier may be received now, and with what status. All problems are told at once.

Basis: NĐ 118/2025/NĐ-CP as amended by NĐ 309/2026/NĐ-CP Art. 8 (complete, exact, within authority);
NĐ 61/2018/NĐ-CP Art. 17 before 1/7/2025.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from motcua.dossiers.rules.fees.reliefs import proof_problems
from motcua.dossiers.rules.submitted.declaring import Declaration, FormFacts, declare
from motcua.dossiers.rules.submitted.files import file_problems
from motcua.dossiers.rules.transitions import next_stage
from motcua.dossiers.vocabulary import (
    Act,
    Party,
    PartyKind,
    PartyRole,
    ReceptionInput,
    Stage,
    party_of,
)
from motcua.kernel.characters import not_in_names
from motcua.kernel.clock import local_day
from motcua.kernel.identifiers.card_dates import parse_birth
from motcua.kernel.identifiers.personal_id import parse_personal_id
from motcua.kernel.identifiers.phone import parse_phone
from motcua.kernel.identifiers.tax_code import parse_tax_code
from motcua.kernel.refusal import ManyProblems, Refusal

BACKDATE_DAYS_MAX = 30
PAPERS_MAX = 100
COUNT_MAX = 999
NAME_LENGTH_MAX = 200


class ReceptionRefused(ManyProblems):
    """The dossier cannot be received as given; `problems` names every reason with its field."""

    code = "reception-refused"


class OwnerMissing(Refusal):
    code = "owner-missing"


class NameMissing(Refusal):
    code = "name-missing"


class NameTooLong(Refusal):
    code = "name-too-long"


class NameOdd(Refusal):
    """Characters that are in no name; `found` shows some of them."""

    code = "name-odd"


class RoleTwice(Refusal):
    code = "role-twice"


class PersonalIdFaulty(Refusal):
    """`why` carries the code of the kernel's reason."""

    code = "personal-id-faulty"


class TaxCodeFaulty(Refusal):
    code = "tax-code-faulty"


class PhoneFaulty(Refusal):
    code = "phone-faulty"


class BirthDateAhead(Refusal):
    code = "birth-date-ahead"


class AuthorityMissing(Refusal):
    """A representative acts on some ground: a paper, or kinship."""

    code = "authority-missing"


class PapersMissing(Refusal):
    """Papers that the catalogue requires are not ticked and nobody said that they are not needed."""

    code = "papers-missing"


class PaperUnknown(Refusal):
    code = "paper-unknown"


class CountOutOfRange(Refusal):
    code = "count-out-of-range"


class ReceivedAhead(Refusal):
    code = "received-ahead"


class ReceivedTooLongAgo(Refusal):
    code = "received-too-long-ago"


class BackdatingWithoutNote(Refusal):
    code = "backdating-without-note"


class ProcedureNotInForce(Refusal):
    """This version of the procedure is not in force on the day of reception."""

    code = "procedure-not-in-force"


@dataclass(frozen=True, kw_only=True, slots=True)
class PaperFacts:
    """What the catalogue asks for: a paper, by its id."""

    id: int
    name: str
    is_optional: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class IntakeFacts:
    """What the rule must know of the procedure version."""

    valid_from: date
    valid_until: date | None
    papers: tuple[PaperFacts, ...]
    form: FormFacts | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Intake:
    """The decision: the stage it enters, the moment it counts as received, what was declared."""

    stage: Stage
    received_at: datetime
    declaration: Declaration | None = None


def decide(
    given: ReceptionInput, facts: IntakeFacts, *, at: datetime, act: Act = Act.RECEIVE
) -> Intake:
    """May this come in at `at` by this act? Refusals: ReceptionRefused with every problem found.

    Only what is received (`RECEIVE`, `RECEIVE_FOR_ANOTHER`) must be complete.
    """
    stage = next_stage(None, act)
    received_at = given.received_at or at
    declaration = (
        declare(given.declared, facts.form, local_day(received_at)) if given.declared else None
    )
    problems = [
        *_time_problems(given, facts, received_at, at),
        *people_problems(given.parties, at),
        *_paper_problems(given, facts, must_be_complete=act is not Act.REGISTER),
        *_count_problems(given),
        *proof_problems(given, local_day(received_at)),
        *(declaration.problems if declaration else ()),
    ]
    if problems:
        raise ReceptionRefused(problems)
    return Intake(stage=stage, received_at=received_at, declaration=declaration)


def _time_problems(
    given: ReceptionInput, facts: IntakeFacts, received_at: datetime, at: datetime
) -> Iterator[Refusal]:
    day = local_day(received_at)
    if received_at > at:
        yield ReceivedAhead(field="received_at")
    elif received_at < at - timedelta(days=BACKDATE_DAYS_MAX):
        yield ReceivedTooLongAgo(field="received_at", days_max=BACKDATE_DAYS_MAX)
    elif day < local_day(at) and not given.note.strip():
        yield BackdatingWithoutNote(field="note")
    if day < facts.valid_from or (facts.valid_until is not None and day >= facts.valid_until):
        yield ProcedureNotInForce(field="procedure", day=day.isoformat())


def people_problems(parties: tuple[Party, ...], at: datetime) -> Iterator[Refusal]:
    """What is wrong with the people of a dossier, each with its field."""
    roles = [party.role for party in parties]
    if PartyRole.OWNER not in roles:
        yield OwnerMissing(field="owner-name")
    for role in PartyRole:
        if roles.count(role) > 1:
            yield RoleTwice(field=f"{role.lower()}-name", role=str(role))
    for party in parties:
        yield from party_problems(party, at)


def party_problems(party: Party, at: datetime) -> Iterator[Refusal]:
    """What is wrong with one person; each names its field."""
    at_field = party.role.lower()
    if not party.name.strip():
        yield NameMissing(field=f"{at_field}-name", role=str(party.role))
    elif len(party.name) > NAME_LENGTH_MAX:
        yield NameTooLong(field=f"{at_field}-name", length_max=NAME_LENGTH_MAX)
    elif not_in_names(party.name):
        yield NameOdd(field=f"{at_field}-name", found=not_in_names(party.name)[:10])
    yield from _number_problems(party, at_field, local_day(at))
    if party.birth_date and parse_birth(party.birth_date).earliest() > local_day(at):
        yield BirthDateAhead(field=f"{at_field}-birth_date")
    if party.role is PartyRole.REPRESENTATIVE and not party.authority.strip():
        yield AuthorityMissing(field=f"{at_field}-authority")


def _number_problems(party: Party, at_field: str, today: date) -> Iterator[Refusal]:
    readers: tuple[tuple[str, Callable[[str], object], type[Refusal], str], ...] = (
        (
            party.personal_id,
            lambda text: parse_personal_id(text, today=today),
            PersonalIdFaulty,
            "personal_id",
        ),
        (party.tax_code, lambda text: parse_tax_code(text, today=today), TaxCodeFaulty, "tax_code"),
        (party.phone, parse_phone, PhoneFaulty, "phone"),
    )
    for value, reader, refusal, name in readers:
        if not value:
            continue
        try:
            reader(value)
        except Refusal as faulty:
            yield refusal(field=f"{at_field}-{name}", why=faulty.code, **faulty.params)
    if party.kind is PartyKind.ORGANIZATION and not party.tax_code:
        yield TaxCodeFaulty(field=f"{at_field}-tax_code", why="missing")


def _paper_problems(
    given: ReceptionInput, facts: IntakeFacts, *, must_be_complete: bool
) -> Iterator[Refusal]:
    known = {paper.id for paper in facts.papers}
    handed_in = frozenset(
        paper.required_document_id for paper in given.papers if paper.required_document_id
    )
    if handed_in - known:
        yield PaperUnknown(field="papers")
    if must_be_complete and not given.complete_confirmed:
        yield from missing_papers(facts.papers, handed_in)
    if len(given.papers) > PAPERS_MAX:
        yield CountOutOfRange(field="papers", count_min=0, count_max=PAPERS_MAX)
    yield from file_problems(given.files, paper_count=len(given.papers))


def missing_papers(
    asked: tuple[PaperFacts, ...], handed_in: frozenset[int]
) -> Iterator[PapersMissing]:
    """What the catalogue asks of everybody and has not come in."""
    missing = [paper.name for paper in asked if not paper.is_optional and paper.id not in handed_in]
    if missing:
        yield PapersMissing(field="complete_confirmed", count=len(missing), names=missing)


def _count_problems(given: ReceptionInput) -> Iterator[Refusal]:
    for name in ("sets", "copies", "pages"):
        if not 1 <= getattr(given, name) <= COUNT_MAX:
            yield CountOutOfRange(field=name, count_min=1, count_max=COUNT_MAX)
    for place, paper in enumerate(given.papers):
        if not (0 <= paper.originals <= COUNT_MAX and 0 <= paper.copies <= COUNT_MAX):
            yield CountOutOfRange(field=f"papers-{place}", count_min=0, count_max=COUNT_MAX)


def owner_of(given: ReceptionInput) -> Party:
    """The owner of a reception that has been decided."""
    owner = party_of(given.parties, PartyRole.OWNER)
    assert owner is not None
    return owner
