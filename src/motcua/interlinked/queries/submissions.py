"""A submission as somebody may see it: each of its dossiers, where it is, what waits for what.

Whoever may see one of the dossiers sees that the others are there, by the name of their procedure and
who settles them; the rest only of those he may see.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from motcua.accounts.rules.roles import Permission
from motcua.agencies.queries import agency_on
from motcua.dossiers.policies import among_visible, find_for
from motcua.dossiers.vocabulary import Stage
from motcua.interlinked.models import AwaitedResult, SubmissionMember
from motcua.interlinked.queries.groups import group_version
from motcua.interlinked.rules.definition import Group
from motcua.interlinked.vocabulary import AwaitedState, OnFailure
from motcua.interlinked.whole_limit import why_longer
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """A result that is waited for: of which member; `reason` (a code): why it will never come."""

    key: str
    name: str
    state: AwaitedState
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberDossier:
    """One dossier of a submission. `code`, `stage` and dates are told only to whoever may see it."""

    key: str
    name: str
    agency_name: str
    is_seen: bool
    code: str
    stage: Stage | None
    decision: str
    due_at: datetime | None
    expected_at: datetime | None
    ended_at: datetime | None
    awaits_companion: bool
    waits_for: tuple[Awaited, ...]
    on_failure: OnFailure

    @property
    def is_expected(self) -> bool:
        """No date is promised yet; one can only be expected."""
        return self.due_at is None and self.expected_at is not None and self.ended_at is None

    @property
    def must_be_decided(self) -> bool:
        """A result will never come, nothing else is awaited, and somebody has to say what now."""
        states = {one.state for one in self.waits_for}
        return (
            self.awaits_companion
            and AwaitedState.FAILED in states
            and AwaitedState.WAITING not in states
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionShown:
    """A whole submission. `last_at`: when all of it is done or can be expected; None: not known."""

    group_code: str
    name: str
    limit_words: str
    agency_id: int
    group: Group
    submitted_at: datetime
    head_code: str
    members: tuple[MemberDossier, ...]

    @property
    def why_longer(self) -> str:
        """Why that lies after the limit of the whole, in words; empty while it does not."""
        return why_longer(
            self.group,
            agency_id=self.agency_id,
            begins_at=self.submitted_at,
            last_at=self.last_at,
        )

    @property
    def last_at(self) -> datetime | None:
        days = [one.ended_at or one.due_at or one.expected_at for one in self.members]
        known = [day for day in days if day is not None]
        return max(known) if len(known) == len(days) else None


def submission_of(
    actor: Actor, code: str, *, permission: Permission = Permission.DOSSIER_VIEW
) -> SubmissionShown:
    """The submission of which this dossier is one. Four queries besides the catalogue, by the unique
    indexes of members. Refusals: NotFound."""
    dossier = find_for(actor, permission, code)
    found = submission_around(actor, dossier.pk, permission=permission)
    if found is None:
        raise NotFound(kind="submission")
    return found


def submission_around(
    actor: Actor, dossier_id: int, *, permission: Permission = Permission.DOSSIER_VIEW
) -> SubmissionShown | None:
    """As `submission_of`, of a dossier that the actor is known to see; None: it came alone."""
    own = SubmissionMember.objects.filter(dossier=dossier_id)
    rows = list(
        SubmissionMember.objects.filter(submission__in=own.values("submission"))
        .select_related("submission", "submission__head", "dossier")
        .order_by("position")
    )
    if not rows:
        return None
    submission = rows[0].submission
    held = group_version(submission.version_id)
    assert held is not None
    ids = [row.dossier_id for row in rows]
    seen = set(among_visible(actor, permission).filter(pk__in=ids).values_list("pk", flat=True))
    waits = _waits(rows, ids)
    return SubmissionShown(
        group_code=held.group.code,
        name=held.group.name,
        limit_words=held.group.limit_words,
        agency_id=rows[0].dossier.agency_id,
        group=held.group,
        submitted_at=submission.submitted_at,
        head_code=submission.head.code if submission.head_id in seen else "",
        members=tuple(_member(row, held.group.member(row.key), seen, waits) for row in rows),
    )


def is_submitted(dossier_id: int) -> bool:
    """Whether the dossier is one of a submission. One query, by its unique index."""
    return SubmissionMember.objects.filter(dossier=dossier_id).exists()


def _waits(
    rows: Iterable[SubmissionMember], ids: Collection[int]
) -> dict[int, list[tuple[str, AwaitedResult]]]:
    keys = {row.dossier_id: row.key for row in rows}
    found: dict[int, list[tuple[str, AwaitedResult]]] = {}
    for one in AwaitedResult.objects.filter(dossier__in=ids).order_by("id"):
        found.setdefault(one.dossier_id, []).append((keys[one.feeder_id], one))
    return found


def _member(
    row: SubmissionMember, member: Any, seen: Collection[int], waits: dict[int, Any]
) -> MemberDossier:
    dossier, is_seen = row.dossier, row.dossier_id in seen
    agency = agency_on(dossier.competent_agency_id, local_day(dossier.received_at))
    held = group_version(row.submission.version_id)
    assert held is not None
    return MemberDossier(
        key=row.key,
        name=member.name,
        agency_name=agency.name if agency else "",
        is_seen=is_seen,
        code=dossier.code if is_seen else "",
        stage=Stage(dossier.stage) if is_seen else None,
        decision=dossier.decision if is_seen else "",
        due_at=dossier.due_at if is_seen else None,
        expected_at=row.expected_at if is_seen else None,
        ended_at=dossier.ended_at if is_seen else None,
        awaits_companion=dossier.awaits_companion,
        waits_for=tuple(
            Awaited(
                key=key,
                name=held.group.member(key).name,
                state=AwaitedState(one.state),
                reason=one.reason,
            )
            for key, one in waits.get(row.dossier_id, ())
        ),
        on_failure=member.on_failure,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDecide:
    """A dossier whose result to wait for will never come: somebody has to say what becomes of it."""

    code: str
    owner_name: str
    name: str


TO_DECIDE_MAX = 50


def to_decide(actor: Actor) -> tuple[ToDecide, ...]:
    """Those that the actor may release, the oldest first. One query, over the few that wait."""
    failed = AwaitedResult.objects.filter(state=str(AwaitedState.FAILED))
    waiting = AwaitedResult.objects.filter(state=str(AwaitedState.WAITING))
    found = among_visible(actor, Permission.DOSSIER_RELEASE).filter(
        Q(pk__in=failed.values("dossier")) & ~Q(pk__in=waiting.values("dossier")),
        awaits_companion=True,
    )
    rows = found.order_by("id").values_list("code", "owner_name", "procedure_version__name")
    return tuple(
        ToDecide(code=code, owner_name=owner, name=name)
        for code, owner, name in rows[:TO_DECIDE_MAX]
    )
