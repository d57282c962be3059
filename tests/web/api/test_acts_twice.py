"""Acts of two people on one dossier, and an act asked for twice: one is told, one is done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from motcua.dossiers.vocabulary import Stage
from tests.web.api.conftest import AnyCaller, Body
from tests.web.api.test_acts import act, body_of
from tests.web.api.test_problems import problem


def test_two_people_on_one_dossier_are_told_of_each_other(
    caller: AnyCaller, brought: Callable[[Stage], str]
) -> None:
    code = brought(Stage.RECEIVED)
    seen = caller("thuly1").get(f"/dossiers/{code}")["ETag"]
    act(caller("truongphong"), code, "note", {"text": "Làm trước"})
    answer = act(caller("thuly1"), code, "start", {}, If_Match=seen)
    document = problem(answer, 412, "changed-meanwhile")
    assert (document["version"], document["fact"]) == (2, "dossier.noted")
    assert document["by"] in document["detail"]
    assert document["at"] == "2026-06-10T09:00:00+07:00"
    again = act(caller("thuly1"), code, "start", {}, If_Match=f'"{document["version"]}"')
    assert again.status_code == 200


@pytest.mark.parametrize("seen", ["1", '"1"', "*"])
def test_a_version_that_stands_is_heeded_however_it_is_written(
    caller: AnyCaller, brought: Callable[[Stage], str], seen: str
) -> None:
    code = brought(Stage.RECEIVED)
    assert act(caller("thuly1"), code, "start", {}, If_Match=seen).status_code == 200


@pytest.mark.parametrize("seen", ["x", "-1", '"1', "1,2", "9" * 20])
def test_a_version_that_is_none_is_told(
    caller: AnyCaller, brought: Callable[[Stage], str], seen: str
) -> None:
    code = brought(Stage.RECEIVED)
    answer = act(caller("thuly1"), code, "start", {}, If_Match=seen)
    faulty = seen != '"1'  # one quotation mark less is read kindly
    assert (answer.status_code, faulty) in ((422, True), (200, False))


def test_an_act_asked_for_again_is_done_once(
    caller: AnyCaller, brought: Callable[[Stage], str]
) -> None:
    code = brought(Stage.PROCESSING)
    body = body_of("propose")
    first = act(caller("thuly1"), code, "propose", body, Idempotency_Key="p-1", If_Match='"2"')
    again = act(caller("thuly1"), code, "propose", body, Idempotency_Key="p-1", If_Match='"2"')
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json() == again.json()
    assert (first.get("Idempotent-Replayed"), again["Idempotent-Replayed"]) == (None, "true")


@pytest.mark.parametrize(
    ("name", "body"),
    [("propose", {"decision": "GRANTED", "opinion": "Khác"}), ("note", {"text": "Đủ điều kiện"})],
)
def test_a_key_means_one_act_on_one_dossier(
    caller: AnyCaller, brought: Callable[[Stage], str], name: str, body: Body
) -> None:
    code = brought(Stage.PROCESSING)
    act(caller("thuly1"), code, "propose", body_of("propose"), Idempotency_Key="p-1")
    answer = act(caller("thuly1"), code, name, body, Idempotency_Key="p-1")
    problem(answer, 409, "request-key-reused")
