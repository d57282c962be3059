"""Acts at the door: complete before reception, receive what was registered, refuse, take over.

Each refuses as `acting.act_on` does and as its rule in `rules.reception` and `rules.supplement`.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from motcua.database.statements import run
from motcua.dossiers.acting import Asked, Standing, act_on
from motcua.dossiers.allotment import line_given, next_line
from motcua.dossiers.commands.receive import register_dossier
from motcua.dossiers.declared import demand_fields_known
from motcua.dossiers.events import LifeEvent
from motcua.dossiers.following import limit_before_the_catalogue
from motcua.dossiers.inputs import Accept, AskToComplete, Nothing, WithReason
from motcua.dossiers.models import Dossier, ReliefClaim, SubmittedDocument
from motcua.dossiers.preparation import ground_for
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.rules import reception, supplement
from motcua.dossiers.rules.facts import reason
from motcua.dossiers.rules.fees.reliefs import ClaimsWait
from motcua.dossiers.vocabulary import Act, ClaimState, Limit, ReceptionInput
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.ledger.recording import RequestKey
from motcua.procedures.vocabulary import Channel


def accept_dossier(asked: Asked, given: Accept) -> DossierRef:
    """Receive a registered dossier that is complete: its date is promised from now."""

    def decide(standing: Standing) -> LifeEvent:
        row, clock = standing.row, standing.facts.clock
        if ReliefClaim.objects.filter(dossier=row, state=ClaimState.WAITING).exists():
            raise ClaimsWait
        ground = ground_for(
            agency_id=row.competent_agency_id,
            procedure_version_id=row.procedure_version_id,
            day=local_day(asked.at),
        )
        kept = Limit(unit=clock.unit, value=clock.value)
        limit = limit_before_the_catalogue(row.pk) or ground.limit(
            variant_id=row.variant_id,
            channel=Channel(row.channel),
            typed=given.typed_limit or kept,
        )
        handed_in = SubmittedDocument.objects.filter(dossier=row, required_document__isnull=False)
        counted = reception.Counted(
            clock=ground.clock(limit, asked.at),
            calendar=ground.office.calendar,
            asked=ground.intake_facts(row.variant_id).papers,
            handed_in=frozenset(handed_in.values_list("required_document_id", flat=True)),
            unit_id=ground.unit_id,
            register_number=_register_number(row, asked),
        )
        return reception.accept(standing.facts, given, counted, at=asked.at)

    return act_on(asked, Act.RECEIVE, decide)


def _register_number(row: Dossier, asked: Asked) -> int:
    """The next line of the register of the year of reception. Refusals: RegisterIsClosed."""
    year = local_day(asked.at).year
    (answer,) = run([next_line(row.agency_id, year)])
    return line_given(answer and answer[0], year)


def ask_to_complete(asked: Asked, given: AskToComplete) -> DossierRef:
    """Before reception: tell at once all that is missing (Form 02)."""

    def decide(standing: Standing) -> LifeEvent:
        demand_fields_known(standing.row.pk, given)
        return supplement.ask_to_complete(standing.facts, given, asked.at)

    return act_on(asked, Act.ASK_TO_COMPLETE, decide)


def refuse_reception(asked: Asked, given: WithReason) -> DossierRef:
    """Do not receive it, and say why (Form 03)."""
    return act_on(
        asked,
        Act.REFUSE_RECEPTION,
        lambda standing: reception.refuse(standing.facts, given, asked.at),
    )


def take_over(asked: Asked, _given: Nothing) -> DossierRef:
    """The competent agency receives what another has received for it: the clock starts."""

    def decide(standing: Standing) -> LifeEvent:
        row = standing.row
        ground = ground_for(
            agency_id=row.competent_agency_id,
            procedure_version_id=row.procedure_version_id,
            day=local_day(row.received_at),
        )
        return reception.take_over(
            standing.facts,
            calendar=ground.office.calendar,
            unit_id=ground.unit_id,
            at=asked.at,
        )

    return act_on(asked, Act.TAKE_OVER, decide)


def release_dossier(asked: Asked, given: WithReason) -> DossierRef:
    """It goes on without the result that it waited for."""
    return act_on(
        asked,
        Act.RELEASE,
        lambda standing: reception.release(standing.facts, why=reason(given.reason)),
    )


def ask_at_the_counter(
    *,
    actor: Actor,
    at: datetime,
    given: ReceptionInput,
    asking: AskToComplete,
    request: RequestKey | None = None,
) -> DossierRef:
    """Papers brought to the counter lack something: register them and ask, as one."""
    with transaction.atomic():
        ref = register_dossier(actor=actor, at=at, given=given, request=request)
        asked = Asked(actor=actor, at=at, code=ref.code)
        return ref if ref.repeated else ask_to_complete(asked, asking)


def refuse_at_the_counter(
    *,
    actor: Actor,
    at: datetime,
    given: ReceptionInput,
    refusing: WithReason,
    request: RequestKey | None = None,
) -> DossierRef:
    """What was brought to the counter cannot be received here: register it and refuse, as one."""
    with transaction.atomic():
        ref = register_dossier(actor=actor, at=at, given=given, request=request)
        asked = Asked(actor=actor, at=at, code=ref.code)
        return ref if ref.repeated else refuse_reception(asked, refusing)
