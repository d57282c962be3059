"""Lists as files by the API: asked once, made in the background, fetched in parts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from motcua.dossiers.exporting.running import work_on_export
from motcua.dossiers.models import ExportRun
from motcua.kernel import clock
from tests.web.api.conftest import ROOT, Caller

AnyCaller = Callable[[str], Caller]


@pytest.fixture(autouse=True)
def _folder(settings: Any, tmp_path: Path) -> None:
    settings.EXPORTED_FILES = tmp_path


@pytest.fixture
def leader(caller: AnyCaller) -> Caller:
    return caller("lanhdao")


def path_of(address: str) -> str:
    return address.partition(ROOT)[2]


def test_a_list_is_asked_for_followed_and_fetched_in_parts(leader: Caller, received: str) -> None:
    begun = leader.post("/exports", {"list_name": "dossiers", "filter": {"q": "nhung"}})
    assert begun.status_code == 202
    assert begun.json()["total"] is None
    link = path_of(begun["Location"])
    assert leader.get(f"{link}/file").status_code == 404
    work_on_export(begun.json()["id"], now=clock.now)
    told = leader.get(link).json()
    assert (told["outcome"], told["done"], told["total"]) == ("DONE", 1, 1)
    whole = leader.get(path_of(told["file"]))
    content = b"".join(whole.streaming_content)
    assert json.loads(content)["code"] == received
    leader.headers |= {"Range": "bytes=5-", "If-Range": whole["ETag"]}
    rest = leader.get(path_of(told["file"]))
    assert (rest.status_code, b"".join(rest.streaming_content)) == (206, content[5:])
    head = leader.client.head(ROOT + path_of(told["file"]), headers=leader.headers)
    assert (head.status_code, head["Content-Length"]) == (200, str(len(content)))


@pytest.mark.parametrize(
    ("list_name", "narrowed"),
    [("work", {"whose": "ALL", "stage": "RECEIVED"}), ("register", {"year": 2026})],
)
def test_other_lists_have_their_own_filters(
    leader: Caller, received: str, list_name: str, narrowed: dict[str, Any]
) -> None:
    body = {"list_name": list_name, "form": "csv", "filter": narrowed}
    begun = leader.post("/exports", body).json()
    work_on_export(begun["id"], now=clock.now)
    assert leader.get(path_of(begun["link"])).json()["done"] == 1


def test_a_faulty_filter_is_told_by_its_path(leader: Caller, received: str) -> None:
    refused = leader.post("/exports", {"list_name": "work", "filter": {"whose": "X", "y": 1}})
    assert refused.status_code == 422
    fields = {one["field"] for one in refused.json()["errors"]}
    assert fields == {"filter.whose", "filter.y"}
    assert leader.post("/exports", {"list_name": "register"}).status_code == 422
    assert not ExportRun.objects.exists()


def test_the_same_key_is_one_file(leader: Caller, received: str) -> None:
    body = {"list_name": "dossiers"}
    made = [leader.post("/exports", body, Idempotency_Key="k").json()["id"] for _time in range(2)]
    assert made[0] == made[1]
    other = leader.post("/exports", {"list_name": "work"}, Idempotency_Key="k")
    assert other.status_code == 409


def test_one_s_own_only_and_it_can_be_given_up(
    leader: Caller, caller: AnyCaller, received: str
) -> None:
    made = leader.post("/exports", {"list_name": "dossiers"}).json()
    link = path_of(made["link"])
    clerk = caller("vanthu")
    assert clerk.get(link).status_code == 404
    assert clerk.post(f"{link}/cancel").status_code == 404
    assert caller("tiepnhan1").post("/exports", {"list_name": "dossiers"}).status_code == 404
    assert leader.post(f"{link}/cancel").json()["outcome"] == "CANCELED"


def test_too_many_at_once_are_refused(leader: Caller, received: str) -> None:
    codes = [leader.post("/exports", {"list_name": "dossiers"}).status_code for _n in range(4)]
    assert codes == [202, 202, 202, 409]
