"""Files by the API: sent, attached, read, taken out, and for whom they are not."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from motcua.dossiers.vocabulary import Stage
from tests.support.papers_sent import a_pdf
from tests.web.api.conftest import AnyCaller, Caller
from tests.web.api.test_acts import REASON, act
from tests.web.api.test_problems import problem


def sent(caller: Caller, content: bytes = b"", name: str = "giay-to.pdf") -> Any:
    file = BytesIO(content or a_pdf("Giấy tờ"))
    file.name = name
    return caller.client.post("/api/v1/files", {"file": file}, headers=caller.headers)


def test_a_file_is_sent_attached_read_and_taken_out(
    caller: AnyCaller, brought: Callable[[Stage], str]
) -> None:
    code, desk = brought(Stage.RECEIVED), caller("tiepnhan1")
    upload = sent(desk)
    assert upload.status_code == 201, upload.content
    body = {"upload": upload.json()["token"], "paper_position": 0}
    assert act(desk, code, "attach", body).status_code == 200
    listed = desk.get(f"/dossiers/{code}/files").json()["items"]
    assert [(one["name"], one["kind"], one["paper_position"]) for one in listed] == [
        ("giay-to.pdf", "PAPER", 0)
    ]
    path = f"/dossiers/{code}/files/0"
    answer = desk.get(path)
    assert b"".join(answer.streaming_content) == a_pdf("Giấy tờ")
    assert answer["ETag"] == f'"{listed[0]["digest"]}"'
    problem(act(desk, code, "attach", body), 409, "file-attached-already")
    assert desk.post(f"{path}/remove", REASON).status_code == 200
    problem(desk.get(path), 404, "not-found")
    assert desk.get(f"/dossiers/{code}").json()["files"] == []


def test_what_somebody_else_has_sent_cannot_be_attached(
    caller: AnyCaller, brought: Callable[[Stage], str]
) -> None:
    code, token = brought(Stage.RECEIVED), sent(caller("tiepnhan2")).json()["token"]
    answer = act(caller("tiepnhan1"), code, "attach", {"upload": token})
    assert problem(answer, 422, "upload-unknown")["field"] == "upload"


def test_a_program_is_no_paper(caller: AnyCaller) -> None:
    problem(sent(caller("tiepnhan1"), b"MZ" + b"\0" * 200, "a.pdf"), 422, "file-is-program")


def test_files_of_a_dossier_are_not_for_those_who_may_not_see_it(
    caller: AnyCaller, brought: Callable[[Stage], str]
) -> None:
    code, desk = brought(Stage.RECEIVED), caller("tiepnhan1")
    act(desk, code, "attach", {"upload": sent(desk).json()["token"]})
    for path in ("files", "files/0"):
        problem(caller("thuly2").get(f"/dossiers/{code}/{path}"), 404, "not-found")
