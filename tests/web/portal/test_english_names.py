"""A reader of English finds a procedure by its English name and reads it beside the Vietnamese one; the names are
data of the office, with their days."""

from __future__ import annotations

from copy import deepcopy
from datetime import datetime

import pytest
from django.test import Client

from motcua.eforms.shipped import shipped_forms
from motcua.procedures.commands.import_life_events import import_life_events
from motcua.procedures.queries.life_events import names_abroad
from motcua.procedures.shipped import shipped_life_events
from tests.support.clock import PLAIN_MORNING, PLAIN_WEDNESDAY
from tests.support.working_office import BIRTH_AGAIN, CERTIFIED_COPY, SETUP

NAME, OWN_NAME = "Certified copies of originals", "Thủ tục chứng thực bản sao"


@pytest.fixture
def named(standing: None, now: datetime) -> None:
    import_life_events(actor=SETUP, at=PLAIN_MORNING, document=shipped_life_events())


@pytest.fixture
def english(client: Client) -> Client:
    client.cookies["motcua-language"] = "en"
    return client


def page_of(client: Client, path: str, **asked: str) -> str:
    return str(client.get(path, asked).content.decode())


@pytest.mark.parametrize(
    "typed", ["certified copies", "certify copies of originals", "copies of originals"]
)
def test_it_is_found_by_its_english_name(named: None, english: Client, typed: str) -> None:
    found = page_of(english, "/thu-tuc/", q=typed)
    assert f'href="/thu-tuc/{CERTIFIED_COPY}">{NAME}</a>' in found
    assert '<p lang="vi">' in found


def test_its_page_has_both_names_in_english_and_one_in_vietnamese(
    named: None, client: Client
) -> None:
    vietnamese = page_of(client, f"/thu-tuc/{CERTIFIED_COPY}")
    assert NAME not in vietnamese
    client.cookies["motcua-language"] = "en"
    page = page_of(client, f"/thu-tuc/{CERTIFIED_COPY}")
    assert f">{NAME}</h1>" in page
    assert f"<title>{NAME} – " in page
    assert '<span lang="vi">' in page


def test_one_without_an_english_name_keeps_its_own(named: None, english: Client) -> None:
    document = deepcopy(shipped_life_events())
    for event in document["events"]:
        event["matters"] = [one for one in event["matters"] if one["procedure"] != CERTIFIED_COPY]
    import_life_events(actor=SETUP, at=PLAIN_MORNING, document=document)
    today, tomorrow = PLAIN_WEDNESDAY, PLAIN_WEDNESDAY.replace(day=PLAIN_WEDNESDAY.day + 1)
    assert names_abroad(today)[CERTIFIED_COPY] == NAME
    assert CERTIFIED_COPY not in names_abroad(tomorrow)


def test_every_procedure_filed_by_a_form_of_ours_has_an_english_name(named: None) -> None:
    names = names_abroad(PLAIN_WEDNESDAY)
    codes = {one["procedure"]["code"] for one in shipped_forms()}
    assert codes - set(names) == set()
    assert BIRTH_AGAIN in names
