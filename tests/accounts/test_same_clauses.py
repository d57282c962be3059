"""Lower apps decide by role, because they do not know the permission codes: both must agree."""

from __future__ import annotations

from dataclasses import replace

import pytest

from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.policies import may_change
from motcua.audit.policies import NONE, visible
from motcua.kernel.actor import Role
from tests.support.clock import PLAIN_WEDNESDAY
from tests.support.offices import agency_id, load_today, somebody


@pytest.mark.django_db
@pytest.mark.parametrize("role", list(Role))
def test_agencies_are_changed_by_those_who_have_the_permission(role: Role) -> None:
    load_today()
    actor = somebody(role, agency=agency_id())
    assert bool(may_change(actor, agency_id(), PLAIN_WEDNESDAY)) is bool(
        may(actor, Permission.AGENCY_CHANGE)
    )


@pytest.mark.parametrize("role", list(Role))
def test_the_access_log_is_read_by_those_who_have_the_permission(role: Role) -> None:
    actor = replace(somebody(role, agency=7), scope_agency_ids=frozenset({7}))
    assert (visible(actor) != NONE) is bool(may(actor, Permission.ACCESS_LOG_VIEW))
