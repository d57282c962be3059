"""One dossier from the moment it comes in: each act decided by its rule, each fact folded into what
the rows must say. Nothing is read or written; who loads it gives the ids, codes and moments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from motcua.accounts.rules.roles import Permission
from motcua.database.filling import Row, Sheet
from motcua.dossiers.events import LifeEvent
from motcua.dossiers.inputs import Accept, Terminate
from motcua.dossiers.loading.acts import RULES
from motcua.dossiers.loading.sheets import DOSSIERS, dossier_row, rows_below
from motcua.dossiers.policies import can
from motcua.dossiers.preparation import Ground
from motcua.dossiers.projections import FOLDS, State, lived
from motcua.dossiers.rules import ending, reception
from motcua.dossiers.rules.facts import DossierFacts
from motcua.dossiers.rules.following import following
from motcua.dossiers.rules.stays import Countable, Stay, follow
from motcua.dossiers.taking_in import TakenIn, fact_of, row_of, take_in
from motcua.dossiers.vocabulary import Act, Ended, Limit, Party, ReceptionInput, Stage
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.event import Event, instant_text
from motcua.ledger.loading import Unbound
from motcua.ledger.rules.chain import canonical
from motcua.procedures.vocabulary import Channel

KIND = "dossier"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a dossier lies, for the question who may act on it."""

    agency_id: int
    competent_agency_id: int
    unit_id: int | None
    assignee_id: int | None
    id: int = 0
    held_agency_id: int | None = None
    held_unit_id: int | None = None
    held_assignee_id: int | None = None
    offered_agency_id: int | None = None
    offered_unit_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingIn:
    """What comes in, and what the books give it. `register_number` None: only registered yet."""

    dossier_id: int
    code: str
    register_number: int | None
    at: datetime
    actor: Actor
    given: ReceptionInput
    ground: Ground


class Life:
    """A dossier that is loaded. `state` is what its rows must say, `told` its facts in order,
    `stays` what reports count of it."""

    __slots__ = ("_seen", "coming", "facts", "row", "state", "stays", "told")

    def __init__(self, coming: ComingIn) -> None:
        """Take it in. Refusals: NotPermitted, those of `taking_in.take_in`."""
        given, ground, actor = coming.given, coming.ground, coming.actor
        act = Act.REGISTER if coming.register_number is None else Act.RECEIVE
        taken = take_in(given, ground, coming.at, act=act)
        self.coming = coming
        self.row = row_of(actor, given, ground, taken, coming.code)
        if coming.register_number is not None:
            self.row["register_year"] = local_day(taken.intake.received_at).year
            self.row["register_number"] = coming.register_number
        self.facts = _first_facts(coming, taken)
        self.state: State = {}
        self.told: list[Unbound] = []
        self.stays: list[Stay] = []
        self._seen: Countable | None = None
        _demand(actor, act, Spot(ground.agency.id, ground.agency.id, None, None))
        self._tell(fact_of(self.row, given, ground, taken), actor, coming.at)

    def accept(self, actor: Actor, at: datetime, register_number: int) -> None:
        """Receive what was registered: its date is promised from now. Refusals: as the rule."""
        ground, given = self.coming.ground, self.coming.given
        clock = self.facts.clock
        limit = ground.limit(
            variant_id=given.variant_id,
            channel=Channel(given.channel),
            typed=Limit(unit=clock.unit, value=clock.value),
        )
        counted = reception.Counted(
            clock=ground.clock(limit, at),
            calendar=ground.office.calendar,
            asked=ground.intake_facts(given.variant_id).papers,
            handed_in=frozenset(
                paper.required_document_id for paper in given.papers if paper.required_document_id
            ),
            unit_id=ground.unit_id,
            register_number=register_number,
        )
        confirmed = Accept(complete_confirmed=given.complete_confirmed)
        self._demand(actor, Act.RECEIVE)
        self._follow(reception.accept(self.facts, confirmed, counted, at=at), actor, at)

    def do(self, act: Act, actor: Actor, at: datetime, given: Any) -> None:
        """Carry out an act. Refusals: NotPermitted, those of its rule."""
        self._demand(actor, act)
        if act is Act.TERMINATE:
            event: LifeEvent = self._terminated(given, at)
        else:
            event = RULES[act](self.facts, given, actor, at)
        self._follow(event, actor, at)

    def _terminated(self, given: Terminate, at: datetime) -> LifeEvent:
        total = self.state["fee_total_vnd"]
        return ending.terminate(self.facts, given, fee_total_vnd=total, at=at)

    def _demand(self, actor: Actor, act: Act) -> None:
        facts = self.facts
        spot = Spot(facts.agency_id, facts.competent_agency_id, facts.unit_id, facts.assignee_id)
        _demand(actor, act, spot)

    def _follow(self, event: LifeEvent, actor: Actor, at: datetime) -> None:
        self.facts = following(self.facts, event)
        self._tell(event, actor, at)

    def _tell(self, event: Event, actor: Actor, at: datetime) -> None:
        payload = event.payload()
        seq = len(self.told) + 1
        self.state = FOLDS.get(event.code, lived)(self.state, payload)
        self.state["version"] = seq
        text, request_id = actor_text(actor), actor.request_id
        told = Unbound(
            instant_text(at), text, request_id, KIND, self.dossier_id, seq, event.code,
            event.version, canonical(payload),
        )  # fmt: skip
        self.told.append(told)
        self._count(local_day(at))

    def _count(self, day: date) -> None:
        """Follow the stays on, where the fact has changed what is counted."""
        facts, timeliness = self.facts, self.state["timeliness"]
        seen = Countable(
            stage=facts.stage,
            agency_id=facts.competent_agency_id,
            unit_id=facts.unit_id,
            handler_id=facts.assignee_id,
            due_at=facts.due_at,
            ended_as=Ended(timeliness) if timeliness else None,
        )
        if seen == self._seen:
            return
        self._seen = seen
        ground = self.coming.ground
        followed = follow(
            self.stays[-1] if self.stays else None,
            seen,
            day,
            procedure_id=ground.detail.procedure_id,
            channel=self.coming.given.channel,
        )
        self.stays[-1:] = followed

    def rows(self) -> Iterator[tuple[Sheet, Row]]:
        """Its rows, when nothing more is to happen."""
        yield DOSSIERS, dossier_row(self)
        yield from rows_below(self)

    @property
    def stage(self) -> Stage:
        return self.facts.stage

    @property
    def due_at(self) -> datetime | None:
        return self.facts.due_at

    @property
    def owner(self) -> Party:
        return self.facts.parties[0]

    @property
    def return_method(self) -> str:
        return str(self.coming.given.return_method)

    @property
    def dossier_id(self) -> int:
        return self.coming.dossier_id

    @property
    def received_on(self) -> str:
        """The day on which it was received, as text."""
        changed = self.state.get("received_on")
        return str(changed or self.row["received_on"].isoformat())


@lru_cache(maxsize=65_536)
def _demand(actor: Actor, act: Act, spot: Spot) -> None:
    """Rights are what they are at the desk. Refusals: NotPermitted."""
    can(actor, Permission(act), spot).demand()


@lru_cache(maxsize=4096)
def actor_text(actor: Actor) -> str:
    """Who acts, as the ledger keeps it."""
    return canonical(actor.envelope())


def _first_facts(coming: ComingIn, taken: TakenIn) -> DossierFacts:
    """What the rules know of a dossier that has just come in."""
    given, ground, told = coming.given, coming.ground, taken.timing
    return DossierFacts(
        stage=taken.intake.stage,
        is_accepted=coming.register_number is not None,
        agency_id=ground.agency.id,
        competent_agency_id=ground.agency.id,
        unit_id=ground.unit_id if coming.register_number is not None else None,
        assignee_id=None,
        received_at=taken.intake.received_at,
        due_at=told.due_at,
        appointment_at=None,
        ended_at=None,
        clock=told.clock,
        calendar=ground.office.calendar,
        awaits_companion=False,
        supplement_policy=ground.detail.supplement_policy,
        supplement_count=0,
        supplement_allowed=False,
        request_count=0,
        open_request=None,
        result_count=0,
        decision="",
        parties=given.parties,
        paper_count=len(given.papers),
        file_digests=frozenset(),
    )


def with_variant(given: ReceptionInput, ground: Ground) -> ReceptionInput:
    """The input as reception keeps it: the default variant has its name."""
    if given.variant_id is not None:
        return given
    return replace(given, variant_id=ground.variant(None).id)
