"""Fees by the API: read, a claim decided, other copies, a result let go unpaid; once, by whoever may."""

from __future__ import annotations

from datetime import timedelta

import pytest

from motcua.dossiers.models import ReliefClaim, UnpaidLeave
from tests.support.clock import PLAIN_MORNING
from tests.support.money import collect
from tests.support.money import owing as one_owing
from tests.support.reliefs import OLD, lowered
from tests.web.api.conftest import AnyCaller, Caller
from tests.web.api.test_work_and_money import problem

PROOF = {"number": "12/GCN", "issuer": "UBND xã", "expires_on": "2030-01-31"}
ACCEPT = {"group": "ELDERLY", "accepted": True, "proof": PROOF, "reason": "Đã xem giấy"}


@pytest.fixture
def path(desk: Caller) -> str:
    """A dossier that owes 4,000 đồng, on the day from which the fee is lowered for old people."""
    lowered(OLD, 50, at=PLAIN_MORNING - timedelta(days=1))
    return f"/dossiers/{one_owing()}/fee"


def test_a_claim_is_accepted_once_and_the_difference_is_owed_back(desk: Caller, path: str) -> None:
    before = desk.get(path)
    assert (before.json()["total_vnd"], before.json()["claims"]) == (4_000, [])
    collect(path.split("/")[2])
    first = desk.post(path, ACCEPT, Idempotency_Key="f-1")
    again = desk.post(path, ACCEPT, Idempotency_Key="f-1")
    assert (first.status_code, again.status_code) == (200, 200), first.content
    assert again["Idempotent-Replayed"] == "true"
    told = first.json()
    assert told == again.json()
    assert (told["total_vnd"], told["due_vnd"], told["over_vnd"]) == (2_000, 0, 2_000)
    assert sum(line["amount_vnd"] for line in told["lines"]) == 2_000
    (claim,) = told["claims"]
    assert (claim["state"], claim["number"], claim["reason"]) == (
        "ACCEPTED",
        "12/GCN",
        "Đã xem giấy",
    )
    assert ReliefClaim.objects.count() == 1


def test_what_is_missing_or_outdated_is_told(desk: Caller, path: str) -> None:
    bare = desk.post(path, {"group": "ELDERLY", "accepted": True, "reason": "x"})
    assert problem(bare, 422, "proof-missing")["field"] == "number"
    undecided = desk.post(path, {"group": "ELDERLY", "reason": "x"})
    assert problem(undecided, 422, "claim-decision-missing")["field"] == "accepted"
    problem(desk.post(path, {"copies": 1, "reason": "x"}), 409, "fee-unchanged")
    late = {"reason": "x", "copies": 2}
    assert desk.post(path, late, If_Match='"99"').status_code == 412
    assert desk.post(path, {"copies": 2, "reason": "Thêm một bản"}).json()["total_vnd"] == 8_000


def test_a_leader_lets_it_go_unpaid_and_nobody_else(
    caller: AnyCaller, desk: Caller, path: str
) -> None:
    why = {"reason": "Hộ bị thiên tai"}
    problem(desk.post(f"{path}/unpaid", why), 404, "not-found")
    problem(caller("lanhdao").post(f"{path}/unpaid", {"reason": " "}), 422, "reason-missing")
    told = caller("lanhdao").post(f"{path}/unpaid", why, Idempotency_Key="u-1").json()
    caller("lanhdao").post(f"{path}/unpaid", why, Idempotency_Key="u-1")
    assert (told["may_go_unpaid"], told["due_vnd"]) == (True, 4_000)
    assert UnpaidLeave.objects.get().reason == "Hộ bị thiên tai"
    problem(caller("vanthu").post(path, ACCEPT), 404, "not-found")
