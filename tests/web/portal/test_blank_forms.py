"""The declaration to fill in by hand, for everybody."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from motcua.eforms.commands.import_forms import import_forms
from motcua.eforms.shipped import shipped_forms
from motcua.kernel.actor import Actor, Door, Role
from motcua.ledger.caching import forget_all
from tests.papers.reading import squeezed, text_of
from tests.support.working_office import CERTIFIED_COPY

BIRTH = "1.001193"
KEEPER = Actor(door=Door.PAGE, user_id=1, roles=frozenset({Role.ADMINISTRATOR}), name="Quản trị")


@pytest.fixture(autouse=True)
def _office(standing: None, now: datetime) -> None:
    wanted = [one for one in shipped_forms() if one["procedure"]["code"] == BIRTH]
    import_forms(actor=KEEPER, at=now, documents=wanted)
    forget_all()


def test_anybody_gets_the_form_in_force(client: Client) -> None:
    answer = client.get(f"/thu-tuc/{BIRTH}/to-khai.pdf")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert squeezed("TỜ KHAI ĐĂNG KÝ KHAI SINH") in squeezed(text_of(answer.content))
    assert dict(answer.cookies) == {}


def test_the_same_form_gives_the_same_paper(client: Client) -> None:
    first = client.get(f"/thu-tuc/{BIRTH}/to-khai.pdf").content
    forget_all()
    assert client.get(f"/thu-tuc/{BIRTH}/to-khai.pdf").content == first


@pytest.mark.parametrize("code", ["9.999999", CERTIFIED_COPY, "%00", "a" * 300])
def test_without_a_form_there_is_no_paper(client: Client, code: str) -> None:
    assert client.get(f"/thu-tuc/{code}/to-khai.pdf").status_code == 404


def test_it_asks_few_questions_of_the_database(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    client.get(f"/thu-tuc/{BIRTH}/to-khai.pdf")
    forget_all()
    with django_assert_max_num_queries(8):
        client.get(f"/thu-tuc/{BIRTH}/to-khai.pdf")
