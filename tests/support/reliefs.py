"""A procedure whose fee is lowered for some, set by the administrator as data; dossiers of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.fees.settling import settle_fee
from motcua.dossiers.inputs import SettleFee
from motcua.dossiers.vocabulary import ProofIn
from motcua.kernel.clock import local_day
from motcua.procedures.commands.set_supplement_policy import set_fee_moment, set_relief
from motcua.procedures.models import Procedure
from motcua.procedures.queries.policy_plan import AskingWish, ReliefWish
from motcua.procedures.vocabulary import AskedAt, Preference
from tests.support.clock import PLAIN_MORNING
from tests.support.money import cashier, owing
from tests.support.reception import CERTIFIED_COPY
from tests.support.working_office import SETUP

NEXT_DAY = PLAIN_MORNING + timedelta(days=1)
OLD, POOR = Preference.ELDERLY, Preference.POOR_HOUSEHOLD


def lowered(group: Preference, percent: int, at: datetime = PLAIN_MORNING) -> None:
    """From the day after, this part of the fee of certified copies is taken off for the group."""
    wish = ReliefWish(
        group=group,
        percent=percent,
        starts_on=local_day(at) + timedelta(days=1),
        procedure_id=Procedure.objects.get(code=CERTIFIED_COPY, place="").pk,
    )
    set_relief(actor=SETUP, at=at, wish=wish)


def asked_at(moment: AskedAt, at: datetime = PLAIN_MORNING) -> None:
    """From the day after, the fee of certified copies is asked for then."""
    wish = AskingWish(
        asked_at=moment,
        starts_on=local_day(at) + timedelta(days=1),
        procedure_id=Procedure.objects.get(code=CERTIFIED_COPY, place="").pk,
    )
    set_fee_moment(actor=SETUP, at=at, wish=wish)


def proof(group: Preference = OLD, expires_on: date | None = None) -> ProofIn:
    return ProofIn(group=str(group), number="12/GCN", issuer="UBND xã", expires_on=expires_on)


def owing_with(*groups: Preference, at: datetime = NEXT_DAY, **changes: Any) -> str:
    """A dossier that claims these preferences at the desk, proven."""
    told = {"preference_groups": tuple(map(str, groups)), "proofs": tuple(map(proof, groups))}
    return owing(at=at, **(told | changes))


def settle(code: str, at: datetime = NEXT_DAY, **given: Any) -> None:
    """The real command, by the officer at the counter."""
    given = {"reason": "Đã xem giấy"} | given
    settle_fee(Asked(actor=cashier(at=at), at=at, code=code), SettleFee(**given))
