"""One slip for dossiers that came in together, and the minutes of giving them in."""

from __future__ import annotations

from motcua.agencies.queries import units_of
from motcua.dossiers.papers_filled.signing import officer_of
from motcua.dossiers.papers_filled.telling import Told, desk_head, no_date_words
from motcua.dossiers.papers_filled.words import (
    CHANNELS,
    RETURN_METHODS,
    limit_words,
    party_on_paper,
)
from motcua.dossiers.vocabulary import ReturnMethod
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import moment_words
from motcua.papers.data.groups import GroupDossier, GroupSlip
from motcua.papers.data.heads import Contact
from motcua.papers.vocabulary import PaperKind, SlipCopy
from motcua.procedures.vocabulary import Channel


def group_slip(
    members: tuple[Told, ...],
    kind: PaperKind,
    *,
    copies: tuple[SlipCopy, ...] = (SlipCopy.APPLICANT,),
) -> GroupSlip:
    """Both papers of the group, as of its reception; the head of the group comes first."""
    first = members[0]
    head = desk_head(first, kind, first.received_at)
    return GroupSlip(
        head=head,
        desk_name=head.agency,
        submitter=party_on_paper(first.submitter),
        channel=CHANNELS[Channel(first.state["channel"])],
        received_at=first.received_at,
        rows=tuple(_row(told) for told in members),
        return_method=RETURN_METHODS.get(ReturnMethod(first.state["return_method"]), head.agency),
        submitter_signature_name=first.submitter.name,
        officer=officer_of(first.fact),
        contact=Contact(phone=first.agency(local_day(first.received_at)).phone),
        notes=_notes(members),
        copies=copies,
    )


def _notes(members: tuple[Told, ...]) -> tuple[str, ...]:
    """When all of it is done, where some of it waits for the rest."""
    days = [told.due_at or told.expected_at for told in members]
    known = [day for day in days if day is not None]
    is_linked = any(told.expected_at for told in members)
    if not is_linked or len(known) < len(days):
        return ()
    return (f"Toàn bộ dự kiến xong: {moment_words(max(known))}.",)


def _row(told: Told) -> GroupDossier:
    return GroupDossier(
        dossier_code=told.code,
        procedure_name=told.procedure.name,
        owner_name=told.owner.name,
        received_at=told.received_at,
        due_at=told.due_at,
        due_words=no_date_words(told),
        limit_words=limit_words(told.state["clock"]),
        handling_unit=_unit(told),
        dossier_sets=told.state["sets"],
        fee_vnd=told.state["fee_total_vnd"],
    )


def _unit(told: Told) -> str:
    """The unit that settles it; the agency where it has none, or lies elsewhere."""
    day = local_day(told.received_at)
    agency = told.competent(day)
    units = units_of(agency.id, day)
    return next((one.name for one in units if one.id == told.state["unit_id"]), agency.name)
