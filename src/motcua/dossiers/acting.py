"""What every act after reception does: load and lock, check the version seen, let the rule decide,
write rows and fact together. Each command gives the rule and what only it must know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

import orjson
from django.db import IntegrityError

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.events import LifeEvent
from motcua.dossiers.following import Acted, tell_acted, tell_after
from motcua.dossiers.models import (
    Dossier,
    DossierFile,
    DossierParty,
    Offer,
    Result,
    SubmittedDocument,
    SupplementRequest,
)
from motcua.dossiers.policies import lock_for
from motcua.dossiers.reading import party_from
from motcua.dossiers.repeating import DossierRef, earlier
from motcua.dossiers.rules.facts import DossierFacts, Held, OpenOffer, OpenRequest
from motcua.dossiers.rules.promise import ClockInputs
from motcua.dossiers.tallies.keeping import countable_after, keep
from motcua.dossiers.vocabulary import Act, Stage
from motcua.dossiers.wording import acted_by
from motcua.dossiers.writing import write
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.ledger.caching import one_revision
from motcua.ledger.queries import facts_about
from motcua.ledger.recording import RequestKey, Subject, agency_stream, recording
from motcua.procedures.queries.details import procedure_detail
from motcua.worktime.queries.calendars import office_time


class ChangedMeanwhile(Refusal):
    """Somebody else has acted on the dossier since it was shown: who, and what.

    `by`, `fact` (a code) and `at` tell of the last thing that happened, `version` is the present one.
    """

    code = "changed-meanwhile"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Who asks for an act on which dossier, and when.

    `seen_version`: the version that was on the screen; None = whatever it is. `request` makes the
    act happen once however often it is asked for.
    """

    actor: Actor
    at: datetime
    code: str
    seen_version: int | None = None
    request: RequestKey | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """The locked dossier: its row, and what the rules know of it."""

    row: Dossier
    facts: DossierFacts


def act_on(asked: Asked, act: Act, decide: Callable[[Standing], LifeEvent]) -> DossierRef:
    """Carry the act out. Refusals: NotPermitted, NotFound, ChangedMeanwhile, RequestKeyReused and
    those of the rule."""
    may(asked.actor, Permission(act)).demand()
    made = earlier(asked.request)
    if made:
        return made
    with one_revision():
        try:
            return _carry_out(asked, act, decide)
        except IntegrityError:
            # Another call with the same key came first; anything else is a fault.
            made = earlier(asked.request)
            if made:
                return made
            raise


def _carry_out(asked: Asked, act: Act, decide: Callable[[Standing], LifeEvent]) -> DossierRef:
    with recording(asked.actor, asked.at, request=asked.request) as record:
        dossier = lock_for(asked.actor, Permission(act), asked.code)
        made = earlier(asked.request)
        if made:
            return made
        demand_seen(dossier, asked.seen_version)
        standing = Standing(dossier, facts_of(dossier))
        standing.facts.next(act)
        event = decide(standing)
        seq = dossier.version + 1
        write(dossier, event, seq)
        acted = Acted(dossier=dossier, act=act, event=event)
        tell_acted(record, acted)
        keep(record, dossier, countable_after(dossier, event))
        record.append(
            event,
            about=Subject("dossier", dossier.pk, seq),
            stream=agency_stream(asked.actor.agency_id or dossier.agency_id),
        )
        tell_after(record, acted)
    return DossierRef(id=dossier.pk, code=dossier.code)


def demand_seen(dossier: Dossier, seen: int | None) -> None:
    """Refusals: ChangedMeanwhile, telling who acted last."""
    if seen is None or seen == dossier.version:
        return
    last = facts_about("dossier", dossier.pk)[-1]
    raise ChangedMeanwhile(
        version=dossier.version, by=acted_by(last.actor), fact=last.code, at=last.occurred_at
    )


def facts_of(dossier: Dossier) -> DossierFacts:
    """What the rules know of a dossier. Five queries besides the cached catalogue and calendar."""
    among: dict[str, Any] = {"dossier": dossier}
    office = office_time(dossier.competent_agency_id, local_day(dossier.received_at))
    requests = list(SupplementRequest.objects.filter(**among).order_by("seq"))
    waiting = [request for request in requests if request.answered_at is None]
    is_asked = dossier.stage in (Stage.COMPLETION_ASKED, Stage.SUPPLEMENT_REQUESTED)
    return DossierFacts(
        stage=Stage(dossier.stage),
        is_accepted=dossier.is_accepted,
        agency_id=dossier.agency_id,
        competent_agency_id=dossier.competent_agency_id,
        unit_id=dossier.unit_id,
        assignee_id=dossier.assignee_id,
        received_at=dossier.received_at,
        due_at=dossier.due_at,
        appointment_at=dossier.appointment_at,
        ended_at=dossier.ended_at,
        clock=ClockInputs.from_plain(orjson.loads(dossier.clock)),
        calendar=office.calendar,
        awaits_companion=dossier.awaits_companion,
        supplement_policy=procedure_detail(dossier.procedure_version_id).supplement_policy,
        supplement_count=dossier.supplement_count,
        supplement_allowed=dossier.supplement_allowed,
        request_count=len(requests),
        open_request=_open_request(waiting[0]) if waiting and is_asked else None,
        result_count=Result.objects.filter(**among).count(),
        decision=dossier.decision,
        parties=tuple(
            party_from(row) for row in DossierParty.objects.filter(**among).order_by("id")
        ),
        paper_count=SubmittedDocument.objects.filter(**among).count(),
        file_digests=frozenset(
            DossierFile.objects.filter(**among, is_removed=False).values_list("digest", flat=True)
        ),
        held=held_of(dossier),
        open_offer=_open_offer(dossier),
        is_turned_back=dossier.is_turned_back,
        was_dated=dossier.original_due_at is not None,
    )


class InHands(Protocol):
    """What says who else has a dossier in hand."""

    @property
    def held_agency_id(self) -> int | None: ...
    @property
    def held_unit_id(self) -> int | None: ...
    @property
    def held_assignee_id(self) -> int | None: ...


def held_of(dossier: InHands) -> Held | None:
    """The other agency that has it in hand; None when it is with the one that settles it."""
    if dossier.held_agency_id is None:
        return None
    return Held(
        agency_id=dossier.held_agency_id,
        unit_id=dossier.held_unit_id,
        holding_id=dossier.held_assignee_id,
    )


def _open_offer(dossier: Dossier) -> OpenOffer | None:
    """No query where nothing is offered."""
    if dossier.offered_agency_id is None:
        return None
    row = Offer.objects.get(dossier=dossier.pk, answered_at=None)
    return OpenOffer(
        seq=row.seq,
        to_agency_id=row.to_agency_id,
        to_unit_id=row.to_unit_id,
        has_papers=bool(orjson.loads(row.papers)),
    )


def _open_request(row: SupplementRequest) -> OpenRequest:
    return OpenRequest(
        seq=row.seq,
        before_reception=row.before_reception,
        items=tuple(orjson.loads(row.items)),
    )
