"""What taking a dossier in decides, and the values of its rows and of its fact that follow.

Nothing is read or written here: the desk's command and the loading of whole lives both come by.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from motcua.dossiers.events import DossierReceived, DossierRegistered
from motcua.dossiers.preparation import Ground
from motcua.dossiers.rows import fee_values, paper_values, party_values, search_key
from motcua.dossiers.rules.fees.reliefs import claims_of
from motcua.dossiers.rules.intake import Intake, decide, owner_of
from motcua.dossiers.rules.promise import ClockInputs, Timing, timing
from motcua.dossiers.rules.submitted.files import files_in
from motcua.dossiers.vocabulary import STATUS_OF, Act, ReceptionInput, Stage
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.ledger.rules.chain import canonical


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What is decided before a row is written. The lists are values of rows and fact alike.

    `expected_at`: of what another agency settles, its date if that takes it over at once.
    """

    intake: Intake
    timing: Timing
    parties: tuple[dict[str, Any], ...]
    papers: tuple[dict[str, Any], ...]
    fees: tuple[dict[str, Any], ...]
    files: tuple[dict[str, Any], ...]
    claims: tuple[dict[str, Any], ...] = ()
    expected_at: datetime | None = None

    @property
    def declaration(self) -> dict[str, Any] | None:
        return self.intake.declaration.to_plain() if self.intake.declaration else None


def take_in(
    given: ReceptionInput, ground: Ground, at: datetime, *, act: Act, by: str = ""
) -> TakenIn:
    """`by`: who adds the files. Refusals: ReceptionRefused, LimitUnstated, those of the fee rules."""
    facts = ground.intake_facts(given.variant_id, given.declared)
    intake = decide(given, facts, at=at, act=act)
    limit = ground.limit_or_none if act is Act.REGISTER else ground.limit
    counted = given.group_limit or limit(
        variant_id=given.variant_id, channel=given.channel, typed=given.typed_limit
    )
    clock = ground.clock(counted, intake.received_at)
    return TakenIn(
        intake=intake,
        timing=_timing(intake.stage, clock, ground),
        parties=tuple(party_values(party) for party in given.parties),
        papers=tuple(paper_values(paper) for paper in given.papers),
        fees=given.carried.fees if given.carried else _fees(given, ground),
        files=tuple(files_in(given.files, by=by, at=at)),
        claims=() if given.carried else claims_of(given, at=at, by=by),
        expected_at=given.expected_at or _expected(given, intake.stage, clock, ground),
    )


def _expected(
    given: ReceptionInput, stage: Stage, clock: ClockInputs, ground: Ground
) -> datetime | None:
    if stage is not Stage.IN_TRANSIT or given.awaits_companion or given.carried:
        return None
    return timing(clock, ground.office.calendar).due_at


def _fees(given: ReceptionInput, ground: Ground) -> tuple[dict[str, Any], ...]:
    return tuple(fee_values(line) for line in ground.fee_sheet(given).lines)


def _timing(stage: Stage, clock: ClockInputs, ground: Ground) -> Timing:
    """The promise; none yet for what is not received or is on its way to the competent agency."""
    if stage is Stage.RECEIVED:
        return timing(clock, ground.office.calendar)
    return Timing(clock=clock, due_at=None, due_soon_at=None, trace=())


def row_of(
    actor: Actor, given: ReceptionInput, ground: Ground, taken: TakenIn, code: str
) -> dict[str, Any]:
    """The values of the dossier's row but for its id and its line of the register. What somebody
    sends who works for no agency is with the competent one."""
    intake, told = taken.intake, taken.timing
    return {
        "code": code,
        "agency_id": actor.agency_id or ground.agency.id,
        "competent_agency_id": ground.agency.id,
        "unit_id": ground.unit_id if intake.stage is Stage.RECEIVED else None,
        "counter_id": given.counter_id,
        "group_id": given.group_id,
        "awaits_companion": given.awaits_companion,
        "procedure_version_id": given.procedure_version_id,
        "variant_id": given.variant_id,
        "stage": intake.stage,
        "status": STATUS_OF[intake.stage],
        "is_accepted": intake.stage is not Stage.REGISTERED,
        "channel": given.channel,
        "return_method": given.return_method,
        "owner_name": owner_of(given).name,
        "search_key": search_key(code, given.procedure_version_id, given.parties),
        "received_at": intake.received_at,
        "received_on": local_day(intake.received_at),
        "received_by_id": actor.holding_id,
        "original_due_at": told.due_at,
        "due_at": told.due_at,
        "due_soon_at": told.due_soon_at,
        "clock": canonical(told.clock.to_plain()),
        "sets": given.sets,
        "fee_total_vnd": sum(fee["amount_vnd"] for fee in taken.fees),
        "note": given.note,
    }


def fact_of(
    row: dict[str, Any],
    given: ReceptionInput,
    ground: Ground,
    taken: TakenIn,
    citizen: dict[str, Any] | None = None,
) -> DossierReceived:
    """What the ledger keeps of it; `row` has its line of the register by now. `citizen`: the values
    of the account that sent it."""
    is_registered = taken.intake.stage is Stage.REGISTERED
    same = {name: row[name] for name in RECEIVED_FIELDS if name in row}
    return (DossierRegistered if is_registered else DossierReceived)(
        **{
            **same,
            "note": given.note or None,
            "clock": taken.timing.clock.to_plain(),
            "awaits_companion": given.awaits_companion or None,
        },
        expected_at=taken.expected_at,
        dossier_code=row["code"],
        procedure_code=ground.detail.code,
        parties=taken.parties,
        papers=taken.papers,
        fees=taken.fees,
        trace=tuple(line.to_plain() for line in taken.timing.trace),
        declaration=taken.declaration,
        files=taken.files or None,
        claims=taken.claims or None,
        citizen=citizen,
        complete_confirmed=given.complete_confirmed,
    )


RECEIVED_FIELDS = tuple(spec.name for spec in fields(DossierReceived))
