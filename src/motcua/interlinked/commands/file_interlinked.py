"""A citizen sends a whole group by web: a registered dossier for each member, waiting at the desk as one."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from motcua.dossiers.commands.receive_group import file_group
from motcua.dossiers.inputs import Filed
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.vocabulary import CitizenPart
from motcua.interlinked.commands.receive_interlinked import Made, keep_submission
from motcua.interlinked.inputs import SubmissionInput
from motcua.interlinked.preparing import Prepared, prepare
from motcua.interlinked.queries.offering import settling_agency
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.ledger.caching import one_revision
from motcua.ledger.recording import RequestKey


class MemberNotHere(Refusal):
    """Nobody who settles this member (`name`) sits at that desk."""

    code = "interlinked-member-not-here"


def file_interlinked(
    *,
    actor: Actor,
    at: datetime,
    agency_id: int,
    given: SubmissionInput,
    part: CitizenPart = CitizenPart.FILER,
    request: RequestKey | None = None,
) -> tuple[DossierRef, ...]:
    """All in one transaction, the head first. No date runs until the desk receives them.

    Refusals: those of `preparing.prepare` and of `file_group`; MemberNotHere. Basis: law.md 4.6, 4.8.
    """
    day = local_day(at)
    with one_revision(), transaction.atomic():
        prepared = prepare(agency_id=agency_id, given=given, day=day)
        _demand_settled_here(prepared, agency_id, day)
        receptions = prepared.receptions(given, at)
        refs = file_group(
            actor=actor,
            at=at,
            agency_id=agency_id,
            filed=tuple(Filed(given=one, part=part) for one in receptions),
            request=request,
        )
        if not refs[0].repeated:
            keys = [one.key for one in prepared.members]
            dates = [one.expected_at for one in receptions]
            made = Made(
                prepared,
                dict(zip(keys, refs, strict=True)),
                dict(zip(keys, dates, strict=True)),
            )
            keep_submission(actor, at, made, agency_id=agency_id)
    return refs


def _demand_settled_here(prepared: Prepared, agency_id: int, day: date) -> None:
    """Who settles what is the desk's to know, whatever was sent."""
    for one in prepared.members:
        found = settling_agency(one, agency_id, day)
        if found is None or found[0] != prepared.inputs[one.key].agency_id:
            raise MemberNotHere(field="members", name=one.name)
