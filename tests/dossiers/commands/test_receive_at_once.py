"""Several desks at once, and desks that die: no code twice, none lost, all or nothing."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import chain

import pytest

from motcua.dossiers.models import Dossier, DossierParty, DossierSerial, SubmittedDocument
from motcua.dossiers.proof import disagreements
from motcua.ledger.models import Fact
from motcua.ledger.verification import verify
from tests.support.desks import all_at_once, desks
from tests.support.reception import a_ground, receive

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("committed_office")]
DESKS, EACH = 5, 10
PATIENCE_SECONDS = 10
"""Long for a busy machine; a starved writer would wait for SQLite's 30."""
KILLS = 4


@pytest.fixture
def committed_office(transactional_db: None) -> Iterator[None]:
    a_ground()
    yield
    assert list(disagreements()) == []
    assert list(verify()) == []


def serials() -> list[int]:
    codes = Dossier.objects.order_by("id").values_list("code", flat=True)
    return sorted(int(code.rpartition("-")[2]) for code in codes)


def test_fifty_receptions_at_once_get_the_serials_one_to_fifty() -> None:
    told = all_at_once(DESKS, receptions=EACH)
    codes = [said["code"] for said in chain.from_iterable(told)]
    longest = [max(said["seconds"] for said in desk) for desk in told]
    print(f"longest wait of each desk: {[f'{seconds:.3f} s' for seconds in longest]}")
    assert sorted(codes) == [f"H26.45-260610-{serial:04d}" for serial in range(1, 51)]
    assert serials() == list(range(1, 51))
    assert Fact.objects.filter(code="dossier.received").count() == DESKS * EACH
    assert max(longest) < PATIENCE_SECONDS


def test_the_same_request_from_several_desks_at_once_makes_one_dossier() -> None:
    told = list(chain.from_iterable(all_at_once(4, receptions=3, key="double-click")))
    assert len({said["code"] for said in told}) == 1
    assert [said["repeated"] for said in told].count(False) == 1
    assert serials() == [1]


@pytest.mark.parametrize("where", ["locked", "written"])
def test_a_desk_killed_inside_its_transaction_leaves_nothing(where: str) -> None:
    with desks(1, pause_inside=where) as (desk,):
        desk.go()
        assert desk.hear() == {"inside": where}
        desk.kill()
        started = time.monotonic()
        ref = receive()
        waited = time.monotonic() - started
    print(f"the next reception took {waited:.3f} s")
    assert ref.code.endswith("-0001")
    assert waited < PATIENCE_SECONDS
    counts = [model.objects.count() for model in (Dossier, DossierParty, DossierSerial)]
    assert counts == [1, 1, 1]


def test_desks_killed_at_any_moment_leave_whole_dossiers_and_no_gap() -> None:
    for number in range(KILLS):
        with desks(2, receptions=500) as (doomed, witness):
            doomed.go()
            witness.go()
            for _heard in range(3):
                witness.hear()
            time.sleep(0.01 * number)
            doomed.kill()
            witness.hear()
    receive()
    held = serials()
    assert held == list(range(1, len(held) + 1))
    parties, papers = DossierParty.objects.count(), SubmittedDocument.objects.count()
    assert (parties, papers) == (len(held), 3 * len(held))
    assert DossierSerial.objects.get().last == len(held)
