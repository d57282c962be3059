"""Each page of the ground, as each role of the sample office: shown or not there at all."""

from __future__ import annotations

import pytest

from tests.web.workspace.conftest import SignIn

DESK = {"tiepnhan1", "thuly1", "truongphong", "lanhdao", "vanthu", "giamsat"}
EVERYONE = {*DESK, "quantri"}
PAGES = {
    "/desk/procedures/?q=khai": EVERYONE,
    "/procedures/": EVERYONE,
    "/agencies/": EVERYONE,
    "/agencies/xa-gia-lam/": EVERYONE,
    "/calendar/": EVERYONE,
    "/positions/": EVERYONE,
    "/desk/": DESK,
    "/dossiers/": DESK,
    "/calendar/announce/": {"quantri"},
    "/officers/": {"truongphong", "lanhdao", "quantri", "giamsat"},
    "/officers/stand-in/": {"lanhdao", "quantri"},
    "/access-log/": {"quantri", "giamsat"},
    "/organizations/": {"quantri"},
}


@pytest.mark.parametrize("username", sorted(EVERYONE))
def test_a_role_opens_its_pages_and_no_other(browser: SignIn, username: str) -> None:
    client = browser(username)
    answers = {path: client.get(path).status_code for path in PAGES}
    assert answers == {path: 200 if username in who else 404 for path, who in PAGES.items()}


@pytest.mark.parametrize("username", sorted(EVERYONE - {"quantri"}))
def test_only_the_administrator_can_announce_a_day(browser: SignIn, username: str) -> None:
    announced = {"day": "12/06/2026", "kind": "OFF", "name": "thử", "scope": "1", "do": "apply"}
    assert browser(username).post("/calendar/announce/", announced).status_code == 404


@pytest.mark.parametrize("path", ["/officers/stand-in/", "/calendar/announce/", "/positions/"])
def test_a_stranger_can_send_nothing(browser: SignIn, path: str) -> None:
    response = browser("").post(path, {"holding": "1"})
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/account/login/")
