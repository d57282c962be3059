"""What holds on every public page, found by walking the addresses, so that new ones are held too: light, nothing
inline, never a fault, and nothing about anybody."""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from datetime import datetime
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.contrib.staticfiles import finders
from django.http import HttpResponseBase
from django.test import Client
from django.urls import get_resolver
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.vocabulary import Party, PartyRole, ReceptionInput
from motcua.jobs.quality.addresses import Address, addresses
from motcua.kernel.pacing import Pace
from motcua.portal import pacing
from motcua.portal.checking import views as checking
from motcua.procedures.queries.catalogue import version_in_force
from tests.support.clock import PLAIN_MORNING, PLAIN_WEDNESDAY
from tests.support.working_office import BIRTH_AGAIN, CERTIFIED_COPY, officer

FIRST_BYTES_MAX = 100_000
LATER_BYTES_MAX = 30_000
EXAMPLES = 60
UNBOUNDED = 10**9
PART = re.compile(r"<(?:(\w+):)?(\w+)>")
NAME, NUMBER = "Nguyễn Thị Hồng Nhung", "001195001234"
LEAKS = (
    "Traceback",
    "OperationalError",
    "DoesNotExist",
    "psycopg",
    "sqlite3",
    "Exception",
    NAME,
    NUMBER,
)
PLACES = [
    "/",
    "/thu-tuc/",
    f"/thu-tuc/{CERTIFIED_COPY}",
    "/ho-so/",
    "/kiem-tra/",
    "/tinh-trang/",
    "/tro-giup/",
]
METHODS = ["get", "get", "post", "head", "put"]
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
slugs = st.text("abcdefghijklmnopqrstuvwxyz0123456789-_", min_size=1, max_size=30)
values = {"int": st.integers(0, 10**12).map(str), "slug": slugs}
letters = anything.map(lambda text: text.replace("/", "")).filter(
    lambda text: text not in ("", ".", "..")
)


@pytest.fixture
def code(standing: None, now: datetime, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(pacing, "misses", Pace(UNBOUNDED))
    monkeypatch.setattr(checking, "files_asked", Pace(UNBOUNDED))
    detail = version_in_force(BIRTH_AGAIN, PLAIN_WEDNESDAY)
    assert detail is not None
    owner = Party(role=PartyRole.OWNER, name=NAME, personal_id=NUMBER, phone="0912345678")
    given = ReceptionInput(
        procedure_version_id=detail.version_id, parties=(owner,), complete_confirmed=True
    )
    return receive_dossier(actor=officer("tiepnhan1"), at=PLAIN_MORNING, given=given).code


@cache
def routes() -> tuple[Address, ...]:
    """Every address of the portal, its parts still open."""
    filled: Any = defaultdict(str)
    kept = [page for page in addresses(filled) if page.name.startswith("portal:")]
    return tuple(kept)


@st.composite
def asked(draw: st.DrawFn, code: str) -> tuple[str, str, dict[str, str], dict[str, str]]:
    """Some method, some address of ours with some things in it, some question, some form."""
    pattern = draw(st.sampled_from(_patterns()))
    known = st.sampled_from([code, BIRTH_AGAIN, CERTIFIED_COPY])

    def fill(found: re.Match[str]) -> str:
        kind = found.group(1) or "str"
        return quote(draw(values.get(kind, st.one_of(letters, known))), safe="")

    names = st.sampled_from(
        ["q", "ma", "giay", "cursor", "from", "ban", "trang", "cach", "xa", "ngay", "next"]
    )
    query = draw(st.dictionaries(names, anything, max_size=3))
    form = draw(st.dictionaries(st.one_of(names, slugs), anything, max_size=3))
    return draw(st.sampled_from(METHODS)), PART.sub(fill, pattern), query, form


@cache
def _patterns() -> list[str]:
    from_resolver = []

    def walk(resolver: Any, route: str, inside: bool) -> None:
        for pattern in resolver.url_patterns:
            whole = route + str(pattern.pattern)
            if hasattr(pattern, "url_patterns"):
                walk(pattern, whole, inside or pattern.namespace == "portal")
            elif inside:
                from_resolver.append(whole)

    walk(get_resolver(), "/", inside=False)
    return from_resolver


def _text(answer: HttpResponseBase) -> str:
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return bytes(body).decode(errors="replace")


def test_whatever_is_asked_there_is_no_fault_and_no_leak(client: Client, code: str) -> None:
    assert len(_patterns()) == len(routes()) > 20

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(asked(code))
    def ask(request: tuple[str, str, dict[str, str], dict[str, str]]) -> None:
        method, path, query, form = request
        if_form = form if method == "post" else query
        answer = getattr(client, method)(path, if_form)
        assert answer.status_code < 500, path
        text = _text(answer)
        assert [leak for leak in LEAKS if leak in text] == [], path

    ask()


class Reading(HTMLParser):
    """What a page fetches, and what it should not hold."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: set[str] = set()
        self.inline: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.inline += [name for name in told if name.startswith("on") or name == "style"]
        self.inline += [tag] * (tag == "style" or (tag == "script" and not told.get("src")))
        source = told.get("src") or (told.get("href") if tag == "link" else None)
        self.fetched |= {source} if source and not source.startswith("data:") else set()


def read(client: Client, path: str) -> tuple[str, Reading]:
    text = client.get(path).content.decode()
    reading = Reading()
    reading.feed(text)
    return text, reading


def _weight(address: str) -> int:
    found = finders.find(address.removeprefix("/static/"))
    assert isinstance(found, str), address
    return len(gzip.compress(Path(found).read_bytes(), 6))


@pytest.mark.parametrize("path", PLACES)
def test_nothing_stands_inline_and_the_policy_says_so(client: Client, code: str, path: str) -> None:
    policy = client.get(path)["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'self'" in policy
    assert "object-src 'none'" in policy
    for looked_at in (path, f"/ho-so/{code}"):
        assert read(client, looked_at)[1].inline == []


@pytest.mark.parametrize("path", PLACES)
def test_a_first_page_is_light_and_a_later_one_lighter(
    client: Client, code: str, path: str
) -> None:
    text, reading = read(client, path)
    page = len(gzip.compress(text.encode(), 6))
    assert not [one for one in reading.fetched if one.endswith((".ttf", ".woff2", ".woff"))]
    assert 'class="no-script own-letters"' in text
    assert page + sum(map(_weight, reading.fetched)) <= FIRST_BYTES_MAX
    known = read(client, "/")[1].fetched
    assert page + sum(map(_weight, reading.fetched - known)) <= LATER_BYTES_MAX


def test_every_answer_bears_the_guards(client: Client, code: str) -> None:
    for path in (*PLACES, f"/ho-so/{code}", "/khong-co", "/ho-so/KHONG-CO"):
        answer = client.get(path)
        assert answer["X-Frame-Options"] == "DENY", path
        assert answer["X-Content-Type-Options"] == "nosniff", path
        assert answer["Referrer-Policy"] == "same-origin", path
        assert "script-src 'self'" in answer["Content-Security-Policy"], path
        assert "set-cookie" not in {name.lower() for name in answer.headers}, path
