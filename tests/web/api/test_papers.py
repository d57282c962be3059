"""The papers of a dossier by the API: told with their links, given as PDF, or plainly refused."""

from __future__ import annotations

import pytest

from motcua.dossiers.vocabulary import Stage
from tests.papers.reading import page_sizes_mm, text_of
from tests.support.acts import bring
from tests.web.api.conftest import Caller


def test_the_list_leads_to_each_paper(desk: Caller, received: str) -> None:
    bring(received, Stage.SUPPLEMENT_REQUESTED)
    told = desk.get(f"/dossiers/{received}/papers").json()
    kinds = [(one["kind"], one["seq"]) for one in told["items"]]
    assert kinds == [
        ("supplement-request", 3),
        ("slip", 1),
        ("control-slip", 3),
        ("processing-history", 3),
    ]
    for one in told["items"]:
        path = one["link"].partition("/api/v1")[2]
        answer = desk.client.get(f"/api/v1{path}", headers=desk.headers)
        assert answer["Content-Type"] == "application/pdf"
        assert received in text_of(answer.content)


def test_the_size_is_the_one_asked_for(desk: Caller, received: str) -> None:
    path = f"/api/v1/dossiers/{received}/papers/control-slip.pdf"
    for size, sheet in (("A4", (210, 297)), ("A5", (148, 210))):
        answer = desk.client.get(path, {"size": size}, headers=desk.headers)
        assert page_sizes_mm(answer.content)[0] == sheet


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("apology.pdf", 404),
        ("slip.pdf?seq=7", 404),
        ("slip.pdf?seq=0", 422),
        ("nothing.pdf", 422),
        ("slip.pdf?size=A3", 422),
        ("slip.pdf?sise=A4", 422),
    ],
)
def test_what_is_not_there_is_refused(desk: Caller, received: str, path: str, status: int) -> None:
    answer = desk.client.get(f"/api/v1/dossiers/{received}/papers/{path}", headers=desk.headers)
    assert answer.status_code == status
