"""A page or a call asks the database as often for thirty rows as for a few, also when nothing is kept
yet.

The rows differ in all that could be looked up by row: day, procedure, person, stage, agency, list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta
from http import HTTPStatus
from itertools import cycle, islice

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from motcua.accounts.commands.sample_officers import SAMPLE_OFFICERS
from motcua.accounts.models import Officer
from motcua.accounts.rules.roles import PERMISSIONS_OF, Permission
from motcua.api.urls import api
from motcua.dossiers import inputs
from motcua.dossiers.models import Dossier
from motcua.dossiers.vocabulary import Act, Stage
from motcua.exchange.models import Partner
from motcua.interlinked.models import InterlinkedVersion
from motcua.jobs.quality.addresses import addresses
from motcua.ledger.caching import forget_all
from motcua.payments.models import Receipt
from motcua.processes.models import InternalProcess
from motcua.workflow.models import Task
from tests.support.acts import bring, do, other_unit, receive_elsewhere, register
from tests.support.certifying import enter
from tests.support.clock import PLAIN_MORNING
from tests.support.interlinked import a_group
from tests.support.money import close, collect
from tests.support.offices import agency_id
from tests.support.partners import a_partner
from tests.support.processes_at_work import put_in_force, usual
from tests.support.returns import hand_over_list, parcels
from tests.support.tasks_asked import a_task
from tests.support.working_office import BIRTH_AGAIN, CERTIFIED_COPY, officer, token_of
from tests.web.workspace.conftest import Receive, SignIn

DAY = timedelta(days=1)
FEW, MANY = 7, 30
PAGES, CALLS = 90, 40
"""At least so many answer."""
CALLERS = ("tiepnhan1", "lanhdao")
FIRST_DAY = PLAIN_MORNING - (MANY + 1) * DAY
STAGES = (
    Stage.RECEIVED,
    Stage.RETURNED,
    Stage.SETTLED,
    Stage.PROCESSING,
    Stage.DECIDED,
    Stage.SUPPLEMENT_REQUESTED,
    Stage.WITHDRAWN,
)
DAYS = "?from=2026-05-15&to=2026-06-14"
NARROWED = {
    "/work": "?whose=ALL&figures=true",
    "/dossiers": "?q=nguyen",
    "/reports/{name}": DAYS,
    "/reports/{name}/dossiers": f"{DAYS}&column=received",
}
FURTHER = (
    ("tiepnhan1", "/dossiers/?q=nguyen"),
    ("tiepnhan1", "/desk/?day=2026-06-03"),
    ("truongphong", "/work/?whose=ALL"),
    ("lanhdao", "/work/"),
    ("thuly1", "/work/"),
    ("vanthu", "/registers/2026/"),
    ("giamsat", "/overview/"),
    ("giamsat", "/dossiers/"),
    ("lanhdao", "/reports/behind/?report=ii06a&column=received"),
    ("lanhdao", "/reports/officers/"),
    *(("lanhdao", f"/inbox/?box={box}") for box in ("LED", "WARNED", "ANSWERED")),
    *(("thuly1", f"/inbox/?box={box}") for box in ("MINE", "FREE", "ASKED")),
    ("truongphong", "/inbox/?box=LED"),
    ("thuly1", "/hand-overs/?list=sent"),
    ("tiepnhan1", "/hand-overs/?list=to_accept"),
    ("lanhdao", "/hand-overs/?list=away"),
    ("giamsat", "/where-time-goes/"),
    ("lanhdao", "/where-time-goes/behind/"),
)


Visit = tuple[str, str]
Fill = Callable[[int], None]


@pytest.fixture
def fill(standing: None, now: datetime, receive: Receive) -> Fill:
    """Brings so many more of everything that is listed, each on a day of its own."""
    days = (FIRST_DAY + number * DAY for number in range(MANY))
    kinds = zip(days, cycle(STAGES), cycle((BIRTH_AGAIN, CERTIFIED_COPY)), strict=False)

    put_in_force(usual())
    a_group(at=FIRST_DAY)
    a_partner(at=FIRST_DAY)

    def more(count: int) -> None:
        for at, stage, procedure in islice(kinds, count):
            code = receive(procedure=procedure, at=at)
            hand_over_list(code, at=at)
            bring(code, stage, at)
            receive_elsewhere(at)
            register(at)
            enter(at=at)
            parcels(at=at)
            collect(at=at)
            close(4_000, at=at)
            _shared_out(receive, at)

    return more


def _shared_out(receive: Receive, at: datetime) -> None:
    """Work for several: something asked, something in other hands, something handed in together."""
    a_task(receive(procedure=BIRTH_AGAIN, at=at), at=at)
    offered = bring(receive(procedure=BIRTH_AGAIN, at=at), Stage.PROCESSING, at)
    there = inputs.Offer(agency_id=agency_id("thanh-pho-ha-noi"), task="Xác minh")
    do(offered, Act.OFFER, there, by="thuly1", at=at)
    own = inputs.Offer(unit_id=other_unit("thuly1", at), task="Xem lại")
    inside = bring(receive(procedure=BIRTH_AGAIN, at=at), Stage.PROCESSING, at)
    do(inside, Act.OFFER, own, by="thuly1", at=at)


def cost(client: Client, path: str, headers: dict[str, str]) -> list[str]:
    """What a worker asks that has just started; nothing where there is no such page."""
    forget_all()
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(path, headers=headers)
    return [query["sql"] for query in asked] * (answer.status_code == HTTPStatus.OK)


def grown(ask: Callable[[], dict[Visit, list[str]]], fill: Fill) -> tuple[int, dict[Visit, str]]:
    """How much answered, and what of it asks more often when there are more rows."""
    fill(FEW)
    few = {visit: asked for visit, asked in ask().items() if asked}
    fill(MANY - FEW)
    many = ask()
    told = {visit: "\n".join(sorted(many[visit])) for visit in few}
    return len(few), {visit: told[visit] for visit in few if len(many[visit]) > len(few[visit])}


def test_no_page_asks_more_often_for_more_rows(fill: Fill, browser: SignIn) -> None:
    def ask() -> dict[Visit, list[str]]:
        people = {who: browser(who) for who, _path in visits()}
        return {visit: cost(people[visit[0]], visit[1], {}) for visit in visits()}

    answered, more = grown(ask, fill)
    assert more == {}
    assert answered >= PAGES


def test_no_call_asks_more_often_for_more_rows(fill: Fill) -> None:
    tokens = {who: token_of(who) for who in CALLERS}

    def ask() -> dict[Visit, list[str]]:
        paths = [f"/api/v1{path}" for path in api_paths()]
        return {
            (who, path): cost(Client(), path, {"Authorization": f"Bearer {token}"})
            for who, token in tokens.items()
            for path in paths
        }

    answered, more = grown(ask, fill)
    assert more == {}
    assert answered >= CALLS


def visits() -> list[Visit]:
    """Every page, by somebody who may open it, and some lists narrowed or of several agencies."""
    pages = [page for page in addresses(_filled()) if page.is_staff_page and not page.blanks]
    return [(_reader_of(page.view_class.permission), page.path) for page in pages] + list(FURTHER)


def api_paths() -> list[str]:
    """Every call that reads."""
    described = api.get_openapi_schema()["paths"]
    paths = [path.removeprefix("/api/v1") for path, calls in described.items() if "get" in calls]
    return [path.format_map(_filled()) + NARROWED.get(path, "") for path in paths]


def _filled() -> dict[str, str]:
    """A thing of each kind where a page shows one; what nobody has asked for is left out."""
    code = Dossier.objects.order_by("pk").values_list("code", flat=True)[0]
    receipt = Receipt.objects.order_by("pk")[0]
    return defaultdict(str) | {
        "code": code,
        "version_id": "1",
        "slug": "xa-gia-lam",
        "name": "ii06a",
        "act": "note",
        "year": "2026",
        "key": "desk",
        "kind": "slip",
        "report_name": "ii06a",
        "ending": "json",
        "receipt_id": str(receipt.pk),
        "till_id": str(receipt.till_id),
        "officer_id": str(Officer.objects.get(user__username="thuly1").pk),
        "holding_id": str(officer("thuly1").holding_id),
        "task_id": str(Task.objects.filter(kind="REVIEW").order_by("pk")[0].pk),
        "process_id": str(InternalProcess.objects.order_by("pk")[0].pk),
        "interlinked_id": str(InterlinkedVersion.objects.order_by("pk")[0].pk),
        "partner_id": str(Partner.objects.order_by("pk")[0].pk),
        "asking": "opinion",
    }


def _reader_of(right: Permission) -> str:
    return next(
        one.username
        for one in SAMPLE_OFFICERS
        if any(right in PERMISSIONS_OF[role] for role in one.roles)
    )
