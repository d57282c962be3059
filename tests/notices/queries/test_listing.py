"""The list of whoever looks after notices: his agencies only, addresses in part, pages by key."""

from __future__ import annotations

from typing import Any

import pytest

from motcua.kernel.actor import Role
from motcua.kernel.verdict import NotPermitted
from motcua.notices.queries.listing import NoticeFilter, counts_by_state, notices_of
from motcua.notices.vocabulary import Carrier, Failure, NoticeState
from tests.notices.conftest import TellBy
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import SETUP, agency_id, somebody
from tests.support.reception import a_reception, receive
from tests.support.telling import FATHER, MOTHER
from tests.support.working_office import officer

ANY = NoticeFilter()
LIST_QUERIES = 3


def _queue(tell_by: TellBy, *carriers: Carrier, count: int = 2) -> list[str]:
    codes = [receive(a_reception(parties=(MOTHER, FATHER))).code for _one in range(count)]
    tell_by(*carriers).round()
    return codes


def test_rows_tell_what_became_of_each_and_hide_the_address(tell_by: TellBy) -> None:
    (code,) = _queue(tell_by, Carrier.SMS, count=1)
    rows = notices_of(officer("quantri"), PLAIN_MORNING, ANY).rows
    assert [(row.dossier_code, row.state) for row in rows] == [(code, NoticeState.SENT)] * 2
    assert [row.address for row in rows] == ["+84•••678", "+84•••321"]
    assert "0987654321"[1:] not in repr(rows)
    assert "Bình" not in repr(rows)


def test_a_failure_says_why(tell_by: TellBy) -> None:
    receive(a_reception(parties=(MOTHER,)))
    teller = tell_by(Carrier.SMS)
    teller.mailroom.faults.append(400)
    teller.round()
    which = NoticeFilter(state=NoticeState.FAILED)
    (row,) = notices_of(SETUP, PLAIN_MORNING, which).rows
    assert (row.failure, row.attempts, row.due_at) == (Failure.ADDRESS_REFUSED, 1, None)


def test_pages_meet_without_a_gap_or_a_double(tell_by: TellBy) -> None:
    _queue(tell_by, Carrier.SMS, Carrier.EMAIL, count=3)
    seen: list[int] = []
    cursor = ""
    for _page in range(5):
        page = notices_of(SETUP, PLAIN_MORNING, ANY, cursor=cursor, size=2)
        seen += [row.id for row in page.rows]
        cursor = page.next_cursor or "1"
    assert seen == sorted(set(seen), reverse=True)
    assert len(seen) == 9


@pytest.mark.parametrize(
    ("which", "count"),
    [
        (NoticeFilter(carrier=Carrier.EMAIL), 2),
        (NoticeFilter(state=NoticeState.FAILED), 0),
        (NoticeFilter(state=NoticeState.SENT, carrier=Carrier.SMS), 4),
        (NoticeFilter(dossier_code="H00.00-000000-0000"), 0),
    ],
)
def test_filters_narrow(tell_by: TellBy, which: NoticeFilter, count: int) -> None:
    _queue(tell_by, Carrier.SMS, Carrier.EMAIL)
    assert len(notices_of(SETUP, PLAIN_MORNING, which).rows) == count


def test_a_dossier_is_found_by_its_code(tell_by: TellBy) -> None:
    first, _second = _queue(tell_by, Carrier.SMS)
    rows = notices_of(SETUP, PLAIN_MORNING, NoticeFilter(dossier_code=first)).rows
    assert {row.dossier_code for row in rows} == {first}


def test_only_the_agencies_of_ones_scope_are_seen(tell_by: TellBy) -> None:
    _queue(tell_by, Carrier.SMS)
    elsewhere = somebody(Role.ADMINISTRATOR, agency=agency_id("huyen-gia-lam"))
    assert notices_of(elsewhere, PLAIN_MORNING, ANY).rows == ()
    assert set(counts_by_state(elsewhere, PLAIN_MORNING).values()) == {0}


@pytest.mark.parametrize("username", ["tiepnhan1", "thuly1", "lanhdao"])
def test_who_has_no_right_sees_nothing(standing: None, username: str) -> None:
    with pytest.raises(NotPermitted):
        notices_of(officer(username), PLAIN_MORNING, ANY)
    with pytest.raises(NotPermitted):
        counts_by_state(officer(username), PLAIN_MORNING)


def test_a_page_costs_the_same_for_few_and_for_many(
    tell_by: TellBy, django_assert_max_num_queries: Any
) -> None:
    _queue(tell_by, Carrier.SMS, Carrier.EMAIL, count=5)
    actor = officer("quantri")
    notices_of(actor, PLAIN_MORNING, ANY)
    with django_assert_max_num_queries(LIST_QUERIES):
        assert len(notices_of(actor, PLAIN_MORNING, ANY).rows) == 15
