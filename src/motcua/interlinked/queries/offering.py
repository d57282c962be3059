"""Which groups can be filed online, and which of their members at which desk: the one rule that pages and
commands share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from motcua.agencies.desk_members import members_on
from motcua.agencies.queries import agency_on
from motcua.eforms.queries.forms import form_in_force
from motcua.interlinked.queries.groups import GroupInForce, groups_in_force
from motcua.interlinked.rules.definition import Group, Member, order_of
from motcua.interlinked.rules.merging import Asking, MergedPaper, merged_papers
from motcua.interlinked.vocabulary import Branch
from motcua.procedures.queries.catalogue import row_in_force
from motcua.procedures.queries.details import procedure_detail


class NotOffered(StrEnum):
    """Why a member cannot be asked for online at this desk: nobody of that sector sits there, it has a
    declaration of its own to fill in, or the catalogue has no such procedure."""

    NOBODY_THERE = "NOBODY_THERE"
    OWN_FORM = "OWN_FORM"
    NOT_IN_CATALOGUE = "NOT_IN_CATALOGUE"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedMember:
    """A member as a desk offers it. `agency_id`: who would settle it; None when it is not offered."""

    member: Member
    agency_id: int | None = None
    agency_name: str = ""
    why_not: NotOffered | None = None


def head_of(group: Group) -> Member:
    """The one that everything begins with: its form is filled in."""
    return order_of(group)[0]


def is_filed_online(held: GroupInForce, day: date) -> bool:
    """Whether the group begins with a procedure of the receiving desk that has its form. One query each
    member, kept while the catalogue stands."""
    head = head_of(held.group)
    return head.settled_by is Branch.RECEIVING and _has_form(head, day)


def groups_with(procedure_code: str, day: date) -> tuple[GroupInForce, ...]:
    """The groups of that day to which the procedure belongs and that are filed online."""
    return tuple(
        held
        for held in groups_in_force(day)
        if any(one.procedure_code == procedure_code for one in held.group.members)
        and is_filed_online(held, day)
    )


def offered_members(held: GroupInForce, agency_id: int, day: date) -> tuple[OfferedMember, ...]:
    """Each member, in order, with who would settle it for the desk of that agency."""
    head = head_of(held.group)
    return tuple(_offered(one, agency_id, day, is_head=one is head) for one in order_of(held.group))


def papers_of_group(held: GroupInForce, day: date) -> tuple[MergedPaper, ...]:
    """What the applicant brings for the whole group, each paper once; members that the catalogue does not
    have on that day are left out."""
    rows = [(one, row_in_force(one.procedure_code, day)) for one in order_of(held.group)]
    askings = (
        Asking(
            member=one.key,
            document_id=paper.id,
            name=paper.name,
            originals=paper.originals or 0,
            copies=paper.copies or 0,
            present_only=paper.present_only,
            is_optional=paper.is_optional,
        )
        for one, row in rows
        if row is not None
        for paper in procedure_detail(row.version_id).variant(None).papers
    )
    return merged_papers(askings, held.group.copies, order_of(held.group))


def _offered(member: Member, agency_id: int, day: date, *, is_head: bool) -> OfferedMember:
    if row_in_force(member.procedure_code, day) is None:
        return OfferedMember(member=member, why_not=NotOffered.NOT_IN_CATALOGUE)
    if not is_head and _has_form(member, day):
        return OfferedMember(member=member, why_not=NotOffered.OWN_FORM)
    found = settling_agency(member, agency_id, day)
    if found is None:
        return OfferedMember(member=member, why_not=NotOffered.NOBODY_THERE)
    return OfferedMember(member=member, agency_id=found[0], agency_name=found[1])


def settling_agency(member: Member, agency_id: int, day: date) -> tuple[int, str] | None:
    """The agency itself, or the first of the sector that sits at its desk."""
    if member.settled_by is Branch.RECEIVING:
        own = agency_on(agency_id, day)
        return (own.id, own.name) if own else None
    sitting = (
        (one.agency_id, one.name)
        for one in members_on(agency_id, day)
        if str(one.sector) == str(member.settled_by)
    )
    return next(sitting, None)


def _has_form(member: Member, day: date) -> bool:
    row = row_in_force(member.procedure_code, day)
    return row is not None and form_in_force(row.procedure_id, day) is not None
