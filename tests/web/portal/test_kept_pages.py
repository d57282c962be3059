"""A public page is drawn once and given to everybody while it holds; nothing personal is ever kept."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext

from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.vocabulary import Party, PartyRole, ReceptionInput, Stage
from motcua.kernel import clock
from motcua.kernel.pacing import Pace
from motcua.portal import pacing
from motcua.portal.keeping.answers import Answers, Kept, answers
from motcua.portal.keeping.holding import Holds
from motcua.portal.keeping.last_copies import LastCopies, LastCopy, tidy
from motcua.procedures.queries.catalogue import version_in_force
from motcua.worktime.commands.announce_day import announce_day
from motcua.worktime.vocabulary import DayCause, DayKind, SpecialDay
from tests.support.acts import bring
from tests.support.clock import PLAIN_MORNING, PLAIN_WEDNESDAY
from tests.support.working_office import CERTIFIED_COPY, SETUP, officer

PROCEDURE = f"/thu-tuc/{CERTIFIED_COPY}"
PAGES = ["/", "/thu-tuc/", PROCEDURE, "/thu-tuc/?q=sao+y"]
IN_HAND = "Người có trách nhiệm đang giải quyết hồ sơ.".encode()
Count = Callable[..., CaptureQueriesContext]


@pytest.fixture(autouse=True)
def _office(standing: None, now: datetime) -> None:
    pacing.misses.forget_all()


@pytest.fixture
def code() -> str:
    detail = version_in_force(CERTIFIED_COPY, PLAIN_WEDNESDAY)
    assert detail is not None
    owner = Party(role=PartyRole.OWNER, name="Lò Thị Kẹo", personal_id="001195001234")
    given = ReceptionInput(
        procedure_version_id=detail.version_id, parties=(owner,), complete_confirmed=True
    )
    return receive_dossier(actor=officer("tiepnhan1"), at=PLAIN_MORNING, given=given).code


@pytest.mark.parametrize("path", PAGES)
def test_a_kept_page_is_the_same_to_the_byte_and_costs_one_query(
    client: Client, path: str, django_assert_num_queries: Count
) -> None:
    first = client.get(path)
    with django_assert_num_queries(1):
        second = client.get(path)
    assert second.content == first.content
    assert second["ETag"] == first["ETag"]


def test_a_kept_page_of_a_dossier_costs_one_query(
    client: Client, code: str, django_assert_num_queries: Count
) -> None:
    client.get(f"/ho-so/{code}")
    with django_assert_num_queries(1):
        assert code in client.get(f"/ho-so/{code}").content.decode()


def test_an_act_on_the_dossier_is_seen_at_once(client: Client, code: str) -> None:
    before = client.get(f"/ho-so/{code}").content
    bring(code, Stage.PROCESSING)
    after = client.get(f"/ho-so/{code}").content
    assert IN_HAND in after
    assert IN_HAND not in before


def test_a_change_of_the_catalogue_is_seen_at_once(client: Client) -> None:
    before = client.get(PROCEDURE)["ETag"]
    day = SpecialDay(
        day=PLAIN_WEDNESDAY, kind=DayKind.OFF, cause=DayCause.LOCAL_CLOSURE, name="Nghỉ thử"
    )
    announce_day(actor=SETUP, at=PLAIN_MORNING, agency_id=None, special=day)
    assert client.get(PROCEDURE)["ETag"] != before


def test_no_page_is_kept_longer_than_ten_minutes(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = client.get(PROCEDURE).content
    monkeypatch.setattr(clock, "now", lambda: PLAIN_MORNING + timedelta(minutes=9, seconds=59))
    assert client.get(PROCEDURE).content == before
    monkeypatch.setattr(clock, "now", lambda: PLAIN_MORNING + timedelta(minutes=10))
    assert client.get(PROCEDURE).content != before


def test_no_page_is_kept_over_midnight(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    late = PLAIN_MORNING.replace(hour=23, minute=55)
    monkeypatch.setattr(clock, "now", lambda: late)
    before = client.get(PROCEDURE).content
    monkeypatch.setattr(clock, "now", lambda: late + timedelta(minutes=5))
    assert client.get(PROCEDURE).content != before


def test_a_dossier_is_told_late_from_the_minute_of_its_date(
    client: Client, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    due = PLAIN_MORNING.replace(hour=17)
    monkeypatch.setattr(clock, "now", lambda: due - timedelta(minutes=1))
    assert "Đã quá ngày hẹn".encode() not in client.get(f"/ho-so/{code}").content
    monkeypatch.setattr(clock, "now", lambda: due + timedelta(seconds=1))
    assert "Đã quá ngày hẹn".encode() in client.get(f"/ho-so/{code}").content


@pytest.mark.parametrize(
    ("cookie", "value", "shown"),
    [
        ("motcua-language", "en", b'<html lang="en"'),
        ("motcua-theme", "dark", b'data-theme="dark"'),
        ("motcua-text", "large", b'data-text="large"'),
    ],
)
def test_each_look_has_a_page_of_its_own(
    client: Client, cookie: str, value: str, shown: bytes
) -> None:
    plain = client.get(PROCEDURE).content
    client.cookies[cookie] = value
    assert shown in client.get(PROCEDURE).content
    assert shown not in plain
    del client.cookies[cookie]
    assert client.get(PROCEDURE).content == plain


def test_a_browser_that_has_the_page_gets_no_second_one(client: Client) -> None:
    first = client.get(PROCEDURE)
    again = client.get(PROCEDURE, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]


def test_a_kept_page_travels_compressed(client: Client) -> None:
    plain = client.get(PROCEDURE).content
    packed = client.get(PROCEDURE, headers={"Accept-Encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain
    assert len(packed.content) == int(packed["Content-Length"])


def test_browsers_ask_each_time_and_keep_no_dossier(client: Client, code: str) -> None:
    assert client.get(PROCEDURE)["Cache-Control"] == "private, no-cache"
    for _first_and_kept in range(2):
        assert client.get(f"/ho-so/{code}")["Cache-Control"] == "private, no-store"
    assert client.get("/ho-so/KHONG-CO")["Cache-Control"] == "private, no-store"


def test_a_kept_page_bears_the_same_guards_as_a_drawn_one(client: Client) -> None:
    drawn, kept = client.get(PROCEDURE), client.get(PROCEDURE)
    changing = {"X-Request-ID"}
    assert dict(drawn.items()).keys() == dict(kept.items()).keys()
    for name in set(drawn.headers) - changing:
        assert drawn[name] == kept[name], name
    assert "script-src 'self'" in kept["Content-Security-Policy"]
    assert kept["X-Frame-Options"] == "DENY"


def test_whoever_is_signed_in_is_shown_no_kept_page_and_leaves_none(
    client: Client, django_user_model: Any
) -> None:
    client.force_login(
        django_user_model.objects.get(username="tiepnhan1"),
        backend="allauth.account.auth_backends.AuthenticationBackend",
    )
    answer = client.get(PROCEDURE)
    assert answer["Cache-Control"] == "private, no-store"
    assert "ETag" not in answer
    stranger = Client()
    assert stranger.get(PROCEDURE)["Cache-Control"] == "private, no-cache"


def test_somebody_who_guesses_is_not_given_kept_dossiers(
    client: Client, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pacing, "misses", Pace(1))
    assert client.get(f"/ho-so/{code}").status_code == 200
    assert client.get("/ho-so/KHONG-CO").status_code == 404
    assert client.get(f"/ho-so/{code}").status_code == 429


def test_an_unknown_code_is_never_kept(client: Client) -> None:
    client.get("/ho-so/KHONG-CO")
    client.get("/thu-tuc/9.999999")
    assert answers._kept == {}


# -- the store


def _kept(body: bytes) -> Kept:
    holds = Holds(stamp="", ask_stamp=str, until=PLAIN_MORNING)
    return Kept(body, {}, holds, PLAIN_MORNING)


def test_the_least_recently_asked_for_makes_room() -> None:
    store = Answers(bytes_max=30)
    for name in "abc":
        store.put((name,), _kept(name.encode() * 10))
    store.get(("a",))
    store.put(("d",), _kept(b"d" * 10))
    assert [name for name in "abcd" if store.get((name,))] == ["a", "c", "d"]


def test_copies_on_disk_stay_within_their_room(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / str(number)).write_bytes(b"x" * 100)
    assert tidy(tmp_path, 1000) == 11
    assert len(list(tmp_path.iterdir())) == 9
    assert tidy(tmp_path, 1000) == 0


@pytest.mark.parametrize(
    "damage",
    [b"", b"not gzip at all", gzip.compress(b"{}\nno head")],
    ids=["empty", "not gzip", "without head"],
)
def test_a_damaged_copy_is_as_good_as_none(tmp_path: Path, settings: Any, damage: bytes) -> None:
    settings.KEEP_LAST_COPIES = True
    settings.LAST_COPIES = tmp_path / "copies"
    store = LastCopies()
    copy = LastCopy(b"<p>", {"Content-Type": "text/html"}, PLAIN_MORNING, is_paced=False)
    store.write("/", "vi", copy)
    assert store.read("/", "vi", PLAIN_MORNING) == copy
    (path,) = settings.LAST_COPIES.iterdir()
    path.write_bytes(damage)
    assert store.read("/", "vi", PLAIN_MORNING) is None


def test_a_copy_of_weeks_ago_is_not_shown(tmp_path: Path, settings: Any) -> None:
    settings.KEEP_LAST_COPIES = True
    settings.LAST_COPIES = tmp_path
    store = LastCopies()
    store.write(
        "/", "vi", LastCopy(b"<p>", {"Content-Type": "text/html"}, PLAIN_MORNING, is_paced=False)
    )
    assert store.read("/", "vi", PLAIN_MORNING + timedelta(days=13))
    assert store.read("/", "vi", PLAIN_MORNING + timedelta(days=15)) is None
