"""Who declares how many copies of how many pages he wants is asked neither again nor for another fee."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from motcua.dossiers.vocabulary import Declared
from motcua.eforms.rules.copies_wanted import CopiesWanted, copies_wanted
from motcua.kernel.clock import local_day
from motcua.ledger.queries import facts_about
from tests.support.clock import PLAIN_MORNING
from tests.support.declaring import a_declaration, publish_forms, real_answers, the_form
from tests.support.reception import BIRTH, a_ground, a_reception, receive, the_ground
from tests.support.working_office import kept_for_a_module

CERTIFIED = "2.000815"
PAPER = {
    "name": "Bằng tốt nghiệp",
    "issued_by": "Đại học Bách khoa Hà Nội",
    "foreign": "no",
    "pages": "3",
    "copies": "5",
    "has_original": "yes",
}


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with kept_for_a_module(django_db_blocker):
        a_ground(codes=(CERTIFIED,))
        publish_forms(CERTIFIED, BIRTH)
        yield


@pytest.fixture(autouse=True)
def standing(office: None, db: None) -> None:
    """In a transaction of the test's own."""


def declared(*papers: dict[str, str]) -> Declared:
    return a_declaration(CERTIFIED, papers=list(papers))


def test_the_fee_is_that_of_the_pages_and_copies_declared() -> None:
    ref = receive(a_reception(CERTIFIED, declared=declared(PAPER)))
    (fact,) = facts_about("dossier", ref.id)
    assert sum(line["amount_vnd"] for line in fact.payload["fees"]) == 25_000


def test_each_paper_declared_is_counted_by_itself() -> None:
    one_page = {**PAPER, "pages": "1", "copies": "2"}
    given = a_reception(CERTIFIED, declared=declared(PAPER, one_page), pages=7, copies=9)
    assert the_ground(CERTIFIED).fee_sheet(given).total_vnd == 25_000 + 4_000


def test_what_is_declared_is_not_asked_again_and_what_is_not_is() -> None:
    ground = the_ground(CERTIFIED)
    assert not ground.fee_needs(declared(PAPER)) & {"copies", "pages"}
    assert ground.fee_needs() >= {"copies", "pages"}
    assert ground.fee_needs(replace(declared(), answers={})) >= {"copies", "pages"}


def test_without_a_declaration_the_fee_goes_by_what_was_typed() -> None:
    given = a_reception(CERTIFIED, pages=3, copies=2)
    assert the_ground(CERTIFIED).fee_sheet(given).total_vnd == 10_000


def test_a_paper_without_a_number_that_can_be_read_counts_for_nothing() -> None:
    form = the_form(CERTIFIED).form
    answers = real_answers(CERTIFIED, papers=[PAPER, {**PAPER, "copies": "mấy bản"}])
    wanted = copies_wanted(form, answers, on=local_day(PLAIN_MORNING))
    assert wanted == (CopiesWanted(copies=5, pages=3),)


def test_a_form_that_asks_for_no_copies_of_papers_says_none() -> None:
    form = the_form(BIRTH).form
    assert copies_wanted(form, real_answers(), on=local_day(PLAIN_MORNING)) == ()
