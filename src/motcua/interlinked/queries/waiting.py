"""A submission that waits at the desk: what is known of each of its dossiers, as receiving needs it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.policies import among_visible, find_for
from motcua.dossiers.preparation import Ground, ground_for
from motcua.dossiers.queries.papers_held import papers_held
from motcua.dossiers.rules.promise import ClockInputs, timing
from motcua.dossiers.vocabulary import Limit, Stage
from motcua.interlinked.models import SubmissionMember
from motcua.interlinked.preparing import limit_of
from motcua.interlinked.queries.groups import group_version
from motcua.interlinked.rules.awaiting import expected_dates, last_of
from motcua.interlinked.rules.definition import Group, Member, without
from motcua.interlinked.rules.merging import paper_key
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.procedures.vocabulary import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingMember:
    """One dossier. `lacking`: papers that it always needs and that did not come, but for results of
    others of the group; `awaits_results`: it needs such results. `needs_limit`: nobody states one."""

    key: str
    name: str
    dossier_id: int
    code: str
    is_waiting: bool
    agency_name: str
    expected_at: datetime | None
    lacking: tuple[str, ...]
    awaits_results: bool
    needs_limit: bool
    fee_vnd: int

    @property
    def lacks_results_only(self) -> bool:
        return self.awaits_results and not self.lacking


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingSubmission:
    """`last_at`: when all of it can be expected; None: not known."""

    id: int
    group: Group
    agency_id: int
    members: tuple[WaitingMember, ...]
    last_at: datetime | None

    def member(self, key: str) -> WaitingMember:
        return next(one for one in self.members if one.key == key)


def waiting_submission(
    actor: Actor, at: datetime, code: str, *, limits: Mapping[str, Limit] | None = None
) -> WaitingSubmission:
    """The submission of this dossier, for whoever may receive it. Four queries besides the catalogue, by
    the unique indexes of members. Dates are counted from `at`. Refusals: NotFound."""
    dossier = find_for(actor, Permission.DOSSIER_RECEIVE, code)
    own = SubmissionMember.objects.filter(dossier=dossier.pk)
    rows = list(
        SubmissionMember.objects.filter(submission__in=own.values("submission"))
        .select_related("submission", "dossier")
        .order_by("position")
    )
    if not rows or dossier.agency_id != actor.agency_id:
        raise NotFound(kind="submission")
    ids = [row.dossier_id for row in rows]
    seen = among_visible(actor, Permission.DOSSIER_RECEIVE).filter(pk__in=ids)
    told = _Told(rows, at, limits or {}, frozenset(seen.values_list("pk", flat=True)))
    return told.submission()


@dataclass(frozen=True, slots=True)
class _Told:
    rows: list[SubmissionMember]
    at: datetime
    limits: Mapping[str, Limit]
    seen: Collection[int]

    def submission(self) -> WaitingSubmission:
        held = group_version(self.rows[0].submission.version_id)
        assert held is not None
        asked = {row.key for row in self.rows}
        left_out = [one.key for one in held.group.members if one.key not in asked]
        members = without(held.group, left_out)
        grounds = {row.key: self._ground(row) for row in self.rows}
        dates = self._dates(members, grounds)
        papers = papers_held(row.dossier_id for row in self.rows)
        return WaitingSubmission(
            id=self.rows[0].submission_id,
            group=held.group,
            agency_id=self.rows[0].dossier.agency_id,
            members=tuple(
                self._member(one, self._row(one.key), grounds[one.key], members, dates, papers)
                for one in members
            ),
            last_at=last_of(dates),
        )

    def _row(self, key: str) -> SubmissionMember:
        return next(row for row in self.rows if row.key == key)

    def _ground(self, row: SubmissionMember) -> Ground:
        return ground_for(
            agency_id=row.dossier.competent_agency_id,
            procedure_version_id=row.dossier.procedure_version_id,
            day=local_day(self.at),
        )

    def _dates(
        self, members: tuple[Member, ...], grounds: Mapping[str, Ground]
    ) -> dict[str, datetime | None]:
        def done_by(one: Member, begins_at: datetime) -> datetime | None:
            dossier = self._row(one.key).dossier
            if dossier.due_at is not None or dossier.ended_at is not None:
                return dossier.ended_at or dossier.due_at
            ground, channel = grounds[one.key], Channel(dossier.channel)
            typed = self.limits.get(one.key)
            if _needs_limit(one, ground, dossier) and typed is None:
                return None
            clock = ClockInputs.from_plain(orjson.loads(dossier.clock))
            kept = Limit(unit=clock.unit, value=clock.value)
            counted = limit_of(one) or ground.limit(
                variant_id=dossier.variant_id, channel=channel, typed=typed or kept
            )
            told = timing(ground.clock(counted, begins_at), ground.office.calendar)
            return told.due_at or begins_at

        return expected_dates(members, self.at, done_by)

    def _member(
        self,
        one: Member,
        row: SubmissionMember,
        ground: Ground,
        members: tuple[Member, ...],
        dates: Mapping[str, datetime | None],
        papers: Mapping[int, frozenset[int]],
    ) -> WaitingMember:
        dossier = row.dossier
        results = {
            paper_key(other.result_name)
            for other in members
            if other.key in one.waits_for and other.result_name
        }
        missing = [
            paper.name
            for paper in ground.variant(dossier.variant_id).papers
            if not paper.is_optional and paper.id not in papers.get(dossier.pk, frozenset())
        ]
        return WaitingMember(
            key=one.key,
            name=one.name,
            dossier_id=dossier.pk,
            code=dossier.code,
            is_waiting=dossier.stage == str(Stage.REGISTERED) and dossier.pk in self.seen,
            agency_name=ground.agency.name,
            expected_at=dates[one.key],
            lacking=tuple(name for name in missing if paper_key(name) not in results),
            awaits_results=any(paper_key(name) in results for name in missing),
            needs_limit=_needs_limit(one, ground, dossier),
            fee_vnd=dossier.fee_total_vnd,
        )


def _needs_limit(one: Member, ground: Ground, dossier: Any) -> bool:
    return limit_of(one) is None and ground.states_no_limit(
        variant_id=dossier.variant_id, channel=Channel(dossier.channel)
    )


def limit_in_group(dossier_id: int) -> Limit | None:
    """The limit that its group sets for a dossier. One query, by its unique index."""
    row = SubmissionMember.objects.filter(dossier=dossier_id).select_related("submission").first()
    held = group_version(row.submission.version_id) if row else None
    return limit_of(held.group.member(row.key)) if held and row else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentGroup:
    """A group that waits at the desk: what it is called, its matters, and the codes of the dossiers."""

    name: str
    members: tuple[str, ...]
    waiting_codes: frozenset[str]


def sent_groups(head_ids: Collection[int]) -> dict[int, SentGroup]:
    """Of those that are the head of a submission: what came with them. One query, by the key of the
    head, besides the catalogue."""
    rows = SubmissionMember.objects.filter(submission__head__in=head_ids)
    found: dict[int, list[tuple[str, str]]] = {}
    versions: dict[int, int] = {}
    for head_id, version_id, key, code in rows.order_by("position").values_list(
        "submission__head", "submission__version", "key", "dossier__code"
    ):
        found.setdefault(head_id, []).append((key, code))
        versions[head_id] = version_id
    return {head_id: _sent(versions[head_id], keys) for head_id, keys in found.items()}


def _sent(version_id: int, members: list[tuple[str, str]]) -> SentGroup:
    held = group_version(version_id)
    assert held is not None
    return SentGroup(
        name=held.group.name,
        members=tuple(held.group.member(key).name for key, _code in members),
        waiting_codes=frozenset(code for _key, code in members),
    )
