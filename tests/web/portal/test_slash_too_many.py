"""An address with a slash too many leads to its page, all over the portal; and never anywhere else."""

from __future__ import annotations

from collections import defaultdict
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.jobs.quality.addresses import addresses
from tests.support.working_office import CERTIFIED_COPY

FILL: Any = defaultdict(lambda: "7")
ALL = [one.path for one in addresses(FILL) if one.name.startswith("portal:")]
PLAIN = [path for path in ALL if not path.endswith("/")]
WITH_SLASH = [path for path in ALL if path.endswith("/")]
ELSEWHERE = [
    "//evil.example/",
    "///evil.example//",
    "/%2Fevil.example/",
    "/%2F%2Fevil.example/",
    "/%5Cevil.example/",
    "/%5C/evil.example/",
    "/https://evil.example/",
    "//evil.example/thu-tuc/7/",
    "/thu-tuc//evil.example/",
    "/thu-tuc/%2Fevil.example/",
    "/thu-tuc/7/%0D%0ALocation:https://evil.example/",
]
parts = st.lists(
    st.sampled_from(["/", "//", "\\", "evil.example", "@", ":", "thu-tuc", "ho-so", "7", "?", "#", "\r\n"]),
    max_size=8,
)  # fmt: skip


@pytest.fixture(autouse=True)
def _asked_where_the_office_stands(standing: None) -> None:
    """A browser of nobody; no page is needed but those there are."""


def ask(client: Client, path: str, query: str = "", method: str = "GET") -> Any:
    """As a program would: the path as it stands on the wire."""
    return client.generic(method, path, QUERY_STRING=query)


@pytest.mark.parametrize("slashes", ["/", "//"])
def test_each_leads_for_good_to_the_address_without(
    client: Client, slashes: str, django_assert_num_queries: Any
) -> None:
    assert len(PLAIN) > 40
    for path in PLAIN:
        with django_assert_num_queries(0):
            answer = ask(client, path + slashes, "tiep=%2Fa&b=1")
        assert (answer.status_code, answer["Location"]) == (301, f"{path}?tiep=%2Fa&b=1")


def test_the_page_of_a_procedure_is_reached(client: Client) -> None:
    answer = client.get(f"/thu-tuc/{CERTIFIED_COPY}/", follow=True)
    assert answer.redirect_chain == [(f"/thu-tuc/{CERTIFIED_COPY}", 301)]
    assert answer.status_code == 200


def test_an_address_that_ends_with_a_slash_is_led_nowhere(client: Client) -> None:
    assert [path for path in WITH_SLASH if ask(client, path).status_code == 301] == []


def test_nothing_that_is_sent_is_led_on(client: Client) -> None:
    assert {ask(client, path + "/", method="POST").status_code for path in PLAIN} == {404}


def test_an_address_of_officers_or_of_nobody_stays_not_found(client: Client) -> None:
    for path in ("/khong-co/", "/api/v1/khong-co/", "/account/khong-co/", "/thu-tuc/7/khong-co/"):
        assert ask(client, path).status_code == 404


def test_nobody_is_led_away_from_this_site(client: Client) -> None:
    for path in ELSEWHERE:
        _stays_here(client, path)


def test_whatever_is_asked_nobody_is_led_away(client: Client) -> None:
    @settings(
        max_examples=150,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(parts)
    def asked(pieces: list[str]) -> None:
        _stays_here(client, "/" + "".join(pieces) + "/")

    asked()


def _stays_here(client: Client, path: str) -> None:
    """An answer that leads somewhere leads to a path of ours; "/x" and not "//x" or "/\\x"."""
    answer = client.generic("GET", "/", PATH_INFO=_decoded(path))
    target = answer.get("Location", "/")
    assert urlsplit(target)[:2] == ("", ""), target
    assert target.startswith("/"), target
    assert target[1:2] not in ("/", "\\"), target
    assert not set("\r\n\\") & set(target), target


def _decoded(path: str) -> str:
    """As a server hands it on, `%2F` already a slash."""
    return unquote(path)
