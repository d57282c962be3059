"""What each page asks of the database, exactly: one query more is noticed the day it is born."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.procedures.queries.details import procedure_detail
from tests.support.working_office import BIRTH_AGAIN, CERTIFIED_COPY
from tests.web.workspace.conftest import Receive, SignIn, version_id_of

TODAY = date(2026, 6, 10)
PAGES = {
    ("tiepnhan1", "/desk/"): 11,
    ("thuly1", "/work/"): 13,
    ("truongphong", "/work/"): 15,
    ("tiepnhan1", "/desk/receive/"): 4,
    ("tiepnhan1", "/desk/receive/?copy={code}"): 12,
    ("tiepnhan1", "/desk/waiting/"): 9,
    ("tiepnhan1", "/desk/received/{code}/"): 10,
    ("tiepnhan1", "/desk/agencies/?q=thanh pho"): 5,
    ("tiepnhan1", "/desk/procedures/?q=khai sinh"): 4,
    ("tiepnhan1", "/dossiers/"): 9,
    ("tiepnhan1", "/dossiers/?q=nhung"): 9,
    ("tiepnhan1", "/dossiers/{code}/"): 15,
    ("tiepnhan1", "/dossiers/{code}/slip.pdf"): 10,
    ("tiepnhan1", "/dossiers/{code}/papers/"): 10,
    ("tiepnhan1", "/papers/print/"): 4,
    ("tiepnhan1", "/registers/2026/"): 13,
    ("lanhdao", "/overview/"): 13,
    ("giamsat", "/overview/"): 13,
    ("lanhdao", "/reports/officers/"): 13,
    ("tiepnhan1", "/procedures/"): 5,
    ("tiepnhan1", "/procedures/?q=khai sinh"): 5,
    ("tiepnhan1", "/procedures/{version}/"): 5,
    ("tiepnhan1", "/calendar/"): 4,
    ("tiepnhan1", "/agencies/"): 5,
    ("tiepnhan1", "/agencies/xa-gia-lam/"): 4,
    ("tiepnhan1", "/positions/"): 4,
    ("quantri", "/agencies/xa-gia-lam/"): 4,
    ("quantri", "/agencies/xa-gia-lam/change/?what=rename"): 6,
    ("quantri", "/agencies/succession/"): 5,
    ("quantri", "/officers/"): 7,
    ("quantri", "/officers/stand-in/"): 7,
    ("quantri", "/access-log/"): 7,
    ("quantri", "/calendar/announce/"): 4,
    ("quantri", "/calendar/hours/"): 4,
    ("quantri", "/calendar/next-year/"): 4,
    ("quantri", "/procedures/import/"): 4,
    ("quantri", "/procedures/supplement-policy/?procedure={version}"): 5,
    ("quantri", "/procedures/fee-moment/?procedure={version}"): 5,
    ("tiepnhan1", "/procedures/compare/?after={version}"): 5,
    ("tiepnhan1", "/help/"): 4,
    ("tiepnhan1", "/help/desk/"): 4,
}


def cost(act: Callable[[], Any]) -> list[str]:
    with CaptureQueriesContext(connection) as asked:
        act()
    return [query["sql"][:100] for query in asked]


@pytest.mark.parametrize(("username", "path"), PAGES)
def test_a_page_costs_what_it_cost(
    browser: SignIn, receive: Receive, username: str, path: str
) -> None:
    """The second time, when the catalogue is in memory; with more than one dossier in the register."""
    codes = [receive(), receive(procedure=CERTIFIED_COPY)]
    version = version_id_of(BIRTH_AGAIN, TODAY)
    client, address = browser(username), path.format(code=codes[0], version=version)
    assert client.get(address).status_code == 200
    asked = cost(lambda: client.get(address))
    assert len(asked) == PAGES[username, path], "\n".join(asked)


@pytest.fixture
def whole_form(standing: None) -> Callable[[], dict[str, str]]:
    """The fields of a page that can be received; each call has its own key."""

    def form() -> dict[str, str]:
        version_id = version_id_of(BIRTH_AGAIN, TODAY)
        papers = procedure_detail(version_id).default_variant.papers
        return {
            "request_key": str(uuid.uuid4()),
            "owner-name": "Nguyễn Thị Hồng Nhung",
            "owner-personal_id": "001195012345",
            "procedure": str(version_id),
            **{f"paper-{paper.id}-received": "1" for paper in papers},
        }

    return form


LOOK = {"do": "look"}
SENT = {
    "the card's person": (LOOK, "people", 5),
    "date and fee": (LOOK, "promise", 5),
    "receive": ({"do": "receive"}, "", 22),
}


@pytest.mark.parametrize("act", SENT)
def test_sending_the_reception_page_costs_what_it_cost(
    browser: SignIn, receive: Receive, whole_form: Callable[[], dict[str, str]], act: str
) -> None:
    receive()
    extra, target, budget = SENT[act]
    headers = {"HX-Request": "true", "HX-Target": target} if target else {}
    client, forms = browser("tiepnhan1"), [whole_form() | extra for _ in range(2)]
    forms[1]["owner-personal_id"] = "001195012346"
    client.post("/desk/receive/", forms[0], headers=headers)
    asked = cost(lambda: client.post("/desk/receive/", forms[1], headers=headers))
    assert len(asked) == budget, "\n".join(asked)
