"""The same request sent again acts once and gets the same answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from motcua.dossiers.models import Dossier
from motcua.kernel import clock
from tests.support.clock import PLAIN_MORNING
from tests.web.api.conftest import Body, Caller
from tests.web.api.test_problems import problem

ABody = Callable[..., Body]


def test_the_same_key_and_body_get_the_same_answer(desk: Caller, a_reception: ABody) -> None:
    body = a_reception(applicant={"name": "Lê Văn Đạt", "personal_id": "012345678"})
    first, again = desk.receive(body, key="k-1"), desk.receive(body, key="k-1")
    assert first.status_code == again.status_code == 201
    assert first.content == again.content
    assert first["Location"] == again["Location"]
    assert (first.get("Idempotent-Replayed"), again["Idempotent-Replayed"]) == (None, "true")
    assert Dossier.objects.count() == 1


def test_the_order_of_fields_makes_no_other_body(desk: Caller, a_reception: ABody) -> None:
    body = a_reception()
    turned = dict(reversed(body.items()))
    first, again = desk.receive(body, key="k-1"), desk.receive(turned, key="k-1")
    assert first.content == again.content


def test_the_answer_stays_though_the_dossier_moved_on(
    desk: Caller, a_reception: ABody, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = desk.receive(a_reception(), key="k-1")
    Dossier.objects.update(due_at=PLAIN_MORNING + timedelta(days=9), sets=3)
    monkeypatch.setattr(clock, "now", lambda: PLAIN_MORNING + timedelta(days=2))
    assert desk.receive(a_reception(), key="k-1").content == first.content


def test_the_same_key_with_another_body_is_refused(desk: Caller, a_reception: ABody) -> None:
    desk.receive(a_reception(), key="k-1")
    problem(desk.receive(a_reception(sets=2), key="k-1"), 409, "request-key-reused")
    assert Dossier.objects.count() == 1


def test_without_a_key_each_request_is_a_dossier(desk: Caller, a_reception: ABody) -> None:
    codes = {desk.receive(a_reception()).json()["code"] for _ in range(2)}
    assert codes == {"H26.45-260610-0001", "H26.45-260610-0002"}


def test_keys_of_two_positions_are_apart(
    caller: Callable[[str], Caller], a_reception: ABody
) -> None:
    answers = [
        caller(name).receive(a_reception(), key="k-1") for name in ("tiepnhan1", "tiepnhan2")
    ]
    assert [answer.get("Idempotent-Replayed") for answer in answers] == [None, None]
    assert Dossier.objects.count() == 2


def test_a_refused_request_may_be_mended_under_its_key(desk: Caller, a_reception: ABody) -> None:
    problem(desk.receive(a_reception(all_papers=False), key="k-1"), 422, "reception-refused")
    assert desk.receive(a_reception(), key="k-1").status_code == 201


@pytest.mark.parametrize("key", ["", " ", "k" * 61, "khóa"])
def test_a_key_that_is_none_is_refused(desk: Caller, a_reception: ABody, key: str) -> None:
    answer = desk.post("/dossiers", a_reception(), Idempotency_Key=key)
    document = problem(answer, 422, "input-invalid")
    assert document["errors"][0]["field"] == "Idempotency-Key"
