"""Each list is read by the index that is named with it, from where it begins: nothing is read through
and sorted, however much there is. Plans are asserted, not times."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from motcua.agencies.models import Unit
from motcua.dossiers.models import Dossier, DossierParty, Stay
from motcua.dossiers.queries.counter import desk_figures
from motcua.dossiers.queries.duplicates import likely_duplicates
from motcua.dossiers.queries.figures import Period, handled
from motcua.dossiers.queries.finding import Against, Finding, find_dossiers
from motcua.dossiers.queries.lists import DossierFilter, dossiers_of, last_day_received
from motcua.dossiers.queries.people import known_people
from motcua.dossiers.queries.returns import at_the_counter
from motcua.dossiers.queries.to_collect import ReadyFilter, ready_to_hand_over
from motcua.dossiers.queries.to_receive import partly_completed, waiting_to_be_received
from motcua.dossiers.queries.work import Whose, WorkFilter, whose_figures, work_figures, work_of
from motcua.dossiers.vocabulary import Status
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import agency_id
from tests.support.plans import as_if_large, indexes_in, plan_of, reads_all
from tests.support.reception import OWNER, receive
from tests.support.working_office import officer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office", "db")]
TODAY = local_day(PLAIN_MORNING)
ROWS, DAYS = 2400, 200
SLUGS = ("xa-gia-lam", "xa-bat-trang", "xa-phu-dong", "xa-thuan-an")


@pytest.fixture
def volume() -> None:
    """Some thousand dossiers of several agencies over many days; one in forty is open."""
    pattern = Dossier.objects.get(pk=receive().id)
    agencies = [agency_id(slug) for slug in SLUGS]
    unit_id = Unit.objects.values_list("id", flat=True).first()
    made = []
    for number in range(ROWS):
        day = PLAIN_MORNING - timedelta(days=DAYS - number * DAYS // ROWS)
        ended = None if number % 40 == 0 else day + timedelta(days=1)
        agency = agencies[number % 4]
        row = {field.attname: getattr(pattern, field.attname) for field in Dossier._meta.fields}
        made.append(Dossier(**row | {
            "id": None,
            "code": f"V-{number:05}",
            "agency_id": agency,
            "competent_agency_id": agencies[(number + (number % 50 == 0)) % 4],
            "unit_id": unit_id if agency == agencies[0] else None,
            "register_number": None,
            "received_at": day,
            "received_on": local_day(day),
            "due_at": day + timedelta(days=2),
            "stage": "RETURNED" if ended else "PROCESSING",
            "status": "RETURNED" if ended else "PROCESSING",
            "ended_at": ended,
            "returned_at": ended,
            "timeliness": ("OVERDUE" if number % 300 == 1 else "ON_TIME") if ended else "",
            "search_key": f"v {number:05} le van {number % 97}",
        }))  # fmt: skip
    Dossier.objects.bulk_create(made)
    DossierParty.objects.bulk_create(
        DossierParty(
            dossier=dossier,
            role="OWNER",
            kind="CITIZEN",
            name="Lê Văn",
            personal_id=f"0{dossier.pk:011}",
            phone=f"09{dossier.pk:08}",
        )
        for dossier in Dossier.objects.filter(code__startswith="V-")
    )


PEOPLE = ("tiepnhan1", "giamsat")
LISTS: dict[str, tuple[Callable[[Actor], Any], set[str]]] = {
    "everything": (
        lambda a: find_dossiers(a, Finding(), at=PLAIN_MORNING),
        {"dossier_agency", "dossier_elsewhere"},
    ),
    "the next page": (
        lambda a: find_dossiers(a, Finding(), at=PLAIN_MORNING, cursor="99999999999"),
        {"dossier_agency"},
    ),
    "of a status": (
        lambda a: find_dossiers(a, Finding(status=Status.WITHDRAWN), at=PLAIN_MORNING),
        {"dossier_agency_status"},
    ),
    "ended late": (
        lambda a: find_dossiers(a, Finding(against=Against.ENDED_LATE), at=PLAIN_MORNING),
        {"dossier_late"},
    ),
    "of a day": (
        lambda a: dossiers_of(a, DossierFilter(received_on=TODAY, is_accepted=True)),
        {"dossier_agency_day", "dossier_elsewhere_day"},
    ),
    "the last day": (
        lambda a: last_day_received(a, before=TODAY),
        {"dossier_agency_day", "dossier_elsewhere_day"},
    ),
    "open work": (lambda a: work_of(a, WorkFilter(), at=PLAIN_MORNING), {"dossier_open_agency"}),
    "waiting at the counter": (lambda a: waiting_to_be_received(a), {"dossier_agency_status"}),
    "completed in part": (lambda a: partly_completed(a), {"dossier_agency_status"}),
    "to be collected": (
        lambda a: ready_to_hand_over(a, ReadyFilter()),
        {"dossier_to_hand_over", "dossier_hand_over_elsewhere"},
    ),
    "a person known": (
        lambda a: known_people(a, OWNER.personal_id),
        {"party_personal_id", "party_tax_code", "party_phone"},
    ),
    "the same matter": (
        lambda a: likely_duplicates(
            a, procedure_id=1, owner_number=OWNER.personal_id, at=PLAIN_MORNING
        ),
        {"party_personal_id", "party_tax_code"},
    ),
    "at the returns counter": (
        lambda a: at_the_counter(a, OWNER.personal_id),
        {"party_personal_id", "party_phone", "party_old_id"},
    ),
}


@pytest.mark.parametrize("which", LISTS)
def test_a_list_is_read_by_its_index_alone(volume: None, which: str) -> None:
    ask, named = LISTS[which]
    with as_if_large():
        plan = plan_of(lambda: ask(officer("tiepnhan1")))
    assert named <= indexes_in(plan), plan
    assert not reads_all(plan), plan


COUNTS: dict[str, Callable[[Actor], Any]] = {
    "the desk": lambda a: desk_figures(a, TODAY, at=PLAIN_MORNING),
    "work by urgency": lambda a: work_figures(a, WorkFilter(), at=PLAIN_MORNING),
    "work by whose": lambda a: whose_figures(a, WorkFilter(), at=PLAIN_MORNING),
}


@pytest.mark.parametrize("which", COUNTS)
@pytest.mark.parametrize("by", PEOPLE)
def test_counts_read_what_is_open_and_nothing_else(volume: None, by: str, which: str) -> None:
    with as_if_large():
        plan = plan_of(lambda: COUNTS[which](officer(by)))
    assert any("open" in name for name in indexes_in(plan)), plan
    assert not reads_all(plan), plan


@pytest.mark.parametrize("text", ["00013 le", "v 00013", "khong co"])
def test_words_are_found_by_the_index_of_words(volume: None, text: str) -> None:
    with as_if_large("enable_seqscan", "enable_indexscan"):
        plan = plan_of(lambda: at_the_counter(officer("tiepnhan1"), text))
    assert "dossiers_dossier_search_words" in plan or "dossiers_dossier_words VIRTUAL" in plan, plan


@pytest.mark.parametrize("whose", Whose)
def test_each_list_of_work_stops_after_its_page(volume: None, whose: Whose) -> None:
    with as_if_large():
        plan = plan_of(
            lambda: work_of(officer("truongphong"), WorkFilter(whose=whose), at=PLAIN_MORNING)
        )
    assert not reads_all(plan), plan


BY_WHOM_ALONE = re.compile(r"COVERING INDEX stay_ended |Index Only Scan using stay_ended ")
OF_OPEN = {"stay_open", "stay_one_lasts"}
"""Indexes of what is open alone; in a small table either will do."""


@pytest.fixture
def stays(volume: None) -> None:
    """One of each dossier of the volume."""
    procedure_id = Stay.objects.values_list("procedure_id", flat=True)[0]
    Stay.objects.bulk_create(
        Stay(
            dossier=one,
            seq=1,
            agency_id=one.competent_agency_id,
            unit_id=one.unit_id,
            procedure_id=procedure_id,
            channel="DESK",
            began_on=one.received_on,
            began_as="RECEIVED",
            ended_on=local_day(one.ended_at) if one.ended_at else None,
            ended_as=one.timeliness,
            overdue_on=local_day(one.due_at) if one.due_at else None,
        )
        for one in Dossier.objects.filter(code__startswith="V-")
    )


def test_what_was_settled_by_whom_is_read_from_its_index_alone(stays: None) -> None:
    month = Period(TODAY - timedelta(days=60), TODAY - timedelta(days=30))
    with as_if_large():
        plan = plan_of(
            lambda: handled([agency_id()], month, at=PLAIN_MORNING), table="dossiers_stay"
        )
    assert BY_WHOM_ALONE.search(plan), plan
    assert indexes_in(plan) & OF_OPEN, plan
