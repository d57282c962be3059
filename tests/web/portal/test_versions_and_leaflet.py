"""What changed between versions, in words; and the page for the notice board."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from motcua.ledger.caching import forget_all
from motcua.portal.finding import leaflet
from motcua.portal.keeping.answers import answers
from motcua.procedures.commands.set_supplement_policy import set_supplement_policy
from motcua.procedures.queries.catalogue import version_in_force
from motcua.procedures.queries.policy_plan import PolicyWish
from motcua.procedures.queries.versions import versions_of
from motcua.worktime.vocabulary import PausePolicy
from tests.journeys.papers import codes_of, text_of
from tests.support.clock import PLAIN_WEDNESDAY
from tests.support.offices import SETUP
from tests.support.working_office import CERTIFIED_COPY, CODES

HERE = f"/thu-tuc/{CERTIFIED_COPY}/phien-ban/"
LEAFLET = f"/thu-tuc/{CERTIFIED_COPY}/to-roi.pdf"


@pytest.fixture(autouse=True)
def _office(standing: None, now: datetime) -> None:
    answers.forget_all()
    forget_all()


def words_of(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    main = re.search(r"<main.*</main>", answer.content.decode(), re.DOTALL)
    assert main is not None
    return " ".join(re.sub(r"<[^>]+>", " ", main.group()).split())


def publish_another(now: datetime) -> None:
    """From tomorrow the limit pauses while a supplement is awaited."""
    detail = version_in_force(CERTIFIED_COPY, PLAIN_WEDNESDAY)
    assert detail is not None
    wish = PolicyWish(
        policy=PausePolicy.PAUSE,
        starts_on=PLAIN_WEDNESDAY + timedelta(days=1),
        procedure_id=detail.procedure_id,
    )
    assert set_supplement_policy(actor=SETUP, at=now, wish=wish) > 0


def test_one_version_alone_has_nothing_to_compare(client: Client) -> None:
    alone = next(code for code in sorted(CODES) if len(versions_of(code)) == 1)
    text = words_of(client, f"/thu-tuc/{alone}/phien-ban/")
    assert "đến nay" in text
    assert "Khác nhau ở đâu?" not in text


def test_two_versions_differ_in_words(client: Client, now: datetime) -> None:
    publish_another(now)
    text = words_of(client, HERE)
    assert "Thời hạn khi chờ bổ sung" in text
    assert "Không còn: Tính lại từ đầu Nay là: Tạm dừng trong lúc chờ" in text


def test_the_other_way_round_and_against_itself(client: Client, now: datetime) -> None:
    publish_another(now)
    new, old, *_earlier = (row.version_id for row in versions_of(CERTIFIED_COPY))
    text = words_of(client, f"{HERE}?tu={new}&den={old}")
    assert "Không còn: Tạm dừng trong lúc chờ Nay là: Tính lại từ đầu" in text
    assert "Chọn hai phiên bản khác nhau" in words_of(client, f"{HERE}?tu={old}&den={old}")


@pytest.mark.parametrize("query", ["tu=x&den=y", "tu=-1", "den=999999999999999999999"])
def test_versions_that_are_none_are_passed_over(client: Client, now: datetime, query: str) -> None:
    publish_another(now)
    assert words_of(client, f"{HERE}?{query}") == words_of(client, HERE)


def test_the_leaflet_leads_a_camera_to_the_procedure(client: Client) -> None:
    answer = client.get(LEAFLET)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert codes_of(answer.content) == [f"http://testserver/thu-tuc/{CERTIFIED_COPY}"]
    text = " ".join(text_of(answer.content).split())
    for told in ("Chứng thực bản sao từ bản chính", "1 bản chính", "trong ngày", "2.000 đồng"):
        assert told in text
    assert "Trung tâm Phục vụ hành chính công xã Gia Lâm".upper() in text


def test_the_leaflet_speaks_both_languages_when_asked(client: Client) -> None:
    text = " ".join(text_of(client.get(f"{LEAFLET}?ngon-ngu=song-ngu").content).split())
    assert "same day" in text.lower() or "within the day" in text.lower()
    assert "trong ngày" in text


def test_the_leaflet_is_set_once_while_the_catalogue_stands(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = client.get(LEAFLET).content
    answers.forget_all()
    monkeypatch.setattr(leaflet, "render_leaflet", _never)
    assert client.get(LEAFLET).content == first


def _never(*_given: Any) -> bytes:
    raise AssertionError("set again")


@pytest.mark.parametrize("path", ["/thu-tuc/9.999999/to-roi.pdf", "/thu-tuc/9.999999/phien-ban/"])
def test_a_procedure_that_is_none_has_neither(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_versions_stay_within_their_budget(
    client: Client, now: datetime, django_assert_num_queries: Any
) -> None:
    publish_another(now)
    client.get(HERE)
    answers.forget_all()
    with django_assert_num_queries(2):
        client.get(HERE)
