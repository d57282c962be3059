"""Who pays less, proven by what; and what a dossier owes when one thing of its case changes. Pure.

- An officer decides on each claim; a citizen's claim lowers what he is asked for while it waits, and
  nothing is received before it is decided: so nobody pays what he may not owe, or is asked twice.
- A proof whose last day lies before the day of filing does not count.
- Of all claims that stand the highest counts, once for each fee (`procedures.rules.fees`).

Basis: law.md 4.9 (who is exempt is data of each fee; the highest preference applies, not added).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from motcua.dossiers.events import FeeSettled
from motcua.dossiers.inputs import SettleFee
from motcua.dossiers.rules.facts import reason, within
from motcua.dossiers.vocabulary import ClaimState, ProofIn, ReceptionInput
from motcua.kernel.event import plain
from motcua.kernel.refusal import Refusal
from motcua.procedures.rules.content import Fee
from motcua.procedures.rules.fee_case import case_behind, groups_in
from motcua.procedures.rules.fees import CopiedDocument, FeeCase, FeeSheetLine, work_out
from motcua.procedures.vocabulary import Channel, Preference

NUMBER_MAX, ISSUER_MAX, SOURCE_MAX = 60, 200, 500
Claim = Mapping[str, Any]


class ProofExpired(Refusal):
    """The last day of the proof lies before the day of filing (`filed_on`)."""

    code = "proof-expired"


class ProofMissing(Refusal):
    """What proves it: a paper or file of the dossier, or the number of what was looked at."""

    code = "proof-missing"


class ReliefNotOffered(Refusal):
    """No fee of this procedure is lowered for that group."""

    code = "relief-not-offered"


class FeeCaseUnknown(Refusal):
    """Nobody knows any more of what case the fee was worked out, so it cannot be worked out anew."""

    code = "fee-case-unknown"


class FeeUnchanged(Refusal):
    """Nothing was decided and nothing becomes another."""

    code = "fee-unchanged"


class ClaimsWait(Refusal):
    """A citizen's claim waits: it is decided before the dossier is received."""

    code = "claims-wait"


class DecisionMissing(Refusal):
    """Whether the claim is accepted or not."""

    code = "claim-decision-missing"


class NothingAskedForIt(Refusal):
    """The dossier owes nothing: there is nothing to let go unpaid."""

    code = "nothing-to-let-go"


def offered_groups(fees: Iterable[Fee]) -> frozenset[Preference]:
    """For whom some fee of the procedure is lowered."""
    return frozenset(rule.group for fee in fees for rule in fee.exemptions if rule.percent)


def proof_problems(given: ReceptionInput, filed_on: date) -> Iterator[Refusal]:
    """What is wrong with the proofs that come with a dossier, each with its field."""
    claimed = set(given.preference_groups)
    for proof in given.proofs:
        if proof.group in claimed:
            yield from one_proof_problems(proof, filed_on, f"proof-{proof.group}-")


def one_proof_problems(proof: ProofIn, filed_on: date, prefix: str = "") -> Iterator[Refusal]:
    if proof.expires_on is not None and proof.expires_on < filed_on:
        yield ProofExpired(field=f"{prefix}expires_on", filed_on=filed_on.isoformat())
    lengths = {"number": NUMBER_MAX, "issuer": ISSUER_MAX, "source": SOURCE_MAX}
    for name, most in lengths.items():
        try:
            within(getattr(proof, name), at_field=f"{prefix}{name}", length_max=most)
        except Refusal as refusal:
            yield refusal


def claims_of(given: ReceptionInput, *, at: datetime, by: str) -> tuple[dict[str, Any], ...]:
    """The claims that come with a dossier, as fact and rows keep them. What an officer takes in at the desk
    he has looked at: it is accepted by him."""
    proofs = {proof.group: proof for proof in given.proofs}
    state = ClaimState.WAITING if given.claims_wait else ClaimState.ACCEPTED
    decided: dict[str, Any] = {} if given.claims_wait else {"decided_at": at, "decided_by": by}
    return tuple(
        claim_values(
            proofs.get(group) or ProofIn(group=group), state=state, claimed_at=at, **decided
        )
        for group in sorted(set(given.preference_groups))
    )


def claim_values(proof: ProofIn, **more: Any) -> dict[str, Any]:
    """A claim as plain values; what is empty is left out."""
    values: dict[str, Any] = {
        "group": proof.group,
        "kind": str(proof.kind),
        "source": proof.source.strip(),
        "number": proof.number.strip(),
        "issuer": proof.issuer.strip(),
        "expires_on": proof.expires_on,
        **more,
    }
    return {name: plain(value) for name, value in values.items() if value not in ("", None)}


def groups_that_stand(claims: Iterable[Claim]) -> frozenset[Preference]:
    """The preferences that count: accepted, or still waiting for their decision."""
    standing = (one for one in claims if one["state"] != ClaimState.REFUSED)
    return frozenset(Preference(one["group"]) for one in standing)


def waiting_groups(claims: Iterable[Claim]) -> frozenset[str]:
    return frozenset(str(one["group"]) for one in claims if one["state"] == ClaimState.WAITING)


def marked(lines: Iterable[FeeSheetLine], waiting: Collection[str]) -> tuple[FeeSheetLine, ...]:
    """The lines; what is taken off for a claim that waits says so."""
    return tuple(
        replace(line, params={**line.params, "is_waiting": True})
        if line.params.get("group") in waiting
        else line
        for line in lines
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class FeeStanding:
    """What a dossier owes now and why, as the rule must know it. `filed_on`: the day it was handed in."""

    fees: tuple[Fee, ...]
    lines: tuple[FeeSheetLine, ...]
    claims: tuple[Claim, ...]
    channel: Channel
    variant: int | None
    filed_on: date

    @property
    def total_vnd(self) -> int:
        return sum(line.amount_vnd for line in self.lines)

    @property
    def groups(self) -> frozenset[Preference]:
        """Those that count now. What took something off before claims were kept counts on."""
        known = {str(one["group"]) for one in self.claims}
        unsaid = {group for group in groups_in(self.lines) if str(group) not in known}
        return groups_that_stand(self.claims) | unsaid

    def case(self) -> FeeCase:
        """Refusals: FeeCaseUnknown."""
        found = case_behind(self.fees, self.lines, channel=self.channel, variant=self.variant)
        if found is None:
            raise FeeCaseUnknown
        return replace(found, groups=self.groups)


@dataclass(frozen=True, kw_only=True, slots=True)
class Settled:
    """What settling comes to: the fact to be, with its lines."""

    reason: str
    old_total_vnd: int
    lines: tuple[FeeSheetLine, ...]
    claim: dict[str, Any] | None

    @property
    def total_vnd(self) -> int:
        return sum(line.amount_vnd for line in self.lines)


def settle(standing: FeeStanding, given: SettleFee, *, at: datetime, by: str) -> Settled:
    """What is owed once a claim is decided, or copies and pages are others. Refusals: ReasonMissing,
    TextTooLong, DecisionMissing, ReliefNotOffered, ProofMissing, ProofExpired, FeeCaseUnknown,
    FeeUnchanged, those of `procedures.rules.fees`."""
    why = reason(given.reason)
    claim = _decided(standing, given, why, at, by) if given.group else None
    others = tuple(
        one for one in standing.claims if claim is None or one["group"] != claim["group"]
    )
    after = replace(standing, claims=(*others, claim) if claim else others)
    lines = marked(work_out(after.fees, _case(after, standing.case(), given)).lines,
                   waiting_groups(after.claims))  # fmt: skip
    if claim is None and _amounts(lines) == _amounts(standing.lines):
        raise FeeUnchanged
    return Settled(reason=why, old_total_vnd=standing.total_vnd, lines=lines, claim=claim)


def _case(after: FeeStanding, before: FeeCase, given: SettleFee) -> FeeCase:
    """The case with what changed. The group whose claim was decided is no longer taken from the lines."""
    case = replace(before, groups=after.groups - _refused(after))
    if given.copies is not None or given.pages is not None:
        case = replace(
            case,
            items=(),
            copies=case.copies if given.copies is None else given.copies,
            pages=case.pages if given.pages is None else given.pages,
        )
    return case


def recounted(
    standing: FeeStanding, documents: tuple[CopiedDocument, ...]
) -> tuple[FeeSheetLine, ...] | None:
    """The lines once other originals or copies are declared; None where nothing becomes another, or nobody
    knows any more what was counted before (then an officer settles it)."""
    try:
        case = replace(standing.case(), items=documents)
    except FeeCaseUnknown:
        return None
    lines = marked(work_out(standing.fees, case).lines, waiting_groups(standing.claims))
    return None if _amounts(lines) == _amounts(standing.lines) else lines


def _refused(standing: FeeStanding) -> frozenset[Preference]:
    return frozenset(
        Preference(one["group"]) for one in standing.claims if one["state"] == ClaimState.REFUSED
    )


def _amounts(lines: Iterable[FeeSheetLine]) -> list[tuple[str, str, int]]:
    return [(line.name, str(line.code), line.amount_vnd) for line in lines]


def _decided(
    standing: FeeStanding, given: SettleFee, why: str, at: datetime, by: str
) -> dict[str, Any]:
    """The claim as it stands decided; what was proven before counts where nothing new is said."""
    if given.accepted is None:
        raise DecisionMissing(field="accepted")
    before = next((one for one in standing.claims if one["group"] == given.group), None)
    if before is None and Preference(given.group) not in offered_groups(standing.fees):
        raise ReliefNotOffered(field="group")
    proof = given.proof or proof_in(before) or ProofIn(group=given.group)
    if given.accepted:
        if not (proof.number.strip() or proof.source.strip()):
            raise ProofMissing(field="number")
        for problem in one_proof_problems(proof, standing.filed_on):
            raise problem
    return claim_values(
        replace(proof, group=given.group),
        state=ClaimState.ACCEPTED if given.accepted else ClaimState.REFUSED,
        reason=why,
        claimed_at=before["claimed_at"] if before else at,
        decided_at=at,
        decided_by=by,
    )


def proof_in(claim: Claim | None) -> ProofIn | None:
    """The proof of a claim as it was given."""
    if claim is None:
        return None
    names = ("group", "kind", "source", "number", "issuer")
    day = claim.get("expires_on")
    return ProofIn(
        **{name: claim[name] for name in names if name in claim},
        expires_on=date.fromisoformat(day) if day else None,
    )


def fact_of(settled: Settled, fees: tuple[dict[str, Any], ...]) -> FeeSettled:
    return FeeSettled(
        reason=settled.reason,
        old_total_vnd=settled.old_total_vnd,
        fee_total_vnd=settled.total_vnd,
        fees=fees,
        claim=settled.claim,
    )
