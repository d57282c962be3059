"""What must be known before a group is received: members, papers, fees, dates. The page that shows it
beforehand and the command read it here, so they never disagree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from motcua.dossiers.preparation import Ground, ground_for
from motcua.dossiers.rules.promise import timing
from motcua.dossiers.vocabulary import FileIn, Limit, PaperIn, ReceptionInput
from motcua.interlinked.inputs import MemberInput, SubmissionInput
from motcua.interlinked.queries.groups import GroupInForce, group_version
from motcua.interlinked.rules.awaiting import expected_dates
from motcua.interlinked.rules.definition import Group, Member, without
from motcua.interlinked.rules.merging import (
    Asking,
    MergedFees,
    MergedPaper,
    merged_fees,
    merged_papers,
    paper_key,
    papers_for,
)
from motcua.kernel.refusal import Refusal
from motcua.procedures.queries.catalogue import row_in_force
from motcua.procedures.rules.fees import FeeSheet
from motcua.procedures.vocabulary import Channel


class GroupNotInForce(Refusal):
    """There is no such group on the day of reception."""

    code = "interlinked-group-not-in-force"


class MemberUnknown(Refusal):
    """The group has no such member, or one is named twice."""

    code = "interlinked-member-unknown"


class MemberNeeded(Refusal):
    """This member cannot be left out (`name`)."""

    code = "interlinked-member-needed"


class MembersTooFew(Refusal):
    """A group is two procedures at least."""

    code = "interlinked-members-too-few"


class MemberWithoutProcedure(Refusal):
    """No procedure of this code holds on the day (`procedure_code`)."""

    code = "interlinked-member-not-in-catalogue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A group about to be received at `agency_id`: those asked for, in order, and the ground of each."""

    held: GroupInForce
    members: tuple[Member, ...]
    grounds: Mapping[str, Ground]
    inputs: Mapping[str, MemberInput]
    agency_id: int

    @property
    def group(self) -> Group:
        return self.held.group

    @property
    def papers(self) -> tuple[MergedPaper, ...]:
        """Each paper once."""
        return merged_papers(self._askings(), self.group.copies, self.members)

    def _askings(self) -> Iterator[Asking]:
        for one in self.members:
            ground, given = self.grounds[one.key], self.inputs[one.key]
            for paper in ground.variant(given.variant_id).papers:
                if not paper.is_note:
                    yield Asking(
                        member=one.key,
                        document_id=paper.id,
                        name=paper.name,
                        originals=paper.originals or 0,
                        copies=paper.copies or 0,
                        present_only=paper.present_only,
                        is_optional=paper.is_optional,
                    )

    def receptions(self, given: SubmissionInput, at: datetime) -> tuple[ReceptionInput, ...]:
        """What is received for each member, in order, with the date that can be expected of it."""
        papers, dates = self.papers, self.dates(given.received_at or at, given.channel)
        return tuple(
            replace(self._reception(one, given, papers), expected_at=dates[one.key])
            for one in self.members
        )

    def _reception(
        self, member: Member, given: SubmissionInput, papers: tuple[MergedPaper, ...]
    ) -> ReceptionInput:
        own, ground = self.inputs[member.key], self.grounds[member.key]
        held = self._held(member, papers, given)
        is_elsewhere = own.agency_id != self.agency_id
        return ReceptionInput(
            procedure_version_id=ground.detail.version_id,
            variant_id=own.variant_id,
            channel=given.channel,
            parties=given.parties,
            papers=held,
            declared=own.declared,
            files=tuple(self._files(member, given, held)),
            complete_confirmed=given.complete_confirmed
            or member.key in given.confirmed
            or self._lacks_results_only(member, given),
            preference_groups=own.preference_groups,
            proofs=own.proofs,
            fee_choices=own.fee_choices,
            local_fees=own.local_fees,
            typed_limit=own.typed_limit,
            copies=own.copies,
            pages=own.pages,
            group_limit=limit_of(member),
            return_method=given.return_method,
            received_at=given.received_at,
            counter_id=given.counter_id,
            competent_agency_id=own.agency_id if is_elsewhere else None,
            awaits_companion=bool(member.waits_for),
            note=given.note,
        )

    def _held(
        self, member: Member, papers: tuple[MergedPaper, ...], given: SubmissionInput
    ) -> tuple[PaperIn, ...]:
        """What its dossier has of what came; what will still be brought is told, and not counted."""
        is_first = member is self.members[0]
        return (
            *papers_for(member.key, papers, given.handed_in),
            *(
                PaperIn(name=one.name, note=given.promised[paper.key])
                for paper in papers
                if paper.key in given.promised
                for one in paper.askings
                if one.member == member.key
            ),
            *(one.paper for one in given.more if one.is_for_all or is_first),
        )

    def _files(
        self, member: Member, given: SubmissionInput, held: tuple[PaperIn, ...]
    ) -> Iterator[FileIn]:
        """A scan goes with every dossier that has the paper; one of no paper with the first."""
        places = {paper_key(paper.name): place for place, paper in enumerate(held)}
        seen: set[str] = set()
        for key, file in given.files:
            is_its_own = key in places or (not key and member is self.members[0])
            if is_its_own and file.digest not in seen:
                seen.add(file.digest)
                yield replace(file, paper_position=places.get(key))

    def lacking(self, member: Member, given: SubmissionInput) -> tuple[MergedPaper, ...]:
        """Papers that it always needs, that did not come, and that no other member gives it."""
        return tuple(
            paper
            for paper in self._missing(member, given)
            if paper.comes_from not in member.waits_for
        )

    def _lacks_results_only(self, member: Member, given: SubmissionInput) -> bool:
        """Whether all it still needs is what another member gives."""
        return bool(self._missing(member, given)) and not self.lacking(member, given)

    def _missing(self, member: Member, given: SubmissionInput) -> list[MergedPaper]:
        return [
            paper
            for paper in self.papers
            if paper.key not in given.handed_in
            and any(one.member == member.key and not one.is_optional for one in paper.askings)
        ]

    def fees(self, given: SubmissionInput) -> MergedFees:
        """Every line once. Refusals: those of `procedures.rules.fees`."""
        return merged_fees({key: sheet.lines for key, sheet in self.fee_sheets(given).items()})

    def fee_sheets(self, given: SubmissionInput) -> dict[str, FeeSheet]:
        """What is owed for each member. Refusals: those of `procedures.rules.fees`."""
        papers = self.papers
        return {
            one.key: self.grounds[one.key].fee_sheet(self._reception(one, given, papers))
            for one in self.members
        }

    def dates(
        self, begins_at: datetime, channel: Channel = Channel.DESK
    ) -> dict[str, datetime | None]:
        """When each can be expected; None where the catalogue states no limit and nobody typed one."""
        return expected_dates(
            self.members, begins_at, lambda one, begins: self._done_by(one, begins, channel)
        )

    def _done_by(self, member: Member, begins_at: datetime, channel: Channel) -> datetime | None:
        ground, given = self.grounds[member.key], self.inputs[member.key]
        limit = limit_of(member) or given.typed_limit
        if limit is None and ground.states_no_limit(variant_id=given.variant_id, channel=channel):
            return None
        counted = limit_of(member) or ground.limit_or_none(
            variant_id=given.variant_id, channel=channel, typed=given.typed_limit
        )
        clock = ground.clock(counted, begins_at)
        return timing(clock, ground.office.calendar).due_at or begins_at


def limit_of(member: Member) -> Limit | None:
    """The limit that the group sets for the member."""
    return Limit(unit=member.limit_unit, value=member.limit_value) if member.limit_unit else None


def prepare(*, agency_id: int, given: SubmissionInput, day: date) -> Prepared:
    """Read what must be known, from memory while the catalogue stands.

    Refusals: GroupNotInForce, MemberUnknown, MemberNeeded, MembersTooFew, MemberWithoutProcedure,
    AgencyNotInForce.
    """
    held = group_version(given.version_id)
    if held is None or not held.holds_on(day):
        raise GroupNotInForce(field="group")
    inputs = {one.key: one for one in given.members}
    _demand_members(held.group, given, inputs)
    left_out = {one.key for one in held.group.members} - inputs.keys()
    members = without(held.group, left_out)
    grounds = {one.key: _ground(one, inputs[one.key], day) for one in members}
    return Prepared(held=held, members=members, grounds=grounds, inputs=inputs, agency_id=agency_id)


def _demand_members(
    group: Group, given: SubmissionInput, inputs: Mapping[str, MemberInput]
) -> None:
    known = {one.key for one in group.members}
    if not inputs.keys() <= known or len(inputs) != len(given.members):
        raise MemberUnknown(field="members")
    for one in group.members:
        if not one.is_optional and one.key not in inputs:
            raise MemberNeeded(field="members", name=one.name)
    if len(inputs) < 2:
        raise MembersTooFew(field="members")


def _ground(member: Member, given: MemberInput, day: date) -> Ground:
    row = row_in_force(member.procedure_code, day)
    if row is None:
        raise MemberWithoutProcedure(field="members", procedure_code=member.procedure_code)
    return ground_for(agency_id=given.agency_id, procedure_version_id=row.version_id, day=day)
