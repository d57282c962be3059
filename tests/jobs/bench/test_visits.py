"""Every page and every call that reads is measured, or says why it has nothing to show."""

from __future__ import annotations

from datetime import timedelta

import pytest

from motcua.agencies.models import Agency
from motcua.api.urls import api
from motcua.jobs.bench.counting import work_of
from motcua.jobs.bench.visiting.things import Known, Things
from motcua.jobs.bench.visiting.visits import Visit, calls, pages
from motcua.jobs.quality.addresses import addresses
from motcua.jobs.workload.place import Place
from motcua.kernel import clock
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import load_today

KNOWN = Known(codes=("A-1", "A-2"), procedures=("2.000815",), names=("Lê Văn Đạt",), phones=())


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.setattr(clock, "now", lambda: PLAIN_MORNING)
    return Place(agency_id=1, slug="x", unit_id=1, version_ids=(1,), ahead=timedelta())


def test_every_page_of_the_staff_is_visited(place: Place) -> None:
    visited = {visit.name for visit in pages(Things(), KNOWN, place)}
    every = {f"page {page.name}" for page in addresses(Things()) if page.is_staff_page}
    assert every - visited == set()


def test_every_call_that_reads_is_visited(place: Place) -> None:
    visited = {visit.name for visit in calls(Things(), KNOWN, place)}
    paths = api.get_openapi_schema(path_prefix="/api/v1/")["paths"].values()
    every = {f"call {methods['get']['operationId']}" for methods in paths if "get" in methods}
    assert every - visited == set()


def test_what_is_not_there_is_named(place: Place) -> None:
    by_name = {visit.name: visit for visit in pages(Things(), KNOWN, place)}
    assert by_name["page workspace:receipt"].blanks == ("receipt_id",)
    assert by_name["page workspace:desk"].blanks == ()


def test_a_visit_takes_one_text_after_the_other() -> None:
    visit = Visit("page x", "/dossiers/?q=~code~", (), ("Lê Đạt", "B"))
    assert [visit.path_of(number) for number in range(3)] == [
        "/dossiers/?q=L%C3%AA%20%C4%90%E1%BA%A1t",
        "/dossiers/?q=B",
        "/dossiers/?q=L%C3%AA%20%C4%90%E1%BA%A1t",
    ]


@pytest.mark.django_db
def test_statements_and_rows_of_one_operation_are_counted() -> None:
    agencies = Agency.objects
    load_today(PLAIN_MORNING)
    work = work_of(lambda _number: [list(agencies.all()), agencies.first()])
    assert (work.queries, work.rows) == (2, agencies.count() + 1)
