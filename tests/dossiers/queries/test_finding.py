"""One box finds a dossier by whatever is known of it, within the rights of who looks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from motcua.dossiers.models import Dossier
from motcua.dossiers.queries.counter import Pile
from motcua.dossiers.queries.finding import Against, Finding, find_dossiers
from motcua.dossiers.vocabulary import Party, PartyRole, Stage, Status
from motcua.kernel.paging import CursorFaulty
from tests.support.acts import bring, holding_of, register
from tests.support.clock import PLAIN_MORNING, at
from tests.support.reception import a_reception, receive
from tests.support.working_office import officer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("standing")]
BIRTH = "1.001193"
OTHER_PROCEDURE = "1.001612"
AN = Party(role=PartyRole.OWNER, name="Trần Văn An", personal_id="001095000017", phone="0988777666")


def found(by: str = "tiepnhan1", /, **asked: Any) -> list[str]:
    page = find_dossiers(officer(by), Finding(**asked), at=PLAIN_MORNING, size=100)
    return [row.code for row in page.rows]


@pytest.fixture
def nhung() -> str:
    """Settled, with a numbered result."""
    return bring(receive().code, Stage.SETTLED)


@pytest.fixture
def an(nhung: str) -> str:
    return receive(a_reception(OTHER_PROCEDURE, parties=(AN,))).code


@pytest.mark.parametrize(
    "text",
    [
        "tran van an",
        "Trần An",
        "0988777666",
        "001095000017",
        "an hộ kinh doanh",
        "HO KINH DOANH",
        "1.001612",
        "1001612",
    ],
)
def test_whatever_is_known_finds_it(nhung: str, an: str, text: str) -> None:
    assert found(text=text) == [an]


@pytest.mark.parametrize("text", ["12/GKS", "12/gks", " 12/GK ", "nhung khai sinh", "đăng ký khai"])
def test_a_result_is_found_by_its_number_and_a_procedure_by_its_name(
    nhung: str, an: str, text: str
) -> None:
    assert found(text=text) == [nhung]


def test_a_code_finds_its_dossier_alone(nhung: str, an: str) -> None:
    assert found(text=nhung) == [nhung]
    assert found(text=an[-4:]) == [an]


def test_a_code_typed_in_full_is_asked_for_by_its_key(
    nhung: str, an: str, django_assert_num_queries: Callable[[int], Any]
) -> None:
    actor = officer("tiepnhan1")
    with django_assert_num_queries(1):
        page = find_dossiers(actor, Finding(text=f" {an.lower()} "), at=PLAIN_MORNING)
    assert [row.code for row in page.rows] == [an]


@pytest.mark.parametrize("text", ["không có ai", "13/GKS", "nhung hộ kinh doanh", "%", "'; --"])
def test_what_nobody_has_finds_nothing(nhung: str, an: str, text: str) -> None:
    assert found(text=text) == []


def test_nothing_asked_is_everything_newest_first(nhung: str, an: str) -> None:
    assert found() == [an, nhung]
    assert found(text="   ") == [an, nhung]


@pytest.mark.parametrize(
    ("asked", "hits"),
    [
        ({"status": Status.SETTLED}, ["nhung"]),
        ({"stage": Stage.RECEIVED}, ["an"]),
        ({"pile": Pile.TO_HAND_OVER}, ["nhung"]),
        ({"pile": Pile.TO_RECEIVE}, []),
        ({"against": Against.ON_TIME}, ["nhung"]),
        ({"against": Against.ENDED_LATE}, []),
        ({"against": Against.OVERDUE}, []),
        ({"procedure": OTHER_PROCEDURE}, ["an"]),
        ({"procedure": "khai sinh"}, ["nhung"]),
        ({"channel": "DESK"}, ["an", "nhung"]),
        ({"channel": "POST"}, []),
        ({"received_from": date(2026, 6, 10)}, ["an", "nhung"]),
        ({"received_from": date(2026, 6, 11)}, []),
        ({"received_until": date(2026, 6, 10)}, ["an", "nhung"]),
        ({"received_until": date(2026, 6, 9)}, []),
        ({"text": "nhung", "stage": Stage.RECEIVED}, []),
    ],
)
def test_filters_narrow(nhung: str, an: str, asked: dict[str, Any], hits: list[str]) -> None:
    known = {"nhung": nhung, "an": an}
    assert found(**asked) == [known[name] for name in hits]


def test_an_officer_and_a_unit_narrow(nhung: str, an: str) -> None:
    unit_id = Dossier.objects.values_list("unit", flat=True).get(code=an)
    assert found(assignee_id=holding_of("thuly1")) == [nhung]
    assert found(unit_id=unit_id) == [an]


def test_late_is_told_by_the_hour() -> None:
    code = receive(a_reception(BIRTH, at=at(date(2026, 6, 9), "08:30")),
                   at=at(date(2026, 6, 9), "08:30")).code  # fmt: skip
    assert found(against=Against.OVERDUE) == [code]


@pytest.mark.parametrize(
    ("by", "sees"), [("thuly1", True), ("thuly2", False), ("giamsat", True), ("quantri", False)]
)
def test_the_rights_of_lists_hold_for_search_and_for_numbers(
    nhung: str, by: str, sees: bool
) -> None:
    for text in ("12/GKS", "nhung", nhung, "khai sinh", ""):
        assert (nhung in found(by, text=text)) is sees


def test_what_has_only_been_registered_is_found_too() -> None:
    code = register()
    assert found(text="nhung") == [code]
    assert found(pile=Pile.TO_RECEIVE) == [code]


def test_pages_follow_one_another(nhung: str, an: str) -> None:
    first = find_dossiers(officer("tiepnhan1"), Finding(), at=PLAIN_MORNING, size=1)
    then = find_dossiers(
        officer("tiepnhan1"), Finding(), at=PLAIN_MORNING, size=1, cursor=first.next_cursor
    )
    assert [row.code for row in (*first.rows, *then.rows)] == [an, nhung]
    assert then.next_cursor == ""
    with pytest.raises(CursorFaulty):
        find_dossiers(officer("tiepnhan1"), Finding(), at=PLAIN_MORNING, cursor="x")


@pytest.mark.parametrize(("text", "budget"), [("", 1), ("nhung", 3), ("12/GKS", 3)])
def test_a_search_costs_one_query_and_two_for_names(
    nhung: str, an: str, django_assert_num_queries: Any, text: str, budget: int
) -> None:
    actor = officer("tiepnhan1")
    with django_assert_num_queries(budget):
        find_dossiers(actor, Finding(text=text), at=PLAIN_MORNING + timedelta(hours=1))
