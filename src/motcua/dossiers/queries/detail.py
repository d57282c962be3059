"""One dossier in full, for those who may see it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

import orjson

from motcua.accounts.rules.roles import Permission
from motcua.agencies.queries import agency_on
from motcua.agencies.rows import AgencyRow
from motcua.dossiers.models import (
    Dossier,
    DossierFile,
    DossierParty,
    FeeLine,
    HandOver,
    Offer,
    Result,
    SubmittedDocument,
    SupplementRequest,
)
from motcua.dossiers.policies import find_for, sees_by_place
from motcua.dossiers.reading import fee_from, paper_from, party_from
from motcua.dossiers.rows import (
    PLAIN_FIELDS,
    file_values,
    hand_over_values,
    offer_values,
    request_values,
    result_values,
)
from motcua.dossiers.rules.custody import is_on_its_way
from motcua.dossiers.vocabulary import (
    Declared,
    OfferAnswer,
    PaperIn,
    Party,
    PartyRole,
    Stage,
    party_of,
)
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.ledger.queries import FactRow, facts_about
from motcua.procedures.queries.details import ProcedureDetail, procedure_detail
from motcua.procedures.rules.fees import FeeSheetLine
from motcua.worktime.vocabulary import TraceLine


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierDetail:
    """Everything a page, a paper or the API shows of one dossier. `trace` explains `due_at`.

    `agency` received it, `competent_agency` settles it. `requests`, `results`, `hand_overs`,
    `offers` and `files` are plain values in the shape of `rows.request_values` and its like. `declared`: the
    answers of the declaration; None when it is on paper.
    """

    id: int
    code: str
    version: int
    status: str
    stage: Stage
    is_accepted: bool
    channel: str
    return_method: str
    agency: AgencyRow
    competent_agency: AgencyRow
    assignee_id: int | None
    held_agency_id: int | None
    held_unit_id: int | None
    held_assignee_id: int | None
    offered_agency_id: int | None
    offered_unit_id: int | None
    is_turned_back: bool
    group_id: int | None
    awaits_companion: bool
    unit_id: int | None
    procedure: ProcedureDetail
    variant_id: int | None
    received_at: datetime
    received_by: dict[str, Any]
    original_due_at: datetime | None
    due_at: datetime | None
    due_soon_at: datetime | None
    appointment_at: datetime | None
    ended_at: datetime | None
    timeliness: str
    decision: str
    returned_at: datetime | None
    supplement_count: int
    supplement_allowed: bool
    clock: dict[str, Any]
    trace: tuple[TraceLine, ...]
    parties: tuple[Party, ...]
    papers: tuple[PaperIn, ...]
    fees: tuple[FeeSheetLine, ...]
    fee_total_vnd: int
    sets: int
    note: str
    requests: tuple[dict[str, Any], ...]
    results: tuple[dict[str, Any], ...]
    hand_overs: tuple[dict[str, Any], ...]
    offers: tuple[dict[str, Any], ...]
    files: tuple[dict[str, Any], ...]
    declared: Declared | None
    facts: tuple[FactRow, ...]

    @property
    def agency_id(self) -> int:
        return self.agency.id

    @property
    def competent_agency_id(self) -> int:
        return self.competent_agency.id

    @property
    def sent_at(self) -> datetime:
        """When it was handed in or sent by web: `received_at` of what was only registered becomes the
        moment at which the office receives it."""
        return self.facts[0].occurred_at

    @property
    def holder_agency_id(self) -> int:
        """The agency that has it in hand: `rules.custody.holder_of`."""
        if self.held_agency_id is not None:
            return self.held_agency_id
        was_dated = self.original_due_at is not None
        on_its_way = is_on_its_way(self.stage, was_dated=was_dated)
        return self.agency.id if on_its_way else self.competent_agency.id

    @property
    def held_since(self) -> datetime | None:
        """Since when another agency has it; None while it is at home."""
        if self.held_agency_id is None:
            return None
        accepted = [one for one in self.offers if one.get("answer") == OfferAnswer.ACCEPTED]
        return datetime.fromisoformat(accepted[-1]["answered_at"])

    @property
    def open_offer(self) -> dict[str, Any] | None:
        """The hand-over that waits for an answer."""
        return self.offers[-1] if self.offered_agency_id is not None else None

    @property
    def open_request(self) -> dict[str, Any] | None:
        """The supplement request that waits for an answer."""
        waiting = (Stage.COMPLETION_ASKED, Stage.SUPPLEMENT_REQUESTED)
        return self.requests[-1] if self.requests and self.stage in waiting else None

    def party(self, role: PartyRole) -> Party | None:
        return party_of(self.parties, role)

    @property
    def owner(self) -> Party:
        owner = self.party(PartyRole.OWNER)
        assert owner is not None
        return owner

    @property
    def submitter(self) -> Party:
        """Who handed it in: the owner unless somebody else did."""
        return self.party(PartyRole.SUBMITTER) or self.owner


def dossier_detail(
    actor: Actor, code: str, *, permission: Permission = Permission.DOSSIER_VIEW
) -> DossierDetail:
    """The dossier with this code. At most 5 queries besides cached catalogue.

    Refusals: NotFound, also when the actor may not see it.
    """
    dossier = find_for(actor, permission, code)
    facts = tuple(facts_about("dossier", dossier.pk))
    if not sees_by_place(actor, permission, dossier):
        facts = _without_notes_of_others(facts, actor)
    dated = next(fact for fact in reversed(facts) if "trace" in fact.payload)
    return DossierDetail(
        **{name: getattr(dossier, name) for name in SAME},
        stage=Stage(dossier.stage),
        agency=_agency(dossier.agency_id, dossier.received_at),
        competent_agency=_agency(dossier.competent_agency_id, dossier.received_at),
        procedure=procedure_detail(dossier.procedure_version_id),
        received_by=facts[0].actor,
        clock=orjson.loads(dossier.clock),
        trace=tuple(TraceLine.from_plain(line) for line in dated.payload["trace"]),
        declared=_declared(facts),
        facts=facts,
        **_belongings(dossier, facts),
    )


def _without_notes_of_others(facts: tuple[FactRow, ...], actor: Actor) -> tuple[FactRow, ...]:
    """Who sees it because of a task reads, of what officers tell each other, what his own agency told."""
    own = actor.own_agency_ids
    return tuple(one for one in facts if one.code != NOTED or one.actor.get("agency") in own)


SAME = tuple(
    field.name
    for field in fields(DossierDetail)
    if field.name in {"id", "note", *PLAIN_FIELDS} - {"stage"}
)
"""What stands in the row as it is told."""


def _agency(agency_id: int, at: datetime) -> AgencyRow:
    agency = agency_on(agency_id, local_day(at))
    assert agency is not None
    return agency


def _declared(facts: tuple[FactRow, ...]) -> Declared | None:
    """The newest that the facts keep: what the row says too."""
    told = (fact.payload.get("declaration") for fact in reversed(facts))
    newest = next((one for one in told if one), None)
    return Declared(**newest) if newest else None


ASKED = frozenset({"dossier.completion-asked", "dossier.supplement-requested"})
DECIDED, RETURNED = "dossier.decided", "dossier.result-returned"
OFFERED = "dossier.offered"
ATTACHED = "dossier.file-attached"
NOTED = "dossier.noted"


def _belongings(dossier: Dossier, facts: tuple[FactRow, ...]) -> dict[str, Any]:
    """What hangs on the dossier. What no fact tells of is not looked for."""
    among: dict[str, Any] = {"dossier": dossier}
    told = {fact.code for fact in facts}
    found: dict[str, Any] = {
        "parties": [party_from(r) for r in DossierParty.objects.filter(**among).order_by("id")],
        "papers": [
            paper_from(r) for r in SubmittedDocument.objects.filter(**among).order_by("position")
        ],
        "fees": [fee_from(r) for r in FeeLine.objects.filter(**among).order_by("position")],
        "requests": (),
        "results": (),
        "hand_overs": (),
        "offers": (),
        "files": (),
    }
    if told & ASKED:
        rows = SupplementRequest.objects.filter(**among).order_by("seq")
        found["requests"] = [request_values(row) for row in rows]
    if DECIDED in told:
        found["results"] = [
            result_values(r) for r in Result.objects.filter(**among).order_by("seq")
        ]
    if OFFERED in told:
        rows_offered = Offer.objects.filter(**among).order_by("seq")
        found["offers"] = [offer_values(row) for row in rows_offered]
    if RETURNED in told:
        hand_overs = HandOver.objects.filter(**among).order_by("seq")
        found["hand_overs"] = [hand_over_values(row) for row in hand_overs]
    if any(fact.code == ATTACHED or "files" in fact.payload for fact in facts):
        files = DossierFile.objects.filter(**among).order_by("position")
        found["files"] = [file_values(row) for row in files]
    return {name: tuple(values) for name, values in found.items()}
