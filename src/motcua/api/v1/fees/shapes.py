"""Fees of a dossier: its lines, who claims to pay less, what was let go unpaid."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from motcua.api.v1.shapes.fields import DayIn, Given, Told
from motcua.api.v1.shapes.money import LaterOut
from motcua.dossiers.rules.facts import REASON_LENGTH_MAX
from motcua.dossiers.rules.fees.reliefs import ISSUER_MAX, NUMBER_MAX, SOURCE_MAX
from motcua.dossiers.vocabulary import ClaimState, ProofKind
from motcua.procedures.rules.fees import COUNT_MAX
from motcua.procedures.vocabulary import AskedAt, FeeKind, Preference

Reason = Annotated[
    str, Field(max_length=REASON_LENGTH_MAX, description="The payer reads it: say why.")
]
Count = Annotated[int, Field(strict=True, ge=1, le=COUNT_MAX)]


class ProofGiven(Given):
    """What proves it: a paper or file of the dossier by its name (`source`), or what was shown."""

    kind: ProofKind = ProofKind.SEEN
    source: Annotated[str, Field(max_length=SOURCE_MAX)] = ""
    number: Annotated[str, Field(max_length=NUMBER_MAX)] = ""
    issuer: Annotated[str, Field(max_length=ISSUER_MAX)] = ""
    expires_on: DayIn | None = Field(None, description="The last day on which it holds.")


class SettleIn(Given):
    """What of the fee is decided: a claim of one group, or other copies or pages. Without `proof` a claim is
    decided on what was shown when it was made."""

    reason: Reason
    group: Preference | None = None
    accepted: Annotated[bool, Field(strict=True)] | None = None
    proof: ProofGiven | None = None
    copies: Count | None = None
    pages: Count | None = None


class LetIn(Given):
    """Why the result may leave before its fee is paid. The fee stays owed."""

    reason: Reason


class FeeLineOut(Told):
    """One signed line; all of them add up to the total."""

    kind: FeeKind
    name: str
    amount_vnd: int
    asked_at: AskedAt


class ClaimOut(Told):
    """Who claims to pay less, by which proof, what an officer made of it."""

    group: Preference
    state: ClaimState
    kind: ProofKind
    source: str = ""
    number: str = ""
    issuer: str = ""
    reason: str = ""
    decided_by: str = ""


class FeeOut(Told):
    """`due_vnd` is to be paid now, `later` at its moment; `over_vnd` was paid beyond and not asked back yet."""

    code: str
    version: int
    total_vnd: int
    paid_vnd: int
    due_vnd: int
    over_vnd: int
    later: list[LaterOut]
    lines: list[FeeLineOut]
    claims: list[ClaimOut]
    may_go_unpaid: bool = Field(description="A leader lets the result be handed over unpaid.")
