"""Who acts in a request: sessions that end, rights that go at once, and what it costs."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from motcua.accounts.commands.accounts import disable_account
from motcua.accounts.commands.officers import change_roles
from motcua.accounts.commands.stand_ins import appoint_stand_in
from motcua.accounts.models import UserSession
from motcua.accounts.vocabulary import DisabledReason
from motcua.audit.models import AccessLog
from motcua.doors.sessions import HOLDING_SESSION_KEY
from motcua.kernel.actor import Actor, Role
from tests.support.clock import PLAIN_MORNING, PLAIN_WEDNESDAY
from tests.support.people import acting, holding_of, people_of_today, user_called
from tests.web.sign_in.doors import (
    LOGIN,
    OPEN_PAGE,
    code_now,
    desk,
    give_code,
    sign_in,
    stands_before,
)

pytestmark = [pytest.mark.django_db]


@pytest.fixture
def clock() -> object:
    people_of_today()
    with time_machine.travel(PLAIN_MORNING, tick=False) as traveller:
        yield traveller


def actor_on(client: Client, page: str = OPEN_PAGE) -> Actor:
    actor = client.get(page).wsgi_request.actor
    assert isinstance(actor, Actor)
    return actor


def wait(clock: time_machine.Traveller, **how_long: float) -> None:
    clock.shift(timedelta(**how_long))


def test_whoever_is_not_signed_in_is_a_stranger(client: Client, clock: object) -> None:
    actor = actor_on(client)
    assert (actor.user_id, actor.roles) == (None, frozenset())
    assert actor.request_id


def test_an_officer_acts_in_his_position(client: Client, clock: object) -> None:
    sign_in(client, "tiepnhan1")
    actor = actor_on(client)
    assert (actor.name, actor.roles) == ("Nguyễn Thị Thu Hà", {Role.RECEPTION})


def test_a_stranger_reads_open_pages_without_a_query(
    client: Client, clock: object, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        client.get(OPEN_PAGE)


def test_an_officer_costs_two_queries_besides_session_and_user(
    client: Client, clock: object, django_assert_num_queries: object
) -> None:
    sign_in(client, "tiepnhan1")
    actor_on(client)
    with django_assert_num_queries(4):  # type: ignore[operator]
        client.get(OPEN_PAGE)


def test_being_there_is_written_down_once_a_minute(
    client: Client, clock: time_machine.Traveller
) -> None:
    sign_in(client, "tiepnhan1")
    wait(clock, seconds=59)
    actor_on(client)
    assert UserSession.objects.get().last_seen_at == PLAIN_MORNING
    wait(clock, seconds=1)
    actor_on(client)
    assert UserSession.objects.get().last_seen_at == PLAIN_MORNING + timedelta(minutes=1)


@pytest.mark.parametrize("minutes", [10, 14])
def test_a_short_pause_ends_nothing(
    client: Client, clock: time_machine.Traveller, minutes: int
) -> None:
    sign_in(client, "tiepnhan1")
    for _ in range(3):
        wait(clock, minutes=minutes)
        assert client.get(desk()).status_code == 200


def test_fifteen_idle_minutes_end_the_session_and_the_page_says_why(
    client: Client, clock: time_machine.Traveller
) -> None:
    sign_in(client, "tiepnhan1")
    wait(clock, minutes=15)
    sent = client.get(desk(), follow=True)
    assert sent.redirect_chain[0][0].startswith(LOGIN)
    assert "không thao tác trong 15 phút" in sent.content.decode()
    assert UserSession.objects.count() == 0
    assert AccessLog.objects.order_by("-id")[0].act == "session.idle-ended"


def test_an_administrator_has_five_minutes(client: Client, clock: time_machine.Traveller) -> None:
    sign_in(client, "quantri")
    give_code(client, code_now())
    wait(clock, minutes=5)
    assert stands_before(client.get(desk())) == LOGIN


def test_an_idle_session_does_not_close_the_open_pages(
    client: Client, clock: time_machine.Traveller
) -> None:
    sign_in(client, "tiepnhan1")
    wait(clock, minutes=20)
    assert client.get(OPEN_PAGE).status_code == 200
    assert actor_on(client).user_id is None


def test_a_fragment_asked_for_too_late_moves_the_whole_page(
    client: Client, clock: time_machine.Traveller
) -> None:
    sign_in(client, "tiepnhan1")
    wait(clock, minutes=15)
    headers = {"HX-Request": "true", "HX-Current-URL": f"http://testserver{desk()}"}
    answer = client.get(reverse("workspace:suggest-procedures"), headers=headers)
    assert answer.headers["HX-Redirect"] == f"{LOGIN}?next=%2Fdesk%2F"


def test_a_third_browser_ends_the_first(clock: time_machine.Traveller) -> None:
    browsers = [Client() for _ in range(3)]
    for browser in browsers:
        sign_in(browser, "tiepnhan1")
        wait(clock, seconds=61)
    answer = browsers[0].get(desk(), follow=True)
    assert "đăng nhập ở nơi khác" in answer.content.decode()
    assert [browser.get(desk()).status_code for browser in browsers[1:]] == [200, 200]


def test_rights_taken_away_are_gone_with_the_next_request(client: Client, clock: object) -> None:
    sign_in(client, "tiepnhan1")
    assert client.get(reverse("workspace:receive")).status_code == 200
    change_roles(
        actor=acting("quantri"),
        at=PLAIN_MORNING,
        holding_id=holding_of("tiepnhan1").pk,
        roles=[Role.HANDLING],
        from_day=PLAIN_WEDNESDAY,
    )
    assert client.get(reverse("workspace:receive")).status_code == 404


def test_a_closed_account_is_out_with_the_next_request(client: Client, clock: object) -> None:
    sign_in(client, "thuly1")
    disable_account(
        actor=acting("quantri"),
        at=PLAIN_MORNING,
        user_id=user_called("thuly1").pk,
        reason=DisabledReason.SUSPECTED_MISUSE,
    )
    assert stands_before(client.get(desk())) == LOGIN


def test_the_position_chosen_holds_until_it_ends(
    client: Client, clock: time_machine.Traveller
) -> None:
    absent = holding_of("tiepnhan1")
    appoint_stand_in(
        actor=acting("lanhdao"),
        at=PLAIN_MORNING,
        absent_holding_id=absent.pk,
        officer_id=holding_of("thuly1").officer_id,
        valid_from=PLAIN_MORNING,
        valid_until=PLAIN_MORNING + timedelta(minutes=10),
        reason="Nghỉ phép",
    )
    sign_in(client, "thuly1")
    session = client.session
    session[HOLDING_SESSION_KEY] = absent.pk
    session.save()
    assert actor_on(client).stands_in_for_id == absent.pk
    wait(clock, minutes=10)
    actor = actor_on(client)
    assert (actor.stands_in_for_id, actor.roles) == (None, {Role.HANDLING})


def test_a_browser_signed_in_by_a_test_counts_as_a_session(client: Client, clock: object) -> None:
    client.force_login(user_called("vanthu"))
    assert actor_on(client).roles == {Role.REGISTRY_CLERK}
    assert UserSession.objects.count() == 1
