"""Ordering a trial of a draft on the dossiers of the past."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction

from motcua.agencies.queries import subtree_ids
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.procedures.queries.details import procedure_detail
from motcua.procedures.queries.versions import versions_of
from motcua.processes.policies import may_change
from motcua.processes.queries.drafts import process_draft
from motcua.processes.queries.identity import process_identity
from motcua.processes.rules.checking import faults_of, findings
from motcua.processes.rules.definition import process_of
from motcua.processes.rules.document import digest_of
from motcua.processes.rules.succession import ProcessDraftMissing, ProcessNotPublishable
from motcua.workflow.models import ReplayRun

YEAR = timedelta(days=365)


def begin_replay(*, actor: Actor, at: datetime, process_id: int) -> int:
    """Order the draft to be tried on the dossiers received in the year until yesterday; the id of the
    run, for `work_on_replay`. Asked again while it runs it is the same run. Nothing but the run is
    written: a trial is no act on anything.

    Refusals: NotPermitted, NotFound, ProcessDraftMissing, ProcessNotPublishable (it cannot be walked
    through as it is).
    """
    today = local_day(at)
    identity = process_identity(process_id, today)
    may_change(actor, identity.agency_id, today).demand()
    draft = process_draft(actor, process_id)
    if draft is None:
        raise ProcessDraftMissing()
    if faults_of(findings(process_of(draft.definition), identity.limit)):
        raise ProcessNotPublishable(())
    run = ReplayRun(
        process_id=process_id,
        definition=draft.definition,
        digest=digest_of(draft.definition),
        agency_ids=_agencies(actor, identity.agency_id, today),
        procedure_version_ids=_versions(identity.procedure_version_id),
        from_day=today - YEAR,
        until_day=today - timedelta(days=1),
        user_id=actor.user_id or 0,
        asked_at=at,
        touched_at=at,
    )
    try:
        with transaction.atomic():
            run.save(force_insert=True)
    except IntegrityError:
        running = ReplayRun.objects.filter(process=process_id, finished_at=None).first()
        if running is None:
            raise
        return running.pk
    return run.pk


def _agencies(actor: Actor, agency_id: int | None, day: date) -> list[int]:
    """The agency of the process; of one for all, those that the administrator keeps."""
    if agency_id is not None:
        return [agency_id]
    return sorted(subtree_ids(actor.agency_id, day)) if actor.agency_id else []


def _versions(procedure_version_id: int) -> list[int]:
    """Every version of the procedure: last year's dossiers came in under the earlier ones too."""
    detail = procedure_detail(procedure_version_id)
    return sorted(
        row.version_id
        for row in versions_of(detail.code)
        if (row.scope, row.place) == (detail.scope, detail.place)
    )
