"""Whoever follows the dossiers is told of each act in its transaction, and may undo it."""

from __future__ import annotations

from typing import ClassVar

import pytest

from motcua.dossiers import following
from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.following import Acted, Begun
from motcua.dossiers.models import Dossier
from motcua.dossiers.vocabulary import Act, Stage
from motcua.kernel.refusal import Refusal
from motcua.ledger.models import Fact
from motcua.ledger.recording import Record
from tests.support.acts import GIVEN, do
from tests.support.clock import PLAIN_MORNING
from tests.support.reception import BIRTH, a_reception, an_officer

pytestmark = pytest.mark.usefixtures("standing")


class NotYet(Refusal):
    code = "act-not-allowed"


class Listener:
    """Keeps what it was told; refuses one act."""

    refused: ClassVar[frozenset[Act]] = frozenset({Act.DECIDE})

    def __init__(self) -> None:
        self.begun_ids: list[int] = []
        self.acts: list[tuple[Act, str, str]] = []

    def begun(self, record: Record, begun: Begun) -> None:
        assert record.at
        self.begun_ids.append(begun.dossier_id)

    def acted(self, record: Record, acted: Acted) -> None:
        assert record.at
        if acted.act in self.refused:
            raise NotYet
        self.acts.append((acted.act, acted.dossier.stage, acted.event.stage))


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> Listener:
    monkeypatch.setattr(following, "_FOLLOWERS", {})
    one = Listener()
    following.register("test", one)
    return one


def received() -> str:
    return receive_dossier(actor=an_officer(), at=PLAIN_MORNING, given=a_reception(BIRTH)).code


def test_a_follower_hears_of_reception_and_of_each_act(listener: Listener) -> None:
    code = received()
    do(code, Act.START, GIVEN[Act.START])
    do(code, Act.PROPOSE, GIVEN[Act.PROPOSE])
    assert listener.begun_ids == [Dossier.objects.get(code=code).pk]
    assert listener.acts == [
        (Act.START, Stage.RECEIVED, Stage.PROCESSING),
        (Act.PROPOSE, Stage.PROCESSING, Stage.PROPOSED),
    ]


def test_what_a_follower_refuses_has_not_happened(listener: Listener) -> None:
    code = received()
    do(code, Act.START, GIVEN[Act.START])
    facts = Fact.objects.count()
    with pytest.raises(NotYet):
        do(code, Act.DECIDE, GIVEN[Act.DECIDE])
    assert Dossier.objects.get(code=code).stage == Stage.PROCESSING
    assert Fact.objects.count() == facts
