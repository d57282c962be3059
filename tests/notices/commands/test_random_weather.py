"""Whatever carriers answer and whenever a worker comes: each message arrives once, or has failed and
says so."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from motcua.dossiers.vocabulary import Stage
from motcua.jobs.simulator.keeping import LOST
from motcua.notices.models import Delivery, Notice
from motcua.notices.vocabulary import Carrier, NoticeState
from tests.notices.conftest import TellBy
from tests.support.acts import bring
from tests.support.reception import a_reception, receive
from tests.support.telling import FATHER, MOTHER, Teller

WEATHER = (LOST, LOST, 500, 503, 429, 400, 550, 451)
"""What carriers do in place of taking a message, or after having taken it."""
STAGES = (Stage.RECEIVED, Stage.SUPPLEMENT_REQUESTED, Stage.SETTLED, Stage.WITHDRAWN)
PAUSES = (timedelta(seconds=2), timedelta(minutes=2), timedelta(hours=3), timedelta(days=1))
ENDED = {str(NoticeState.SENT), str(NoticeState.DELIVERED), str(NoticeState.FAILED)}
ROUNDS = 12


@pytest.mark.parametrize("seed", range(8))
def test_every_notice_ends_and_no_message_comes_twice(tell_by: TellBy, seed: int) -> None:
    chance = Random(seed)
    teller = tell_by()
    _rounds_in_bad_weather(teller, chance)
    teller.mailroom.faults.clear()
    for _round in range(ROUNDS):
        teller.round(after=timedelta(days=1))
    assert set(teller.states()) <= ENDED
    _arrived_once(teller)


def _rounds_in_bad_weather(teller: Teller, chance: Random) -> None:
    for number in range(ROUNDS):
        phone = f"091{chance.randrange(1_000_000, 9_999_999)}"
        people = (replace(MOTHER, phone=phone, email=f"m{number}@example.vn"), FATHER)
        # Officers act by day; the worker comes when it comes.
        at = teller.at.replace(hour=chance.randrange(8, 11))
        code = receive(a_reception(parties=people, at=at), at=at).code
        bring(code, chance.choice(STAGES), at=at)
        teller.mailroom.faults.extend(chance.choices(WEATHER, k=3))
        teller.round(after=chance.choice(PAUSES))


def _arrived_once(teller: Teller) -> None:
    keys = Counter((one.carrier, one.key.partition("@")[0]) for one in teller.mailroom.messages())
    assert set(keys.values()) <= {1}
    gone = Delivery.objects.filter(state__in=[NoticeState.SENT, NoticeState.DELIVERED])
    sent = {(row.carrier, row.key) for row in gone}
    refused = {(row.carrier, row.key) for row in Delivery.objects.filter(state=NoticeState.FAILED)}
    assert sent <= keys.keys() <= sent | refused
    told = Notice.objects.values_list("dossier_id", "fact_seq", "carrier", "address_digest")
    assert len(told) == len(set(told))
    assert Carrier.EMAIL in {carrier for carrier, _key in sent}
