"""The state of the page that receives a group: what is typed, and what it means."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from hashlib import sha256

from django.http import QueryDict
from django.utils.translation import gettext as _

from motcua.agencies.desk_members import members_on
from motcua.agencies.queries import agency_on
from motcua.dossiers.vocabulary import Limit, PartyRole, ReturnMethod
from motcua.interlinked.inputs import MemberInput, SubmissionInput
from motcua.interlinked.preparing import Prepared, prepare
from motcua.interlinked.queries.groups import GroupInForce
from motcua.interlinked.rules.definition import Member
from motcua.interlinked.rules.merging import HandedIn, MergedFees, MergedPaper
from motcua.interlinked.vocabulary import Branch
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.procedures.rules.content import Fee
from motcua.procedures.vocabulary import Channel
from motcua.workspace.numbers import whole_number
from motcua.workspace.reception.counters import counter_chosen
from motcua.workspace.reception.elsewhere import agencies_called, agency_named
from motcua.workspace.reception.forms import PartyForm
from motcua.workspace.reception.reading import (
    Problem,
    count,
    local_fees,
    parties_of,
    problems_of,
    typed_limit,
)
from motcua.worktime.vocabulary import Unit

ROLES = (PartyRole.OWNER, PartyRole.SUBMITTER, PartyRole.REPRESENTATIVE)
NOTE_MAX = 1000


@dataclass(frozen=True, slots=True)
class MemberLine:
    """One member on the page: whether it is asked for, who settles it, and among whom one chooses.

    `text`: the agency's name as typed, where the desk has no member of that sector.
    """

    member: Member
    prefix: str
    is_chosen: bool
    agency_id: int | None
    agencies: tuple[tuple[int, str], ...]
    text: str = ""


@dataclass
class GroupPage:
    """Built for each request; nothing of it is kept between requests but the fields themselves."""

    actor: Actor
    at: datetime
    held: GroupInForce
    data: QueryDict
    is_sent: bool
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def parties(self) -> dict[PartyRole, PartyForm]:
        return {role: PartyForm(role, self.data if self.is_sent else None) for role in ROLES}

    @cached_property
    def lines(self) -> tuple[MemberLine, ...]:
        return tuple(self._line(place, one) for place, one in enumerate(self.held.group.members))

    def _line(self, place: int, member: Member) -> MemberLine:
        prefix = f"member-{place}"
        agencies = self._agencies(member)
        known = dict(agencies)
        typed = whole_number(self.data.get(f"{prefix}-agency", ""))
        text = self.data.get(f"{prefix}-agency-text", "").strip()[:200]
        chosen = typed if typed in known else next(iter(known), None)
        if not known:
            chosen, text = self._named(typed, text)
        return MemberLine(
            member=member,
            prefix=prefix,
            is_chosen=not self.is_sent or not member.is_optional or f"{prefix}-asked" in self.data,
            agency_id=chosen,
            agencies=agencies,
            text=text,
        )

    def _agencies(self, member: Member) -> tuple[tuple[int, str], ...]:
        """Who may settle it: the own agency, or the members of the desk of that sector."""
        own_id, day = self.actor.agency_id or 0, local_day(self.at)
        if member.settled_by is Branch.RECEIVING:
            own = agency_on(own_id, day)
            return ((own.id, own.name),) if own else ()
        return tuple(
            (one.agency_id, one.name)
            for one in members_on(own_id, day)
            if str(one.sector) == str(member.settled_by)
        )

    def _named(self, typed: int | None, text: str) -> tuple[int | None, str]:
        """The agency whose name was typed, if only one is meant."""
        row = agency_named(self.actor, self.at, typed) if typed is not None else None
        if row is not None and text in ("", row.name):
            return row.id, row.name
        found = agencies_called(self.actor, self.at, text)
        meant = [one for one in found if one.name.casefold() == text.casefold()] or found
        return (meant[0].id, meant[0].name) if len(meant) == 1 else (None, text)

    @property
    def chosen(self) -> tuple[MemberLine, ...]:
        return tuple(one for one in self.lines if one.is_chosen)

    @cached_property
    def prepared(self) -> Prepared | None:
        """What is known beforehand; None while it is not clear who settles what."""
        given = self._given({})
        if given is None:
            return None
        try:
            day = local_day(self.at)
            return prepare(agency_id=self.actor.agency_id or 0, given=given, day=day)
        except Refusal as refusal:
            self.problems += problems_of(refusal)
            return None

    @cached_property
    def given(self) -> SubmissionInput | None:
        """What would be received now; None while a field cannot be read."""
        if self.prepared is None:
            return None
        try:
            handed_in = {
                one.key: self._handed_in(one)
                for one in self.prepared.papers
                if self.data.get(f"{paper_prefix(one)}-received")
            }
            return self._given(handed_in)
        except Refusal as refusal:
            self.problems += problems_of(refusal)
            return None

    def _handed_in(self, paper: MergedPaper) -> HandedIn:
        prefix = paper_prefix(paper)
        names = (f"{prefix}-originals", f"{prefix}-copies")
        originals, copies = (count(self.data.get(name, ""), name) for name in names)
        return HandedIn(originals=originals, copies=copies, present_only=paper.present_only)

    def _given(self, handed_in: dict[str, HandedIn]) -> SubmissionInput | None:
        lines = self.chosen
        if any(one.agency_id is None for one in lines):
            return None
        fees = self._fees if handed_in or self.is_sent else {}
        return SubmissionInput(
            version_id=self.held.version_id,
            members=tuple(
                MemberInput(
                    key=one.member.key,
                    agency_id=one.agency_id or 0,
                    fee_choices=fees.get(one.member.key, ((), ()))[0],
                    local_fees=fees.get(one.member.key, ((), ()))[1],
                    typed_limit=self._limit(one),
                )
                for one in lines
            ),
            parties=parties_of(self.parties) if self._people_read else (),
            handed_in=handed_in,
            confirmed=self.confirmed,
            return_method=self.return_method,
            counter_id=counter_chosen(self.actor, self.at, self.data.get("counter", "")),
            note=self.data.get("note", "").strip()[:NOTE_MAX],
        )

    @cached_property
    def _people_read(self) -> bool:
        return self.is_sent and all(form.is_valid() for form in self.parties.values())

    @property
    def confirmed(self) -> frozenset[str]:
        """Matters whose missing papers somebody has looked at."""
        return frozenset(self.data.getlist("confirmed"))

    @property
    def return_method(self) -> ReturnMethod:
        typed = self.data.get("return_method", "")
        return ReturnMethod(typed) if typed in set(ReturnMethod) else ReturnMethod.DESK

    def _limit(self, line: MemberLine) -> Limit | None:
        value = self.data.get(f"{line.prefix}-limit", "").strip()
        number = whole_number(value)
        given = {"limit_value": number, "limit_unit": str(Unit.WORKING_DAYS)}
        return typed_limit(given) if number is not None else None

    @cached_property
    def _fees(self) -> dict[str, tuple[tuple[int, ...], tuple[tuple[int, int], ...]]]:
        """Alternatives ticked and amounts typed, of each member. What is no amount is told once."""
        found = {}
        for key, ground in (self._bare.grounds if self._bare else {}).items():
            ticked = set(self.data.getlist("fee_choice"))
            choices = tuple(one.id for one in ground.detail.fees if str(one.id) in ticked)
            local = ground.fees_set_locally(variant_id=None, channel=Channel.DESK, choices=choices)
            found[key] = (choices, self._amounts(local))
        return found

    def _amounts(self, fees: tuple[Fee, ...]) -> tuple[tuple[int, int], ...]:
        try:
            return local_fees(self.data, fees)
        except Refusal as refusal:
            self.problems += problems_of(refusal)
            return ()

    @cached_property
    def _bare(self) -> Prepared | None:
        """The grounds alone: fees are read by what they say."""
        if any(one.agency_id is None for one in self.chosen):
            return None
        members = tuple(
            MemberInput(key=one.member.key, agency_id=one.agency_id or 0) for one in self.chosen
        )
        given = SubmissionInput(version_id=self.held.version_id, members=members, parties=())
        try:
            day = local_day(self.at)
            return prepare(agency_id=self.actor.agency_id or 0, given=given, day=day)
        except Refusal:
            return None

    def local_fees_of(self, key: str) -> tuple[Fee, ...]:
        """Amounts that the provincial council sets: somebody types them."""
        if self._bare is None:
            return ()
        ground = self._bare.grounds[key]
        ticked = set(self.data.getlist("fee_choice"))
        choices = [one.id for one in ground.detail.fees if str(one.id) in ticked]
        return ground.fees_set_locally(variant_id=None, channel=Channel.DESK, choices=choices)

    @cached_property
    def fees(self) -> MergedFees | None:
        if self.prepared is None:
            return None
        try:
            return self.prepared.fees(self.given or self._given({}) or EMPTY)
        except Refusal as refusal:
            self.problems += problems_of(refusal)
            return None

    def find_problems(self) -> None:
        """Everything wrong with the fields, in the order of the page."""
        for form in self.parties.values():
            for name, errors in form.errors.items():
                place = form.add_prefix(name)
                self.problems += [Problem(text=str(error), field=place) for error in errors]
        for line in self.chosen:
            if line.agency_id is None:
                told = _("Chưa rõ cơ quan nào giải quyết “%(name)s”. Ghi tên cơ quan.")
                where = f"{line.prefix}-agency-text"
                self.problems.append(Problem(told % {"name": line.member.name}, where))


def paper_prefix(paper: MergedPaper) -> str:
    """The same as long as the paper has the same name, whoever asks for it."""
    return f"paper-{sha256(paper.key.encode()).hexdigest()[:10]}"


EMPTY = SubmissionInput(version_id=0, members=(), parties=())
