"""Whatever agencies are merged, split and replaced, in any order: no dossier and no officer is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.accounts.queries.holders import holders_of
from motcua.agencies.queries import agency_on, units_of
from motcua.agencies.rules.succession import NewAgency, SuccessionPlan
from motcua.agencies.vocabulary import SuccessionKind
from motcua.dossiers.commands.carry_out_succession import carry_out
from motcua.dossiers.commands.rehearse_succession import rehearse
from motcua.dossiers.models import Dossier
from motcua.dossiers.proof import disagreements
from motcua.dossiers.queries.succession_totals import RUNNING
from motcua.dossiers.rehearsal import SuccessionOrder
from motcua.ledger.caching import forget_all
from motcua.ledger.verification import verify
from tests.support.clock import at
from tests.support.offices import SETUP
from tests.support.reception import a_ground
from tests.support.three_communes import Commune, busy, three_communes
from tests.support.working_office import kept_for_a_module

FIRST_DAY = date(2026, 7, 1)


@dataclass(frozen=True)
class Step:
    """One reorganization: `pick` says which agencies of those that stand, `parts` how many come."""

    kind: SuccessionKind
    pick: int
    parts: int
    joins_standing: bool
    moves_units: bool


STEPS = st.lists(
    st.builds(
        Step,
        kind=st.sampled_from([SuccessionKind.MERGE, SuccessionKind.SPLIT, SuccessionKind.REPLACE]),
        pick=st.integers(0, 7),
        parts=st.integers(2, 3),
        joins_standing=st.booleans(),
        moves_units=st.booleans(),
    ),
    min_size=1,
    max_size=4,
)


@pytest.fixture(scope="module")
def communes(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[Commune, ...]]:
    with kept_for_a_module(django_db_blocker):
        a_ground()
        found = three_communes()
        for commune in found[:2]:
            busy(commune)
        yield found


@contextmanager
def undone() -> Iterator[None]:
    """What is done inside is undone after it."""
    with transaction.atomic():
        forget_all()
        yield
        transaction.set_rollback(True)
    forget_all()


def plan_of(step: Step, standing: list[int], number: int, day: date) -> SuccessionPlan:
    """The step for those that stand; a merger of the last one is a replacement."""
    turned = [*standing[step.pick % len(standing) :], *standing[: step.pick % len(standing)]]
    kind = SuccessionKind.REPLACE if len(standing) < 2 else step.kind
    wanted = {SuccessionKind.MERGE: 2}.get(kind, 1)
    ending, rest = turned[:wanted], turned[wanted:]
    joins = step.joins_standing and kind != SuccessionKind.SPLIT and bool(rest)
    parts = step.parts if kind == SuccessionKind.SPLIT else 1
    new = [
        NewAgency(
            slug=f"noi-moi-{number}-{part}",
            name=f"Ủy ban nhân dân nơi mới {number} {part}",
            short_name=f"Nơi mới {number} {part}",
            code=f"H26.8{number}{part}",
        )
        for part in range(parts)
    ]
    units = [unit.id for agency in ending for unit in units_of(agency, day - timedelta(days=1))]
    takers = {unit: place % parts for place, unit in enumerate(units)} if step.moves_units else {}
    return SuccessionPlan(
        kind=kind,
        predecessor_ids=tuple(ending),
        successors=(rest[0],) if joins else tuple(new),
        from_day=day,
        basis="Nghị quyết",
        unit_takers=takers,
    )


def check(before: dict[str, Any], people: set[str], standing: list[int], day: date) -> None:
    rows = list(Dossier.objects.all())
    assert {row.code: (row.status, row.due_at, row.agency_id) for row in rows} == before
    units = {agency: {unit.id for unit in units_of(agency, day)} for agency in standing}
    holdings = {row.holding_id: row.agency_id for row in holders_of(standing, day)}
    for row in Dossier.objects.filter(RUNNING):
        assert row.competent_agency_id in standing
        assert row.unit_id in units[row.competent_agency_id]
        assert row.assignee_id is None or holdings[row.assignee_id] == row.competent_agency_id
    assert {row.name for row in holders_of(standing, day)} == people
    assert list(disagreements()) == []
    assert list(verify()) == []


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_any_reorganization_leaves_nothing_behind(
    communes: tuple[Commune, ...], db: None, steps: list[Step]
) -> None:
    with undone():
        standing = [commune.id for commune in communes]
        before = {
            row.code: (row.status, row.due_at, row.agency_id) for row in Dossier.objects.all()
        }
        people = {row.name for row in holders_of(standing, FIRST_DAY)}
        for number, step in enumerate(steps):
            day = FIRST_DAY + timedelta(days=number)
            plan = plan_of(step, standing, number, day)
            order, moment = SuccessionOrder(plan=plan), at(day, "08:00")
            try_it = rehearse(actor=SETUP, at=moment, order=order)
            assert try_it.left == {}
            assert Counter(try_it.register_before) == Counter(try_it.register_after)
            done = carry_out(actor=SETUP, at=moment, order=order, marks=try_it.marks)
            standing = [one for one in standing if agency_on(one, day) is not None]
            standing += [one for one in done.successor_ids if one not in standing]
            check(before, people, standing, day)
