"""The access log: one insert, never changed, seen only within one's scope."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from motcua.audit.log import Outcome, note
from motcua.audit.models import AccessLog
from motcua.audit.queries import AccessFilter, access_log
from motcua.kernel.actor import Actor, Role
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import somebody

pytestmark = pytest.mark.django_db
CLERK = somebody(Role.RECEPTION, agency=7)
SUPERVISOR = replace(somebody(Role.SUPERVISOR, agency=1), scope_agency_ids=frozenset({1, 7}))


def read(times: int = 1, actor: Actor = CLERK) -> None:
    for number in range(times):
        note(
            actor,
            PLAIN_MORNING + timedelta(minutes=number // 2),
            "dossier.read",
            subject_kind="dossier",
            subject_id=number,
            address="10.0.0.7",
        )


def test_a_note_is_exactly_one_insert(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(3) as seen:  # type: ignore[operator]  # savepoint, insert, release
        read()
    assert [entry["sql"].split()[0] for entry in seen.captured_queries].count("INSERT") == 1


def test_a_note_says_who_what_where_and_how_it_ended() -> None:
    note(
        CLERK,
        PLAIN_MORNING,
        "denied",
        detail={"path": "/staff/"},
        outcome=Outcome.DENIED,
        address="10.0.0.7",
    )
    row = access_log(SUPERVISOR).rows[0]
    assert (row.act, row.outcome, row.detail) == ("denied", "DENIED", {"path": "/staff/"})
    assert (row.user_id, row.actor["name"], row.address) == (1, "Nguyễn Văn Thử", "10.0.0.7")


@pytest.mark.django_db(transaction=True)
def test_a_note_inside_a_business_transaction_is_refused() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        read()
    assert AccessLog.objects.count() == 0


def _act_that_fails() -> None:
    with transaction.atomic():
        AccessLog.objects.create(at=PLAIN_MORNING, actor="{}", act="x", outcome="ALLOWED")
        raise ZeroDivisionError


@pytest.mark.django_db(transaction=True)
def test_a_note_made_before_a_failed_act_stays() -> None:
    read()
    with pytest.raises(ZeroDivisionError):
        _act_that_fails()
    assert list(AccessLog.objects.values_list("act", flat=True)) == ["dossier.read"]


@pytest.mark.parametrize("act", ["update", "delete"])
def test_a_note_can_neither_be_changed_nor_deleted(act: str) -> None:
    read()
    changes = {
        "update": lambda: AccessLog.objects.update(act="nothing"),
        "delete": lambda: AccessLog.objects.all().delete(),
    }
    with pytest.raises(DatabaseError), transaction.atomic():
        changes[act]()
    assert AccessLog.objects.get().act == "dossier.read"


def test_too_much_detail_is_not_kept() -> None:
    note(CLERK, PLAIN_MORNING, "dossier.search", detail={"q": "a" * 9000})
    assert access_log(SUPERVISOR).rows[0].detail == {"too_long": 9008}


def test_pages_follow_each_other_without_loss_or_repetition() -> None:
    read(7)
    seen: list[int | None] = []
    page = access_log(SUPERVISOR, rows_max=3)
    seen += [row.subject_id for row in page.rows]
    page = access_log(SUPERVISOR, after=page.next_after, rows_max=3)
    seen += [row.subject_id for row in page.rows]
    page = access_log(SUPERVISOR, after=page.next_after, rows_max=3)
    seen += [row.subject_id for row in page.rows]
    assert seen == [6, 5, 4, 3, 2, 1, 0]
    assert page.next_after is None


def test_a_page_costs_one_query(django_assert_num_queries: object) -> None:
    read(5)
    with django_assert_num_queries(1):  # type: ignore[operator]
        access_log(SUPERVISOR, AccessFilter(act="dossier.read", user_id=1, since=PLAIN_MORNING))


def test_notes_of_other_agencies_are_not_seen() -> None:
    read(actor=somebody(Role.RECEPTION, agency=99))
    assert access_log(SUPERVISOR).rows == ()


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMINISTRATOR, Role.SUPERVISOR}))
def test_nobody_else_reads_the_log(role: Role) -> None:
    read()
    nosy = replace(somebody(role, agency=7), scope_agency_ids=frozenset({7}))
    assert access_log(nosy).rows == ()


def test_failed_sign_ins_are_shown_to_administrators_only() -> None:
    read(actor=replace(CLERK, agency_id=None))
    administrator = somebody(Role.ADMINISTRATOR, agency=7)
    assert len(access_log(administrator).rows) == 1
    assert access_log(SUPERVISOR).rows == ()
