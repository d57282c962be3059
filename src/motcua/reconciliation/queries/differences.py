"""Differences as read: the list, one in full, those of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from motcua.accounts.queries.colleagues import names_of
from motcua.accounts.rules.roles import Permission
from motcua.books.policies import agencies_for
from motcua.kernel.actor import Actor
from motcua.kernel.paging import Page, after, page_of, size_of
from motcua.kernel.verdict import NotFound
from motcua.reconciliation.models import Comparison, Difference
from motcua.reconciliation.policies import visible_differences
from motcua.reconciliation.vocabulary import Kind, Likely, State, SubjectKind

OF_DAY_MAX = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceRow:
    """One difference. `owner`: whose it is, "" where it is the accountant's."""

    id: int
    agency_id: int
    kind: Kind
    subject_kind: SubjectKind
    subject_id: int
    day: date
    amount_vnd: int
    likely: Likely
    about: str
    owner: str
    found_at: datetime
    state: State
    explained_at: datetime | None
    explained_by: str
    reason: str
    gone_at: datetime | None
    may_explain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LastComparison:
    """When all was compared last, and what stood then."""

    compared_at: datetime
    since: date
    standing: int


def differences_of(
    actor: Actor,
    state: State | None = State.OPEN,
    *,
    day: date | None = None,
    cursor: str = "",
    size: int | None = None,
) -> Page[DifferenceRow]:
    """Newest first. Two queries, served by `difference_agency_state` and `difference_agency_day`.
    Refusals: CursorFaulty."""
    size = size_of(size)
    found = Difference.objects.filter(visible_differences(actor))
    if state is not None:
        found = found.filter(state=state)
    if day is not None:
        found = found.filter(day=day)
    start = after(cursor)
    if start is not None:
        found = found.filter(id__lt=start)
    return page_of(_rows(actor, list(found.order_by("-id")[: size + 1])), size=size, key="id")


def difference_called(actor: Actor, difference_id: int) -> DifferenceRow:
    """Two queries. Refusals: NotFound, also when the actor may not see it."""
    found = Difference.objects.filter(visible_differences(actor), pk=difference_id).first()
    if found is None:
        raise NotFound(kind="difference")
    return _rows(actor, [found])[0]


def last_comparison(agency_id: int) -> LastComparison | None:
    """One query, served by `comparison_agency`. The caller may look into the agency's money."""
    one = Comparison.objects.filter(agency=agency_id).order_by("-pk").first()
    if one is None:
        return None
    return LastComparison(compared_at=one.compared_at, since=one.since, standing=one.standing)


def count_standing(agency_id: int) -> int:
    """How many stand unexplained. One query. The caller may look into the agency's money."""
    return Difference.objects.filter(agency=agency_id, state=State.OPEN).count()


def _rows(actor: Actor, found: list[Difference]) -> list[DifferenceRow]:
    people = {one for row in found for one in (row.owner_id, row.explained_by_id) if one}
    names = names_of(frozenset(people))
    own = agencies_for(actor, Permission.RECONCILIATION_EXPLAIN)
    same = ("agency_id", "subject_id", "day", "amount_vnd", "about", "found_at", "explained_at",
            "reason", "gone_at")  # fmt: skip
    return [
        DifferenceRow(
            id=row.pk,
            kind=Kind(row.kind),
            subject_kind=SubjectKind(row.subject_kind),
            likely=Likely(row.likely),
            state=State(row.state),
            owner=names.get(row.owner_id or 0, ""),
            explained_by=names.get(row.explained_by_id or 0, ""),
            may_explain=row.state != State.GONE and row.agency_id in own,
            **{name: getattr(row, name) for name in same},
        )
        for row in found
    ]
