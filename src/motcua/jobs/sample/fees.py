"""So that whoever tries the office sees every moment of paying and a preference with its proof: a fee paid
with the result, one paid at a supplement, one lowered for old people; two dossiers at the counter of today.

The percentages are the sample's own, of no real text.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from random import Random
from typing import Any

from motcua.accounts.queries import actor_for_user, user_id_called
from motcua.dossiers import inputs
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.preparation import ground_for
from motcua.dossiers.vocabulary import Act, Decision, ProofIn, ReceptionInput
from motcua.jobs.sample.dossiers import invent_reception
from motcua.kernel.actor import Actor, Door
from motcua.kernel.clock import ZONE, local_day
from motcua.procedures.commands.set_supplement_policy import republish
from motcua.procedures.queries.catalogue import version_in_force
from motcua.procedures.queries.policy_plan import AskingWish, ReliefWish, Wish
from motcua.procedures.vocabulary import AskedAt, Channel, Preference
from motcua.worktime.queries.calendars import office_time

EXTRACT, PERMIT = "2.000635", "1.013225"
SEED = 635
DAY = timedelta(days=1)
SINCE_OPENING = 25
SHOWN = 2
SOURCE = "mức của bản thử, không phải văn bản thật"
OLD, POOR = Preference.ELDERLY, Preference.POOR_HOUSEHOLD
PROOF = ProofIn(group=str(OLD), number="012345678901", issuer="Cục Cảnh sát QLHC về TTXH")
ACTS: tuple[tuple[str, Act, Any], ...] = (
    ("thuly1", Act.START, inputs.Nothing()),
    ("thuly1", Act.PROPOSE, inputs.Propose(decision=Decision.GRANTED, opinion="Đủ điều kiện")),
    ("lanhdao", Act.DECIDE, inputs.Decide(decision=Decision.GRANTED)),
    ("vanthu", Act.ISSUE_RESULT, inputs.IssueResult(document_number="635/TL", subject="Trích lục")),
)


def set_fee_terms(*, actor: Actor, at: datetime, agency_id: int) -> None:
    """From the last open day on: when fees are asked for, and for whom they are lowered. Where the
    catalogue has no such fee, nothing is done."""
    at = _open_moment(agency_id, at)
    for wish in _wishes(at):
        republish(actor=actor, at=at - DAY, wish=wish)


def show_fees(*, at: datetime, agency_id: int) -> None:
    """Receive two dossiers: an old person's, and one whose result waits to be paid for."""
    at = _open_moment(agency_id, at)
    detail = version_in_force(EXTRACT, local_day(at))
    if detail is None or not detail.fees:
        return
    ground = ground_for(
        agency_id=agency_id, procedure_version_id=detail.version_id, day=local_day(at)
    )
    plain = invent_reception(Random(SEED), ground)  # noqa: S311  # invented people, no secret
    old = _at_the_desk(plain, preference_groups=(str(OLD),), proofs=(PROOF,))
    receive_dossier(actor=_officer("tiepnhan1", at), at=at, given=old)
    ref = receive_dossier(actor=_officer("tiepnhan1", at), at=at, given=_at_the_desk(plain))
    for username, act, given in ACTS:
        perform(Asked(actor=_officer(username, at), at=at, code=ref.code), act, given)


def _open_moment(agency_id: int, at: datetime) -> datetime:
    """A while after the desk last opened."""
    day = local_day(at)
    while True:
        for opening, _closing in reversed(
            office_time(agency_id, day).calendar.hours_on(day).sessions
        ):
            minute = opening + SINCE_OPENING
            moment = datetime.combine(day, time(minute // 60, minute % 60), tzinfo=ZONE)
            if moment <= at:
                return moment
        day -= DAY


def _wishes(at: datetime) -> list[Wish]:
    """From that day on: what has begun is never rewritten, so they are told of yesterday."""
    day = local_day(at)
    found: dict[str, int] = {}
    for code in (EXTRACT, PERMIT):
        detail = version_in_force(code, day)
        if detail is not None and detail.fees:
            found[code] = detail.procedure_id
    wishes: list[Wish] = []
    if EXTRACT in found:
        whose: dict[str, Any] = {"starts_on": day, "procedure_id": found[EXTRACT]}
        wishes.append(AskingWish(asked_at=AskedAt.RETURN, **whose))
        wishes.append(ReliefWish(group=OLD, percent=50, name=f"Người cao tuổi ({SOURCE})", **whose))
        wishes.append(ReliefWish(group=POOR, percent=100, name=f"Hộ nghèo ({SOURCE})", **whose))
    if PERMIT in found:
        asked: dict[str, Any] = {"starts_on": day, "procedure_id": found[PERMIT]}
        wishes.append(AskingWish(asked_at=AskedAt.SUPPLEMENT, **asked))
    return wishes


def _at_the_desk(given: ReceptionInput, **changes: Any) -> ReceptionInput:
    return replace(given, channel=Channel.DESK, copies=2, pages=1, **changes)


def _officer(username: str, at: datetime) -> Actor:
    return actor_for_user(user_id_called(username), at, Door.COMMAND_LINE, f"demo-{username}")
