"""The same dossier filed at the portal, at the desk and by the API meets the same rules and leaves the
same facts: what differs is who acted, by which channel, and when."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from motcua.dossiers.commands.receive import receive_dossier, register_dossier
from motcua.dossiers.rules.intake import ReceptionRefused
from motcua.dossiers.vocabulary import Declared, ReceptionInput
from motcua.filing.queries.drafts import draft_of
from motcua.filing.rules.refusals import DraftNotReady
from motcua.filing.whole import reception_of
from motcua.kernel.actor import Actor, Door
from motcua.ledger.queries import facts_about
from motcua.procedures.vocabulary import Channel
from tests.support.clock import PLAIN_MORNING
from tests.support.drafting import complete, send, typed, whole
from tests.support.working_office import officer

OWN_OF_A_DOOR = frozenset({"dossier_code", "channel", "citizen", "files", "counter_id"})


def told(dossier_id: int) -> dict[str, Any]:
    """What the first fact says but for what is a door's own."""
    fact = facts_about("dossier", dossier_id)[0]
    return {key: value for key, value in fact.payload.items() if key not in OWN_OF_A_DOOR}


def files_told(dossier_id: int) -> list[dict[str, Any]]:
    payload = facts_about("dossier", dossier_id)[0].payload
    left_out = {"added_by", "added_at"}
    return [
        {key: value for key, value in file.items() if key not in left_out}
        for file in payload.get("files", ())
    ]


@pytest.fixture
def given(lan: Actor) -> ReceptionInput:
    return reception_of(whole(lan, complete(lan)))


@pytest.mark.parametrize("door", [Door.PAGE, Door.API], ids=["desk", "api"])
def test_the_same_dossier_leaves_the_same_fact(
    lan: Actor, given: ReceptionInput, door: Door
) -> None:
    by_web = send(lan, complete(lan))
    elsewhere = register_dossier(
        actor=officer("tiepnhan1", door=door),
        at=PLAIN_MORNING,
        given=replace(given, channel=Channel.ONLINE),
    )
    assert told(by_web.id) == told(elsewhere.id)
    assert files_told(by_web.id) == files_told(elsewhere.id)
    assert told(by_web.id)["declaration"]["answers"]["child"]["name"]


def test_a_fault_of_the_form_is_found_at_every_door(lan: Actor, given: ReceptionInput) -> None:
    assert given.declared is not None
    answers = {**given.declared.answers, "child": {"name": "An"}}
    faulty = replace(given, declared=replace(given.declared, answers=answers))
    at_doors = {}
    for door in (Door.PAGE, Door.API):
        with pytest.raises(ReceptionRefused) as refused:
            receive_dossier(actor=officer("tiepnhan1", door=door), at=PLAIN_MORNING, given=faulty)
        at_doors[door] = [
            problem.params["path"]
            for problem in refused.value.problems
            if problem.code == "answer-faulty"
        ]
    token = complete(lan)
    seen = draft_of(lan, token).page_versions["child"]
    typed(lan, token, "child", {"child": {"name": "An"}}, seen=seen)
    with pytest.raises(DraftNotReady) as not_ready:
        send(lan, token)
    counted = sum(one.params.get("count", 0) for one in not_ready.value.problems)
    assert at_doors[Door.PAGE] == at_doors[Door.API] != []
    assert counted >= len(at_doors[Door.PAGE])
    assert isinstance(faulty.declared, Declared)
