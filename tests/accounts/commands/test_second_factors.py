"""A code of the second factor is taken once, and never an older one after it."""

from __future__ import annotations

import pytest

from motcua.accounts.commands.accounts import reset_second_factor
from motcua.accounts.commands.second_factors import accept_counter
from motcua.accounts.models import User
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import SETUP
from tests.support.people import people_of_today, user_called

pytestmark = pytest.mark.django_db


def test_a_step_is_taken_once_and_an_older_one_not_after_it() -> None:
    people_of_today()
    pk = user_called("quantri").pk
    assert [accept_counter(user_id=pk, counter=step) for step in (7, 7, 6, 8, 8)] == [
        True,
        False,
        False,
        True,
        False,
    ]
    assert user_called("quantri").last_totp_counter == 8


def test_one_account_says_nothing_of_another() -> None:
    people_of_today()
    pks = [user_called(name).pk for name in ("quantri", "giamsat")]
    assert [accept_counter(user_id=pk, counter=7) for pk in pks] == [True, True]
    assert not accept_counter(user_id=0, counter=7)


def test_a_new_second_factor_begins_anew() -> None:
    people_of_today()
    user = user_called("quantri")
    accept_counter(user_id=user.pk, counter=7)
    reset_second_factor(actor=SETUP, at=PLAIN_MORNING, user_id=user.pk)
    assert User.objects.get(pk=user.pk).last_totp_counter is None
