"""What setting the supplement policy from a day would do, read without writing anything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import F, Q

from motcua.kernel.refusal import Refusal
from motcua.procedures.models import ProcedureVersion
from motcua.procedures.queries.details import ProcedureDetail, procedure_detail
from motcua.procedures.queries.import_plan import standing
from motcua.procedures.rules.content import digest_of
from motcua.procedures.rules.succession import Proposal, Step, StepKind, next_step
from motcua.worktime.vocabulary import PausePolicy

VERSIONS_MAX = 500


class PolicyStartsTooEarly(Refusal):
    """A policy holds from tomorrow at the earliest: what has begun is never rewritten."""

    code = "supplement-policy-starts-too-early"


class PolicyForNothing(Refusal):
    """No version of that choice holds on the day or begins later."""

    code = "supplement-policy-for-nothing"


@dataclass(frozen=True, kw_only=True, slots=True)
class PolicyWish:
    """The policy from a day on, for one procedure or for all of a sector (exactly one of the two)."""

    policy: PausePolicy
    starts_on: date
    procedure_id: int | None = None
    sector_code: str = ""


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


def plan_policy(wish: PolicyWish, *, today: date) -> tuple[PolicyStep, ...]:
    """The steps by code; versions that say it already are among them, unchanged.

    Refusals: PolicyStartsTooEarly, PolicyForNothing. One query, and the details of each version.
    """
    if wish.starts_on <= today:
        raise PolicyStartsTooEarly(field="starts_on", today=today.isoformat())
    steps = tuple(policy_step(version, wish, today=today) for version in versions_for(wish))
    if not steps:
        raise PolicyForNothing(field="sector", day=wish.starts_on.isoformat())
    return steps


def versions_for(wish: PolicyWish) -> Iterable[ProcedureVersion]:
    """Alive versions that hold on the day or begin later; served by `version_of_procedure`."""
    whose = (
        Q(procedure=wish.procedure_id) if wish.procedure_id else Q(sector__code=wish.sector_code)
    )
    ahead = Q(valid_until=None) | Q(valid_until__gt=wish.starts_on)
    alive = Q(valid_until=None) | Q(valid_until__gt=F("valid_from"))
    rows = ProcedureVersion.objects.filter(whose, ahead, alive)
    return rows.order_by("procedure__code", "valid_from", "id")[:VERSIONS_MAX]


def policy_step(version: ProcedureVersion, wish: PolicyWish, *, today: date) -> PolicyStep:
    """The step of one version: the same text with another policy, from the day on."""
    detail = procedure_detail(version.pk)
    content = replace(detail, supplement_policy=wish.policy)
    digest = detail.content_digest if detail == content else digest_of(content)
    proposal = Proposal(
        content_digest=digest, valid_from=version.valid_from, valid_until=version.valid_until
    )
    step = next_step(proposal, [standing(version)], starts_on=wish.starts_on, today=today)
    return PolicyStep(detail=detail, content=content, content_digest=digest, step=step)
