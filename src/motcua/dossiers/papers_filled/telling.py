"""A dossier as it stood right after one of its facts: all that a paper about that fact may say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from motcua.agencies.desk_members import desks_joined
from motcua.agencies.queries import agency_on, desk_of
from motcua.agencies.rows import AgencyRow
from motcua.dossiers.papers_filled.words import due_words
from motcua.dossiers.projections import State, fold
from motcua.dossiers.rules.paper_checks import check_of, code_in_groups, rating_code
from motcua.dossiers.vocabulary import PaperIn, Party, PartyKind, PartyRole, Stage, party_of
from motcua.kernel.clock import local_day
from motcua.ledger.queries import FactRow
from motcua.papers.codes import paper_code_text
from motcua.papers.data.heads import Contact, PaperHead
from motcua.papers.form_sets import form_for
from motcua.papers.vocabulary import PaperKind
from motcua.procedures.queries.details import ProcedureDetail, procedure_detail

ON_PAPER = "PAPER"
RATING_ROOM = "/danh-gia/"


@dataclass(frozen=True, slots=True)
class RatingCode:
    """The address behind the code to scan, and the code to type."""

    url: str
    code: str


NOT_RATED = RatingCode("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The dossier after `fact`, the last of `facts`. `address` is the public one, for look-up."""

    facts: tuple[FactRow, ...]
    state: State
    procedure: ProcedureDetail
    parties: tuple[Party, ...]
    papers: tuple[PaperIn, ...]
    address: str

    @property
    def fact(self) -> FactRow:
        return self.facts[-1]

    @property
    def payload(self) -> dict[str, Any]:
        return self.fact.payload

    @property
    def dossier_id(self) -> int:
        return self.fact.subject_id

    @property
    def code(self) -> str:
        return str(self.state["code"])

    @property
    def at(self) -> datetime:
        return self.fact.occurred_at

    @property
    def day(self) -> date:
        return local_day(self.at)

    @property
    def received_at(self) -> datetime:
        return datetime.fromisoformat(self.state["received_at"])

    @property
    def due_at(self) -> datetime | None:
        return instant(self.state["due_at"])

    @property
    def expected_at(self) -> datetime | None:
        """When it was expected to be done, told at its reception; only of what came with a group."""
        told = [fact.payload.get("expected_at") for fact in self.facts]
        return instant(next((one for one in reversed(told) if one), None))

    @property
    def awaits_companion(self) -> bool:
        return bool(self.state["awaits_companion"])

    @property
    def owner(self) -> Party:
        owner = party_of(self.parties, PartyRole.OWNER)
        assert owner is not None
        return owner

    @property
    def submitter(self) -> Party:
        """Who handed it in: the owner unless somebody else did."""
        return party_of(self.parties, PartyRole.SUBMITTER) or self.owner

    def agency(self, on: date) -> AgencyRow:
        """The agency that received it, as it was called on that day."""
        return the_agency(self.state["agency_id"], on)

    def competent(self, on: date) -> AgencyRow:
        """The agency that settles it."""
        return the_agency(self.state["competent_agency_id"], on)

    def desk_name(self, on: date) -> str:
        """The desk that received it: the agency's own, else the one at which it is a member; an agency
        without either is its own desk."""
        desk = desk_of(self.state["agency_id"], on)
        joined = () if desk else desks_joined(self.state["agency_id"], on)
        return next((one.name for one in (desk, *joined) if one), self.agency(on).name)

    def look_up(self, kind: PaperKind) -> str:
        """Where the dossier stands, and by the code of this paper whether it is genuine."""
        check = check_of(kind, self.fact.subject_seq, self.fact.digest)
        return f"{self.address}/ho-so/{self.code}?giay={check.text}"

    def rating(self, fact: FactRow) -> RatingCode:
        """Where whoever holds a paper about this fact says how it was."""
        code = rating_code(fact.digest, ON_PAPER)
        return RatingCode(f"{self.address}{RATING_ROOM}{code}/", code_in_groups(code))


def tell(facts: Sequence[FactRow], *, address: str) -> Told:
    """The dossier after these facts."""
    state = fold(facts)
    return Told(
        facts=tuple(facts),
        state=state,
        procedure=procedure_detail(state["procedure_version_id"]),
        parties=tuple(_party(values) for values in state["parties"]),
        papers=tuple(PaperIn(**values) for values in state["papers"]),
        address=address,
    )


def _party(values: dict[str, Any]) -> Party:
    kinds = {"role": PartyRole(values["role"]), "kind": PartyKind(values["kind"])}
    return Party(**{**values, **kinds})


def the_agency(agency_id: int, on: date) -> AgencyRow:
    agency = agency_on(agency_id, on)
    assert agency is not None
    return agency


def no_date_words(told: Told) -> str:
    """What stands where there is no date."""
    return due_words(
        Stage(told.state["stage"]),
        expected_at=told.expected_at,
        awaits_companion=told.awaits_companion,
    )


def instant(text: str | None) -> datetime | None:
    """An instant as a fact keeps it."""
    return datetime.fromisoformat(text) if text else None


def data_code(told: Told, kind: PaperKind, on: date) -> str:
    """TT 01/2023/TT-VPCP: code of the dossier, of the procedure, of the person, name of the paper."""
    owner = told.owner
    return paper_code_text(
        dossier_code=told.code,
        procedure_code=told.procedure.code,
        identity_number=owner.personal_id or owner.tax_code,
        paper_name=form_for(kind, on).title,
    )


def desk_head(told: Told, kind: PaperKind, at: datetime) -> PaperHead:
    """The desk issues it under its agency; an agency without a desk under its superior."""
    on = local_day(at)
    agency, desk_name = told.agency(on), told.desk_name(on)
    superior = agency.superior_name if desk_name == agency.name else agency.name
    return _head(told, kind, at, (superior, desk_name, agency.place_name))


def agency_head(told: Told, kind: PaperKind, at: datetime) -> PaperHead:
    """The agency that settles the dossier issues it."""
    agency = told.competent(local_day(at))
    return _head(told, kind, at, (agency.superior_name, agency.name, agency.place_name))


def place_head(told: Told, kind: PaperKind, at: datetime, agency_id: int) -> PaperHead:
    """Another agency that has the dossier in hand issues it."""
    agency = agency_on(agency_id, local_day(at)) or told.competent(local_day(at))
    return _head(told, kind, at, (agency.superior_name, agency.name, agency.place_name))


def _head(told: Told, kind: PaperKind, at: datetime, names: tuple[str, str, str]) -> PaperHead:
    superior, agency, place = names
    return PaperHead(
        superior_agency=superior,
        agency=agency,
        place_name=place,
        at=at,
        dossier_code=told.code,
        data_code_text=data_code(told, kind, local_day(at)),
        lookup_url=told.look_up(kind),
    )


def contact(told: Told) -> Contact:
    """Applicants ask at the desk that received their dossier (NĐ 61/2018 Art. 5)."""
    return Contact(name=told.desk_name(told.day), phone=told.agency(told.day).phone)
