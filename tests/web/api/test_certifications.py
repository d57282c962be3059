"""`/certifications`: numbers given once, the register read, refusals told with their fields."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from motcua.certifications.models import Certification
from tests.support.working_office import token_of

pytestmark = [pytest.mark.usefixtures("standing", "now")]
ADDRESS = "/api/v1/certifications"
BODY = {
    "applicant": {"name": "Nguyễn Thị Hồng Nhung", "personal_id": "001195001234"},
    "documents": [{"name": "Giấy khai sinh", "copies": 3}, {"name": "Học bạ", "pages": 5}],
}


def ask(method: str, username: str = "tiepnhan1", *, key: str = "", **more: Any) -> Any:
    headers = {"Authorization": f"Bearer {token_of(username)}"}
    headers |= {"Idempotency-Key": key} if key else {}
    send = getattr(Client(), method)
    return send(ADDRESS, headers=headers, content_type="application/json", **more)


def test_documents_are_entered_and_read_back() -> None:
    made = ask("post", data=BODY)
    assert made.status_code == 201, made.content
    assert made.json()["numbers"] == [1, 2]
    assert made.json()["fee_vnd"] == 13_000
    listed = ask("get").json()["items"]
    assert [(one["number"], one["document_name"]) for one in listed] == [
        (2, "Học bạ"),
        (1, "Giấy khai sinh"),
    ]


def test_the_same_key_enters_once() -> None:
    first, again = (ask("post", data=BODY, key="k-1") for _time in range(2))
    assert first.json() == again.json()
    assert again.headers["Idempotent-Replayed"] == "true"
    assert Certification.objects.count() == 2


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"documents": []}, 422),
        ({"documents": [{"name": "x", "pages": 0}]}, 422),
        ({"applicant": {"name": ""}}, 422),
        ({"procedure": "1.004884"}, 422),
        ({"procedure": "9.999999"}, 422),
        ({"applicant": {"card": "x|y"}}, 422),
        ({"strange": 1}, 422),
    ],
)
def test_what_is_wrong_is_told_and_takes_no_number(changes: dict[str, Any], status: int) -> None:
    answer = ask("post", data=BODY | changes)
    assert answer.status_code == status
    assert answer.json()["detail"]
    assert not Certification.objects.exists()


def test_only_the_desk_enters() -> None:
    assert ask("post", "lanhdao", data=BODY).status_code == 404
    assert ask("get", "lanhdao").status_code == 200
