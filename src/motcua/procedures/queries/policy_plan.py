"""What setting one thing for many procedures from a day on would do, read without writing anything."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import F, Q

from motcua.kernel.refusal import Refusal
from motcua.procedures.models import ProcedureVersion
from motcua.procedures.queries.details import ProcedureDetail, procedure_detail
from motcua.procedures.queries.import_plan import standing
from motcua.procedures.rules.content import ExemptionRule, Fee, digest_of
from motcua.procedures.rules.succession import Proposal, Step, StepKind, next_step
from motcua.procedures.vocabulary import AskedAt, FeeKind, Preference
from motcua.worktime.vocabulary import PausePolicy

VERSIONS_MAX = 500


class PolicyStartsTooEarly(Refusal):
    """A policy holds from tomorrow at the earliest: what has begun is never rewritten."""

    code = "supplement-policy-starts-too-early"


class PolicyForNothing(Refusal):
    """No version of that choice holds on the day or begins later."""

    code = "supplement-policy-for-nothing"


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What is to hold from a day on, for one procedure or for all of a sector (exactly one of the two).

    `field`: the part of the content that becomes another.
    """

    field = ""
    starts_on: date
    procedure_id: int | None = None
    sector_code: str = ""

    @abstractmethod
    def applied(self, detail: ProcedureDetail) -> ProcedureDetail:
        """The content as wished."""


@dataclass(frozen=True, kw_only=True)
class PolicyWish(Wish):
    """What becomes of the time limit when a supplement is requested."""

    field = "supplement_policy"
    policy: PausePolicy

    def applied(self, detail: ProcedureDetail) -> ProcedureDetail:
        return replace(detail, supplement_policy=self.policy)


@dataclass(frozen=True, kw_only=True)
class AskingWish(Wish):
    """When fees are asked for: all of them, or those of one kind."""

    field = "fees"
    asked_at: AskedAt
    kind: FeeKind | None = None

    def applied(self, detail: ProcedureDetail) -> ProcedureDetail:
        fees = tuple(
            replace(fee, asked_at=self.asked_at) if self.kind in (None, fee.kind) else fee
            for fee in detail.fees
        )
        return replace(detail, fees=fees)


@dataclass(frozen=True, kw_only=True)
class ReliefWish(Wish):
    """For whom fees are lowered, and by how much: all of them, or those of one kind. 0 percent: for
    nobody of the group any more. `name`: the text that says so, shown beside the group."""

    field = "fees"
    group: Preference
    percent: int
    name: str = ""
    kind: FeeKind | None = None

    def applied(self, detail: ProcedureDetail) -> ProcedureDetail:
        fees = tuple(
            self._lowered(fee) if self.kind in (None, fee.kind) else fee for fee in detail.fees
        )
        return replace(detail, fees=fees)

    def _lowered(self, fee: Fee) -> Fee:
        others = tuple(rule for rule in fee.exemptions if rule.group is not self.group)
        rule = ExemptionRule(group=self.group, percent=self.percent, name=self.name)
        return replace(fee, exemptions=(*others, rule) if self.percent else others)


@dataclass(frozen=True, kw_only=True, slots=True)
class PolicyStep:
    """A version that holds on the day or later, what it would say, and the step that takes."""

    detail: ProcedureDetail
    content: ProcedureDetail
    content_digest: str
    step: Step

    @property
    def changes(self) -> bool:
        return self.step.kind is not StepKind.UNCHANGED


def plan_policy(wish: Wish, *, today: date) -> tuple[PolicyStep, ...]:
    """The steps by code; versions that say it already are among them, unchanged.

    Refusals: PolicyStartsTooEarly, PolicyForNothing. One query, and the details of each version.
    """
    if wish.starts_on <= today:
        raise PolicyStartsTooEarly(field="starts_on", today=today.isoformat())
    steps = tuple(policy_step(version, wish, today=today) for version in versions_for(wish))
    if not steps:
        raise PolicyForNothing(field="sector", day=wish.starts_on.isoformat())
    return steps


def versions_for(wish: Wish) -> Iterable[ProcedureVersion]:
    """Alive versions that hold on the day or begin later; served by `version_of_procedure`."""
    whose = (
        Q(procedure=wish.procedure_id) if wish.procedure_id else Q(sector__code=wish.sector_code)
    )
    ahead = Q(valid_until=None) | Q(valid_until__gt=wish.starts_on)
    alive = Q(valid_until=None) | Q(valid_until__gt=F("valid_from"))
    rows = ProcedureVersion.objects.filter(whose, ahead, alive)
    return rows.order_by("procedure__code", "valid_from", "id")[:VERSIONS_MAX]


def policy_step(version: ProcedureVersion, wish: Wish, *, today: date) -> PolicyStep:
    """The step of one version: the same text but for what is wished, from the day on."""
    detail = procedure_detail(version.pk)
    content = wish.applied(detail)
    digest = detail.content_digest if detail == content else digest_of(content)
    proposal = Proposal(
        content_digest=digest, valid_from=version.valid_from, valid_until=version.valid_until
    )
    step = next_step(proposal, [standing(version)], starts_on=wish.starts_on, today=today)
    return PolicyStep(detail=detail, content=content, content_digest=digest, step=step)
