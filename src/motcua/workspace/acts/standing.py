"""The dossier an act is about, as its page knows it: what the rules see, and whom it may be given to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from motcua.accounts.queries.colleagues import Colleague, colleagues_of
from motcua.agencies.queries import units_of
from motcua.agencies.rows import UnitRow
from motcua.dossiers.acting import held_of
from motcua.dossiers.commands.handling import HANDLERS
from motcua.dossiers.preparation import Ground, ground_for
from motcua.dossiers.queries.detail import DossierDetail
from motcua.dossiers.queries.workload import open_counts
from motcua.dossiers.rules.facts import DossierFacts, OpenOffer, OpenRequest
from motcua.dossiers.rules.promise import ClockInputs
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.worktime.queries.calendars import office_time


@dataclass(frozen=True)
class Standing:
    """Built for each request from the dossier that the actor may see."""

    actor: Actor
    at: datetime
    detail: DossierDetail

    @cached_property
    def facts(self) -> DossierFacts:
        """What the rules know of the dossier, so that a page foretells what they will decide."""
        detail = self.detail
        office = office_time(detail.competent_agency_id, local_day(detail.received_at))
        return DossierFacts(
            stage=detail.stage,
            is_accepted=detail.is_accepted,
            agency_id=detail.agency_id,
            competent_agency_id=detail.competent_agency_id,
            unit_id=detail.unit_id,
            assignee_id=detail.assignee_id,
            received_at=detail.received_at,
            due_at=detail.due_at,
            appointment_at=detail.appointment_at,
            ended_at=detail.ended_at,
            clock=ClockInputs.from_plain(detail.clock),
            calendar=office.calendar,
            awaits_companion=detail.awaits_companion,
            supplement_policy=detail.procedure.supplement_policy,
            supplement_count=detail.supplement_count,
            supplement_allowed=detail.supplement_allowed,
            request_count=len(detail.requests),
            open_request=self._open_request,
            result_count=len(detail.results),
            decision=detail.decision,
            parties=detail.parties,
            paper_count=len(detail.papers),
            file_digests=frozenset(
                file["digest"] for file in detail.files if not file.get("is_removed")
            ),
            held=held_of(detail),
            open_offer=self._open_offer,
            is_turned_back=detail.is_turned_back,
            was_dated=detail.original_due_at is not None,
        )

    @property
    def _open_request(self) -> OpenRequest | None:
        request = self.detail.open_request
        if request is None:
            return None
        return OpenRequest(
            seq=request["seq"],
            before_reception=request["before_reception"],
            items=tuple(request["items"]),
        )

    @property
    def _open_offer(self) -> OpenOffer | None:
        offer = self.detail.open_offer
        if offer is None:
            return None
        return OpenOffer(
            seq=offer["seq"],
            to_agency_id=offer["to_agency_id"],
            to_unit_id=offer.get("to_unit_id"),
            has_papers=bool(offer.get("papers")),
        )

    @cached_property
    def ground(self) -> Ground:
        """What a reception of it now would rest on."""
        return ground_for(
            agency_id=self.detail.competent_agency_id,
            procedure_version_id=self.detail.procedure.version_id,
            day=local_day(self.at),
        )

    @cached_property
    def units(self) -> tuple[UnitRow, ...]:
        return units_of(self.detail.competent_agency_id, local_day(self.at))

    @cached_property
    def colleagues(self) -> tuple[Colleague, ...]:
        """Everybody of the agency that settles it."""
        return colleagues_of(self.detail.competent_agency_id, local_day(self.at))

    @cached_property
    def handlers(self) -> tuple[Colleague, ...]:
        """Who could handle it, the dossier's own unit first; not the one who has it."""
        able = [
            one
            for one in self.colleagues
            if one.roles & HANDLERS and one.holding_id != self.detail.assignee_id
        ]
        return tuple(sorted(able, key=lambda one: one.unit_id != self.detail.unit_id))

    @cached_property
    def open_counts(self) -> dict[int, int]:
        """How many open dossiers each of them has. One query."""
        return open_counts([one.holding_id for one in self.handlers])

    def unit_name(self, unit_id: int | None) -> str:
        return next((unit.name for unit in self.units if unit.id == unit_id), "")
