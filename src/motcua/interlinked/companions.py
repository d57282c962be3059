"""Follows dossiers: when one ends, those that wait for its result go on, are asked about, or stop.

In the transaction of the act. A failed branch touches nothing that does not hang on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from motcua.dossiers import events
from motcua.dossiers.following import Acted, Begun
from motcua.dossiers.following.consequences import (
    attach_on,
    issued_files,
    last_result,
    lock_these,
    release_on,
    stop_on,
)
from motcua.dossiers.vocabulary import Act, Decision, FileIn, Stage
from motcua.interlinked.models import AwaitedResult, SubmissionMember
from motcua.interlinked.queries.groups import group_version
from motcua.interlinked.rules.awaiting import NextStep, next_step
from motcua.interlinked.vocabulary import AwaitedState, FailedBecause, OnFailure
from motcua.interlinked.wording import GOES_ON_WITHOUT, STOPPED_BECAUSE
from motcua.ledger.recording import Record

FAILURES = {
    Act.WITHDRAW: FailedBecause.WITHDRAWN,
    Act.TERMINATE: FailedBecause.TERMINATED,
    Act.REFUSE_RECEPTION: FailedBecause.NOT_RECEIVED,
}
HEARD = frozenset({*FAILURES, Act.ISSUE_RESULT, Act.CORRECT_RESULT, Act.REOPEN})
"""Acts on a dossier that others may wait for."""


class CompanionsFollower:
    """Locks whatever an act may move, before its fact takes the chain."""

    def begun(self, record: Record, begun: Begun) -> None:
        """A new dossier has nobody waiting for it yet."""

    def acted(self, _record: Record, acted: Acted) -> None:
        if acted.act in HEARD:
            found = _hanging_on(acted.dossier.pk)
            if found:
                lock_these(found)


def _hanging_on(dossier_id: int) -> set[int]:
    """All that wait for it, and for those in turn. One query a step of the chain."""
    found: set[int] = set()
    last = {dossier_id}
    while last:
        rows = AwaitedResult.objects.filter(feeder__in=last).values_list("dossier_id", flat=True)
        last = set(rows) - found
        found |= last
    return found


def settle_companions(record: Record, acted: Acted) -> None:
    """What the act means for those that wait."""
    if acted.act is Act.RECEIVE and acted.dossier.awaits_companion:
        _settle(record, acted.dossier.pk)
    if acted.act not in HEARD:
        return
    waiting = AwaitedResult.objects.filter(feeder=acted.dossier.pk).order_by("dossier_id")
    for row in waiting:
        if acted.act is Act.CORRECT_RESULT:
            _give(record, row.dossier_id, _files(acted))
        elif _told(row, acted, record):
            _settle(record, row.dossier_id)


def _told(row: AwaitedResult, acted: Acted, record: Record) -> bool:
    """Keep in the row what became of the feeder; whether that is news."""
    state, reason = _outcome(acted)
    is_over = row.state == str(AwaitedState.ARRIVED)
    if is_over or state == row.state:
        return False
    settled_at = None if state is AwaitedState.WAITING else record.at
    AwaitedResult.objects.filter(pk=row.pk).update(
        state=str(state), reason=reason, settled_at=settled_at
    )
    return True


def _outcome(acted: Acted) -> tuple[AwaitedState, str]:
    if acted.act is Act.REOPEN:
        return AwaitedState.WAITING, ""
    if acted.act in FAILURES:
        return AwaitedState.FAILED, str(FAILURES[acted.act])
    is_granted = acted.dossier.decision == str(Decision.GRANTED)
    return (
        (AwaitedState.ARRIVED, "")
        if is_granted
        else (AwaitedState.FAILED, str(FailedBecause.DECLINED))
    )


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A dossier that waits: whether it still does, and what it has been told of each feeder."""

    rows: tuple[AwaitedResult, ...]
    on_failure: OnFailure

    @property
    def step(self) -> NextStep:
        return next_step([AwaitedState(row.state) for row in self.rows], self.on_failure)


def _settle(record: Record, dossier_id: int) -> None:
    """Move it on as the definition says. What is not received yet is settled when it is."""
    member = SubmissionMember.objects.select_related("submission", "dossier").get(
        dossier=dossier_id
    )
    if not member.dossier.awaits_companion or member.dossier.stage != str(Stage.IN_TRANSIT):
        return
    waiting = _waiting(member)
    if waiting.step is NextStep.RELEASE:
        results = tuple(_give_result(record, row) for row in waiting.rows if _arrived(row))
        why = GOES_ON_WITHOUT if len(results) < len(waiting.rows) else ""
        release_on(record, dossier_id, results, why)
    elif waiting.step is NextStep.STOP:
        failed = next(row for row in waiting.rows if row.state == str(AwaitedState.FAILED))
        stop_on(record, dossier_id, STOPPED_BECAUSE % {"code": failed.feeder.code})


def _waiting(member: SubmissionMember) -> _Waiting:
    held = group_version(member.submission.version_id)
    assert held is not None
    rows = AwaitedResult.objects.filter(dossier=member.dossier_id).select_related("feeder")
    return _Waiting(
        rows=tuple(rows.order_by("feeder_id")),
        on_failure=held.group.member(member.key).on_failure,
    )


def _arrived(row: AwaitedResult) -> bool:
    return row.state == str(AwaitedState.ARRIVED)


def _files(acted: Acted) -> tuple[FileIn, ...]:
    assert isinstance(acted.event, events.ResultCorrected | events.ResultIssued)
    return issued_files(acted.dossier.pk, acted.event.result.get("digests", ()))


def _give(record: Record, dossier_id: int, files: tuple[FileIn, ...]) -> None:
    for file in files:
        attach_on(record, dossier_id, file)


def _give_result(record: Record, row: AwaitedResult) -> dict[str, Any]:
    """The feeder's result becomes part of the dossier that waited; what its fact says of it."""
    result = last_result(row.feeder_id)
    _give(record, row.dossier_id, issued_files(row.feeder_id, result.digests))
    return {"code": row.feeder.code, **result.told}
