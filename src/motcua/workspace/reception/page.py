"""The state of one reception page: what is typed, and what it means. `filling` makes one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from django.http import QueryDict

from motcua.doors.proofs import proofs_typed
from motcua.dossiers.preparation import AgencyNotInForce, Ground, ground_for
from motcua.dossiers.queries.people import KnownPerson
from motcua.dossiers.rules.fees.reliefs import offered_groups
from motcua.dossiers.vocabulary import PartyRole, ReceptionInput
from motcua.eforms.queries.forms import FormInForce, form_in_force
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.procedures.queries.catalogue import FoundRow
from motcua.procedures.rules.content import Fee, Variant
from motcua.procedures.rules.fees import FeeSheet
from motcua.procedures.vocabulary import Channel
from motcua.workspace.declarations.declaring import Declaring, declaring, is_typed
from motcua.workspace.numbers import whole_number
from motcua.workspace.reception.counters import counter_chosen
from motcua.workspace.reception.elsewhere import FoundAgency
from motcua.workspace.reception.forms import MatterForm, PartyForm
from motcua.workspace.reception.reading import (
    Problem,
    extra_papers,
    local_fees,
    paper_lines,
    papers_of,
    parties_of,
    problems_of,
    reception_input,
    typed_limit,
)
from motcua.worktime.rules.due import Promise


@dataclass
class ReceptionPage:
    """Built for each request; nothing of it is kept between requests but the fields themselves."""

    actor: Actor
    at: datetime
    data: QueryDict
    is_sent: bool
    notices: list[tuple[str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    found: list[FoundRow] | None = None
    found_agencies: list[FoundAgency] | None = None
    known: dict[PartyRole, KnownPerson] = field(default_factory=dict)
    has_card: bool = False
    was_chosen: bool = False
    variant_is_foreign: bool = False
    is_sending: bool = False

    @cached_property
    def parties(self) -> dict[PartyRole, PartyForm]:
        return {role: PartyForm(role, self.data if self.is_sent else None) for role in PartyRole}

    @cached_property
    def matter(self) -> MatterForm:
        return MatterForm(self.data) if self.is_sent else MatterForm(initial=self.data.dict())

    @property
    def competent_id(self) -> int | None:
        """The agency that will settle it, when that is another than the own one."""
        chosen = whole_number(self.data.get("competent", ""))
        return None if chosen == self.actor.agency_id else chosen

    @cached_property
    def ground(self) -> Ground | None:
        """The chosen procedure on the day of reception, if one is chosen and known."""
        chosen = whole_number(self.data.get("procedure", ""))
        agency_id = self.competent_id or self.actor.agency_id
        if chosen is None or agency_id is None:
            return None
        # A day before the office was founded is told by the rule; until mended, today's ground is shown.
        for day in (local_day(self.received_at), local_day(self.at)):
            try:
                return ground_for(agency_id=agency_id, procedure_version_id=chosen, day=day)
            except AgencyNotInForce:
                continue
            except Refusal:
                return None
        return None

    @cached_property
    def form_version(self) -> FormInForce | None:
        """The interactive form of the chosen procedure on the day of reception."""
        if self.ground is None:
            return None
        return form_in_force(self.ground.detail.procedure_id, local_day(self.received_at))

    @cached_property
    def declaring(self) -> Declaring | None:
        """The declaration as it is typed here; None when it is on paper."""
        if self.form_version is None or not is_typed(self.data):
            return None
        people = {
            role: form.to_party()
            for role, form in self.parties.items()
            if role is PartyRole.OWNER or form.is_filled
        }
        day = local_day(self.received_at)
        return declaring(self.form_version, self.data, people, day, is_sending=self.is_sending)

    @property
    def told(self) -> dict[str, Any]:
        """What could be read of the matter, whatever else of it is faulty."""
        if not self.is_sent:
            return {}
        self.matter.is_valid()
        return self.matter.cleaned_data

    @cached_property
    def received_at(self) -> datetime:
        """The moment typed, whatever else of the page is faulty; now where none can be read."""
        moment: datetime | None = self.told.get("received_at")
        return moment or self.at

    @property
    def channel(self) -> Channel:
        return Channel(self.told.get("channel") or Channel.DESK)

    @property
    def choices(self) -> tuple[int, ...]:
        """The alternatives chosen among the fees of the procedure."""
        assert self.ground is not None
        known = {str(fee.id): fee.id for fee in self.ground.detail.fees}
        return tuple(known[text] for text in self.data.getlist("fee_choice") if text in known)

    @property
    def fees_set_locally(self) -> tuple[Fee, ...]:
        """The fees whose amount is to be typed. A procedure is chosen."""
        assert self.ground is not None
        return self.ground.fees_set_locally(
            variant_id=self.variant.id, channel=self.channel, choices=self.choices
        )

    @property
    def groups(self) -> tuple[str, ...]:
        """The preferences that are ticked, where a fee of the procedure is lowered for any."""
        assert self.ground is not None
        if not offered_groups(self.ground.detail.fees):
            return ()
        return tuple(map(str, self.told.get("preference_groups", ())))

    @property
    def variant(self) -> Variant:
        """The case chosen, else the usual one. A procedure is chosen."""
        assert self.ground is not None
        return self.ground.variant(whole_number(self.data.get("variant", "")))

    @cached_property
    def given(self) -> ReceptionInput | None:
        """What would be received now; None while a field cannot be read."""
        if not self.is_sent or self.ground is None or not self.matter.is_valid():
            return None
        lines = paper_lines(self.data, self.variant.papers)
        try:
            papers = papers_of(lines, extra_papers(self.data))
            amounts = local_fees(self.data, self.fees_set_locally)
            proofs = proofs_typed(self.data, self.groups)
        except Refusal as refusal:
            self.problems += problems_of(refusal)
            return None
        if not all(form.is_valid() for form in self.parties.values()):
            return None
        given = reception_input(
            self.matter,
            variant_id=self.variant.id,
            parties=parties_of(self.parties),
            papers=papers,
            fee_choices=self.choices,
            local_fees=amounts,
            competent_agency_id=self.competent_id,
            counter_id=counter_chosen(self.actor, self.at, self.data.get("counter", "")),
        )
        declared = self.declaring.declared if self.declaring else None
        return replace(given, declared=declared, proofs=proofs)

    @cached_property
    def promise(self) -> Promise | None:
        """The date that would be promised if it were received now.

        For another agency: if that one took it over today, which is only an estimate.
        """
        if self.ground is None:
            return None
        since = self.received_at if self.competent_id is None else self.at
        try:
            limit = self.ground.limit(
                variant_id=self.variant.id, channel=self.channel, typed=typed_limit(self.told)
            )
            return self.ground.promise(self.ground.clock(limit, since))
        except Refusal as refusal:
            self.notices.append(("warning", problems_of(refusal)[0].text))
            return None

    @cached_property
    def fee_sheet(self) -> FeeSheet | None:
        if self.ground is None:
            return None
        try:
            return self.ground.fee_sheet(self.given) if self.given else None
        except Refusal as refusal:
            self.problems += problems_of(refusal)
            return None
