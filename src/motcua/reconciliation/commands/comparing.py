"""Compare all the money of an agency and keep what differs: what is new, stands again, or is gone."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from motcua.accounts.rules.roles import Permission, may
from motcua.books.policies import agencies_for
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.ledger.recording import Record, Subject, agency_stream, recording
from motcua.payments.queries.compared import agencies_with_money
from motcua.reconciliation.events import DifferenceFound, DifferenceGone, MoneyCompared
from motcua.reconciliation.models import Comparison, Difference
from motcua.reconciliation.queries.gathering import facts_of
from motcua.reconciliation.rules.comparing import differences
from motcua.reconciliation.vocabulary import Found, Kind, Named, State, SubjectKind

BACK_DAYS = 92
"""How far back closed days are compared anew; what stands open is, however old."""


def compare_all(*, actor: Actor, at: datetime) -> int:
    """Every agency that ever took money, as the nightly job does. How many differences stand."""
    return sum(_compare(actor, at, agency_id) for agency_id in agencies_with_money())


def compare_money(*, actor: Actor, at: datetime, agency_id: int) -> int:
    """Compare now. How many differences stand unexplained. Refusals: NotPermitted, NotFound.

    Basis: law.md 4.9 (daily reconciliation).
    """
    may(actor, Permission.RECONCILIATION_EXPLAIN).demand()
    if agency_id not in agencies_for(actor, Permission.RECONCILIATION_EXPLAIN):
        raise NotFound(kind="agency")
    return _compare(actor, at, agency_id)


def _compare(actor: Actor, at: datetime, agency_id: int) -> int:
    since = local_day(at) - timedelta(days=BACK_DAYS)
    with recording(actor, at) as record:
        # Nothing is posted meanwhile: what is compared is of one moment.
        record.lock(agency_stream(agency_id))
        now = {one.named: one for one in differences(facts_of(agency_id, since), at)}
        known = {_named(row): row for row in Difference.objects.filter(agency=agency_id)}
        found = sum(_stand(record, agency_id, one, known.get(named)) for named, one in now.items())
        gone = 0
        for named, row in known.items():
            if named not in now and row.state != State.GONE and _was_looked_at(row, since):
                _go(record, row)
                gone += 1
        standing = Difference.objects.filter(agency=agency_id, state=State.OPEN).count()
        same: dict[str, Any] = {
            "agency_id": agency_id, "compared_at": at, "since": since, "found": found,
            "gone": gone, "standing": standing,
        }  # fmt: skip
        one = Comparison.objects.create(**same)
        about = Subject("comparison", one.pk, 1)
        record.append(MoneyCompared(**same), about=about, stream=agency_stream(agency_id))
    return standing


def _named(row: Difference) -> Named:
    return Named(Kind(row.kind), SubjectKind(row.subject_kind), row.subject_id)


def _was_looked_at(row: Difference, since: Any) -> bool:
    """What is older than was looked at stays as it is, unless it is of those that stand until settled."""
    return row.day >= since or row.kind in (
        Kind.TILL_OPEN, Kind.LINE_WAITING, Kind.ORDER_STUCK, Kind.REFUND_STUCK,
    )  # fmt: skip


def _stand(record: Record, agency_id: int, one: Found, row: Difference | None) -> bool:
    """Whether it is new, or stands again: gone before, or explained for another amount."""
    if row is not None and row.state != State.GONE and row.amount_vnd == one.amount_vnd:
        return False
    same: dict[str, Any] = {
        "agency_id": agency_id,
        "kind": str(one.named.kind),
        "subject_kind": str(one.named.subject_kind),
        "subject_id": one.named.subject_id,
        "day": one.day,
        "amount_vnd": one.amount_vnd,
        "likely": str(one.likely),
        "about": one.about[:80],
        "owner_id": one.owner_id,
        "found_at": record.at,
    }
    if row is None:
        row = Difference.objects.create(**same)
    else:
        fresh = {"state": State.OPEN, "explained_at": None, "explained_by_id": None, "reason": "",
                 "gone_at": None, "version": row.version + 1}  # fmt: skip
        for name, value in (same | fresh).items():
            setattr(row, name, value)
        row.save()
    about = Subject("difference", row.pk, row.version)
    record.append(DifferenceFound(**same), about=about, stream=agency_stream(agency_id))
    return True


def _go(record: Record, row: Difference) -> None:
    row.state, row.gone_at = State.GONE.value, record.at
    row.version += 1
    row.save(update_fields=["state", "gone_at", "version"])
    about = Subject("difference", row.pk, row.version)
    record.append(
        DifferenceGone(gone_at=record.at), about=about, stream=agency_stream(row.agency_id)
    )
