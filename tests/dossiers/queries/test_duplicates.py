"""The same owner and procedure again: open ones however old, ended ones for thirty days."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.ending import withdraw_dossier
from motcua.dossiers.commands.reception import refuse_at_the_counter
from motcua.dossiers.inputs import Withdraw, WithReason
from motcua.dossiers.queries.duplicates import FOUND_MAX, likely_duplicates
from motcua.kernel.actor import Actor
from tests.support.clock import PLAIN_MORNING
from tests.support.reception import (
    BIRTH,
    CERTIFIED_COPY,
    OWNER,
    a_reception,
    an_officer,
    receive,
    the_ground,
)

LATER = PLAIN_MORNING + timedelta(days=1)
pytestmark = pytest.mark.usefixtures("standing")


def found(code: str = BIRTH, number: str = OWNER.personal_id, **changes: Any) -> list[str]:
    asked: dict[str, Any] = {"actor": an_officer(), "at": LATER} | changes
    actor: Actor = asked["actor"]
    ground = the_ground(code)
    rows = likely_duplicates(
        actor, procedure_id=ground.row.procedure_id, owner_number=number, at=asked["at"]
    )
    return [row.code for row in rows]


def test_an_open_one_is_found_however_old() -> None:
    ref = receive()
    assert found() == [ref.code]
    assert found(at=PLAIN_MORNING + timedelta(days=400)) == [ref.code]


def test_the_newest_come_first_and_only_a_few() -> None:
    codes = [receive().code for _place in range(FOUND_MAX + 1)]
    assert found() == codes[:0:-1]


@pytest.mark.parametrize(
    "other", [{"code": CERTIFIED_COPY}, {"number": "001185012346"}, {"number": ""}]
)
def test_another_matter_or_person_is_none(other: dict[str, str]) -> None:
    receive()
    assert found(**other) == []


def test_the_owner_counts_not_who_handed_it_in() -> None:
    submitter = replace(OWNER, role="SUBMITTER", personal_id="001185012999")
    receive(a_reception(parties=(OWNER, submitter)))
    assert found(number="001185012999") == []


def test_what_was_refused_or_withdrawn_is_none() -> None:
    refuse_at_the_counter(
        actor=an_officer(),
        at=PLAIN_MORNING,
        given=a_reception(),
        refusing=WithReason(reason="Không thuộc thẩm quyền"),
    )
    ref = receive()
    withdraw_dossier(
        Asked(actor=an_officer(), at=LATER, code=ref.code), Withdraw(reason="Không làm nữa")
    )
    assert found() == []


def test_nobody_is_told_of_dossiers_he_may_not_see() -> None:
    receive()
    assert found(actor=replace(an_officer(), roles=frozenset())) == []
