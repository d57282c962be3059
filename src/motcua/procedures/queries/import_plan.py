"""What importing a document would do, read without writing anything."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from motcua.kernel.clock import local_day
from motcua.procedures.importing.reading import read_document
from motcua.procedures.models import FeeRule, ProcedureVersion
from motcua.procedures.queries.details import procedure_detail
from motcua.procedures.queries.kept_reliefs import kept_reliefs, with_reliefs
from motcua.procedures.rules.content import ProcedureRecord, differences, digest_of
from motcua.procedures.rules.import_report import ImportedVersion, ImportReport
from motcua.procedures.rules.refused import RecordRefused, RefusedRecord, refused
from motcua.procedures.rules.succession import (
    Proposal,
    StandingVersion,
    Step,
    StepKind,
    next_step,
)
from motcua.procedures.shipped import overlay
from motcua.procedures.vocabulary import AskedAt
from motcua.worktime.vocabulary import PausePolicy

Key = tuple[str, str, str]
Moments = dict[tuple[str, str], AskedAt]


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedStep:
    """A record, its digest and the step it asks for."""

    record: ProcedureRecord
    content_digest: str
    step: Step

    @property
    def proposal(self) -> Proposal:
        return proposal_of(self.record, self.content_digest)


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportPlan:
    """The steps in the order of the document, and the records left out."""

    steps: tuple[PlannedStep, ...]
    refused: tuple[RefusedRecord, ...]
    starts_on: date
    today: date


def preview_import(*, document: Any, at: datetime, valid_from: date | None = None) -> ImportReport:
    """What `import_catalogue` would report now, with the fields that would change.

    One query for all versions, and the details of those that would change.
    Refusal: DocumentUnreadable.
    """
    return report_of(plan_import(document=document, at=at, valid_from=valid_from))


def plan_import(*, document: Any, at: datetime, valid_from: date | None) -> ImportPlan:
    """Read the document and decide on each record. Changes begin on `valid_from`, else on the day
    that the document states, else on the day after `at`. Refusal: DocumentUnreadable."""
    today = local_day(at)
    read = read_document(document, overlay())
    starts_on = valid_from or read.valid_from or today + timedelta(days=1)
    chains, policies = _chains()
    moments, reliefs = _moments(), kept_reliefs()
    steps, left_out = [], list(read.refused)
    for read_record in sorted(read.records, key=lambda record: record.valid_from):
        record = _with_moments(_with_policy(read_record, policies), moments)
        kept = reliefs.get(record.key, {})
        record = replace(record, content=with_reliefs(record.content, kept))
        digest = digest_of(record.content)
        proposal = proposal_of(record, digest)
        chain = chains.setdefault(record.key, [])
        try:
            step = next_step(proposal, chain, starts_on=starts_on, today=today)
        except RecordRefused as no:
            left_out.append(_left_out(record, no))
            continue
        steps.append(PlannedStep(record=record, content_digest=digest, step=step))
        _follow(chain, step, digest)
    return ImportPlan(steps=tuple(steps), refused=tuple(left_out), starts_on=starts_on, today=today)


def proposal_of(record: ProcedureRecord, digest: str) -> Proposal:
    return Proposal(
        content_digest=digest, valid_from=record.valid_from, valid_until=record.valid_until
    )


def report_of(plan: ImportPlan) -> ImportReport:
    """The plan in the words of a report; what changes is told field by field."""
    return ImportReport(
        new=tuple(imported(one) for one in plan.steps if one.step.kind is StepKind.NEW),
        changed=tuple(imported(one) for one in plan.steps if one.step.kind is StepKind.CHANGED),
        unchanged=tuple(
            one.record.record_id for one in plan.steps if one.step.kind is StepKind.UNCHANGED
        ),
        refused=plan.refused,
    )


def imported(planned: PlannedStep) -> ImportedVersion:
    record, step = planned.record, planned.step
    changes = (
        differences(procedure_detail(step.closes_id), record.content) if step.closes_id else ()
    )
    return ImportedVersion(
        record_id=record.record_id,
        code=record.code,
        place=record.place,
        name=record.content.name,
        valid_from=step.valid_from,
        differences=changes,
    )


def standing(version: ProcedureVersion) -> StandingVersion:
    return StandingVersion(
        id=version.pk,
        valid_from=version.valid_from,
        valid_until=version.valid_until,
        content_digest=version.content_digest,
    )


def _chains() -> tuple[dict[Key, list[StandingVersion]], dict[Key, PausePolicy]]:
    """The versions of each procedure, and the supplement policy that its last one has."""
    versions = ProcedureVersion.objects.select_related("procedure").only(
        "valid_from",
        "valid_until",
        "content_digest",
        "supplement_policy",
        "procedure__code",
        "procedure__scope",
        "procedure__place",
    )
    chains: dict[Key, list[StandingVersion]] = {}
    policies: dict[Key, PausePolicy] = {}
    for version in versions.order_by("id"):
        procedure = version.procedure
        key = (procedure.code, procedure.scope, procedure.place)
        chains.setdefault(key, []).append(standing(version))
        policies[key] = PausePolicy(version.supplement_policy)
    return chains, policies


def _with_policy(record: ProcedureRecord, policies: dict[Key, PausePolicy]) -> ProcedureRecord:
    """Documents do not state the supplement policy: what the office has set stays."""
    policy = policies.get(record.key, record.content.supplement_policy)
    return replace(record, content=replace(record.content, supplement_policy=policy))


def _moments() -> dict[Key, Moments]:
    """When the office has set the fees of each procedure to be asked for, in its last version."""
    last: dict[Key, tuple[int, Moments]] = {}
    rows = FeeRule.objects.filter(version__in=_with_moments_set()).order_by("version_id")
    told = rows.values_list(
        "version__procedure__code",
        "version__procedure__scope",
        "version__procedure__place",
        "version_id",
        "kind",
        "name",
        "asked_at",
    )
    for code, scope, place, version_id, kind, name, asked_at in told:
        known_id, moments = last.get((code, scope, place), (0, {}))
        moments = moments if known_id == version_id else {}
        last[code, scope, place] = (version_id, {**moments, (kind, name): AskedAt(asked_at)})
    return {key: moments for key, (_id, moments) in last.items()}


def _with_moments_set() -> Any:
    """All versions of the procedures of which any ever asked for a fee at another moment."""
    set_ever = FeeRule.objects.exclude(asked_at=AskedAt.RECEPTION)
    of_these = ProcedureVersion.objects.filter(procedure__in=set_ever.values("version__procedure"))
    return of_these.values("pk")


def _with_moments(record: ProcedureRecord, moments: dict[Key, Moments]) -> ProcedureRecord:
    """Where a document does not state when a fee is asked for, what the office has set stays."""
    known = moments.get(record.key, {})
    fees = tuple(
        replace(fee, asked_at=known.get((str(fee.kind), fee.name), fee.asked_at))
        if fee.asked_at is AskedAt.RECEPTION
        else fee
        for fee in record.content.fees
    )
    return replace(record, content=replace(record.content, fees=fees)) if known else record


def _follow(chain: list[StandingVersion], step: Step, digest: str) -> None:
    """Let later records of the same document see what this one will publish."""
    if step.kind is StepKind.NEW:
        chain.append(
            StandingVersion(
                id=0,
                valid_from=step.valid_from,
                valid_until=step.valid_until,
                content_digest=digest,
            )
        )


def _left_out(record: ProcedureRecord, no: RecordRefused) -> RefusedRecord:
    return refused(no, record_id=record.record_id, code=record.code, name=record.content.name)
