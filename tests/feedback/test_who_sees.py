"""Whoever may see one sees it by every way, and whoever may not by none: list, search, page, file,
figures, API. The rule is written a second time here, as one would tell a newcomer."""

from __future__ import annotations

import random
from dataclasses import dataclass

import pytest
from django.test import Client

from motcua.api.tokens import pace
from motcua.feedback.models import PetitionEnclosure
from motcua.feedback.policies import PERMISSION_OF
from motcua.feedback.queries.detail import file_of_petition, petition_detail
from motcua.feedback.queries.figures import Figure, Period, figures, rows_of
from motcua.feedback.queries.listing import PetitionFilter, Wanted, offered, petitions
from motcua.feedback.vocabulary import Act, FileIn
from motcua.kernel import clock
from motcua.kernel.actor import Role
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from tests.support.clock import PLAIN_MORNING
from tests.support.feedback import act, entered
from tests.support.offices import agency_id
from tests.support.two_communes import HOME, NEIGHBOR, NEIGHBOR_PREFIX, PEOPLE, Somebody
from tests.support.working_office import officer, token_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("proved")]
READS_ALL = {Role.RECEPTION, Role.REGISTRY_CLERK, Role.SIGNATORY}
READS_UNIT = {Role.HANDLING, Role.UNIT_HEAD}
ENTERS = {Role.RECEPTION, Role.REGISTRY_CLERK}
ROWS = 12
DIGEST = "a" * 64


@dataclass(frozen=True)
class Planned:
    """One of them by names: where it is, with whom, about whom, offered to whom."""

    code: str
    agency: str
    handler: str
    unit: str
    about: str
    offered: str


def may_read(person: Somebody, one: Planned) -> bool:
    """As one would tell a newcomer."""
    if person.username == one.about:
        return False
    if Role.SUPERVISOR in person.roles:
        return True  # of the city above both communes
    if person.agency != one.agency:
        return False
    if person.roles & READS_ALL:
        return True
    is_his = Role.HANDLING in person.roles and person.username == one.handler
    return is_his or (
        bool(person.roles & READS_UNIT) and bool(one.unit) and person.unit == one.unit
    )


def may_answer_offer(person: Somebody, one: Planned) -> bool:
    is_asked = bool(one.offered) and person.agency == one.offered
    return is_asked and bool(person.roles & ENTERS) and person.username != one.about


def _registers(draw: random.Random) -> list[Planned]:
    """A register of each commune, whatever its entries are about and with whomever they are."""
    made = []
    for _row in range(ROWS):
        agency = draw.choice([HOME, NEIGHBOR])
        by = NEIGHBOR_PREFIX if agency == NEIGHBOR else ""
        own = [one for one in PEOPLE if one.agency == agency]
        about = draw.choice([None, *own])
        ref = entered(
            by=f"{by}vanthu"
            if about is None or about.username != f"{by}vanthu"
            else f"{by}tiepnhan1",
            agency_id=agency_id(agency),
            about_holding_id=officer(about.username).holding_id if about else None,
            files=(FileIn(digest=DIGEST, name="don.pdf", size=1),),
        )
        clerk = f"{by}tiepnhan1" if about and about.username == f"{by}vanthu" else f"{by}vanthu"
        handler, unit, offered_to = "", "", ""
        fate = draw.choice(["kept", "given", "offered"])
        handlers = [one for one in own if Role.HANDLING in one.roles and one != about]
        if fate == "given":
            whom = draw.choice(handlers)
            handler, unit = whom.username, whom.unit
            act(ref, Act.ROUTE, clerk, PLAIN_MORNING, holding_id=officer(handler).holding_id)
        elif fate == "offered":
            offered_to = HOME if agency == NEIGHBOR else NEIGHBOR
            there = agency_id(offered_to)
            act(ref, Act.OFFER, clerk, PLAIN_MORNING, agency_id=there, text="Thuộc nơi ấy")
        told = about.username if about else ""
        made.append(Planned(ref.code, agency, handler, unit, told, offered_to))
    return made


@pytest.mark.parametrize("seed", [1, 2])
def test_every_way_shows_exactly_what_may_be_seen(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: PLAIN_MORNING)
    pace.forget_all()
    plan = _registers(random.Random(seed))
    assert PetitionEnclosure.objects.count() == ROWS
    day = local_day(PLAIN_MORNING)
    period = Period(from_day=day, to_day=day, as_of=PLAIN_MORNING)
    for person in PEOPLE:
        actor = officer(person.username)
        expected = {one.code for one in plan if may_read(person, one)}
        answers = {one.code for one in plan if may_answer_offer(person, one)}
        for text in ("", "cho qua lau"):
            which = PetitionFilter(wanted=Wanted.ALL, text=text)
            found = {row.code for row in petitions(actor, PLAIN_MORNING, which, size=100).rows}
            assert found == expected, (person.username, text)
        assert {row.code for row in offered(actor)} == answers, person.username
        behind = rows_of(actor, period, Figure.RECEIVED, kind=None, agency_id=None)
        assert {row.code for row in behind} == expected
        assert sum(row.received for row in figures(actor, period)) == len(expected)
        opened = {one.code for one in plan if _opens(person.username, one.code)}
        assert opened == expected | answers, person.username
        if expected or person.roles & READS_ALL:
            caller = Client(headers={"Authorization": f"Bearer {token_of(person.username)}"})
            told = caller.get("/api/v1/feedback", {"wanted": "all", "size": 100}).json()["items"]
            assert {one["code"] for one in told} == expected, person.username


def _opens(username: str, code: str) -> bool:
    """The page and the file alike."""
    actor = officer(username)
    ways = []
    for read in (
        lambda: petition_detail(actor, code, PLAIN_MORNING),
        lambda: file_of_petition(actor, code, DIGEST),
    ):
        try:
            read()
        except NotFound:
            ways.append(False)
        else:
            ways.append(True)
    assert len(set(ways)) == 1
    return ways[0]


def test_no_act_reaches_further_than_reading() -> None:
    """Whoever is named in one is offered no act on it, whatever his rights."""
    for person in PEOPLE:
        if person.agency != HOME:
            continue
        actor = officer(person.username)
        ref = entered(
            by="tiepnhan1" if person.username == "vanthu" else "vanthu",
            about_holding_id=actor.holding_id,
        )
        with pytest.raises(NotFound):
            petition_detail(actor, ref.code, PLAIN_MORNING)
    assert set(PERMISSION_OF) == set(Act) - {Act.SEND, Act.RATE}
