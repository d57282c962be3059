"""One set of clauses: the filter finds exactly those dossiers of which the test says yes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.accounts.models import Holding
from motcua.accounts.rules.roles import Permission
from motcua.agencies.models import Unit
from motcua.citizens.models import Citizen, Organization
from motcua.database.joining import PartList, first_of, in_parts
from motcua.dossiers import policies
from motcua.dossiers.models import Dossier, DossierAgency, DossierCitizen, DossierParty
from motcua.dossiers.policies import SCOPE_OF, can, find_for, visible, visible_apart
from motcua.kernel.actor import Actor, Door, Role
from motcua.kernel.verdict import NotFound
from tests.support.citizens import a_citizen
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import agency_id, somebody
from tests.support.reception import receive

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("scattered")]
SLUGS = ("xa-gia-lam", "thanh-pho-ha-noi", "xa-bat-trang")
SOME = 60
MORE_THAN_ALL = 1000
PROVEN = "001190000999"
PLACES = st.integers(0, len(SLUGS) - 1)


@pytest.fixture
def scattered(office: None, db: None) -> None:
    """Dossiers in every combination of agency, competent agency and unit (or none)."""
    pattern = Dossier.objects.get(pk=receive().id)
    for phone in ("0987000111", "0987000222"):
        a_citizen(phone)
    Organization.objects.create(tax_code="0101234567", name="Hoa Sen", opened_at=PLAIN_MORNING)
    agencies = [agency_id(slug) for slug in SLUGS]
    for number, (agency, competent, unit) in enumerate(product(agencies, agencies, units())):
        pattern.pk = None
        pattern.code, pattern.register_number = f"X-{number}", None
        pattern.agency_id, pattern.competent_agency_id, pattern.unit_id = agency, competent, unit
        pattern.assignee_id = holdings()[number % 3]
        _in_other_hands(pattern, agencies, number)
        pattern.save(force_insert=True)
        _sent_by_somebody(pattern.pk, number)
        _with_a_task(pattern.pk, agencies, number)


def _in_other_hands(dossier: Dossier, agencies: list[int], number: int) -> None:
    """Some are with another agency, its unit, its officer; some are offered to one."""
    away = agencies[number % 3]
    is_away = number % 2 == 0 and away != dossier.competent_agency_id
    dossier.held_agency_id = away if is_away else None
    dossier.held_unit_id = units()[number % 3] if is_away else None
    dossier.held_assignee_id = holdings()[number % 2] if is_away else None
    is_offered = number % 4 == 1
    dossier.offered_agency_id = agencies[number % 5 % 3] if is_offered else None
    dossier.offered_unit_id = units()[number % 3] if is_offered else None


def _with_a_task(dossier_id: int, agencies: list[int], number: int) -> None:
    for place, agency in enumerate(agencies):
        if (number + place) % 3 == 0:
            DossierAgency.objects.create(
                dossier_id=dossier_id,
                agency_id=agency,
                unit_id=units()[number % 3],
                is_lasting=bool(place),
            )


def _sent_by_somebody(dossier_id: int, number: int) -> None:
    """One in four by a citizen for himself, one in four for an organization; one in five is his."""
    if number % 4 < 2:
        DossierCitizen.objects.create(
            dossier_id=dossier_id,
            citizen_id=citizens()[number % 3 % 2],
            organization_id=organization() if number % 4 else None,
            part="FILER",
        )
    if number % 5 == 0:
        DossierParty.objects.create(
            dossier_id=dossier_id, role="OWNER", kind="CITIZEN", name="Hoa", personal_id=PROVEN
        )


def citizens() -> list[int]:
    return list(Citizen.objects.order_by("id").values_list("id", flat=True))


def organization() -> int:
    return Organization.objects.values_list("id", flat=True).get()


def units() -> list[int | None]:
    return [None, *Unit.objects.order_by("id").values_list("id", flat=True)[:2]]


def holdings() -> list[int | None]:
    return [None, *Holding.objects.order_by("id").values_list("id", flat=True)[:2]]


@st.composite
def actors(draw: st.DrawFn) -> dict[str, Any]:
    """Places by their number: their ids are known only inside the test."""
    return {
        "roles": draw(st.frozensets(st.sampled_from(Role))),
        "agency": draw(st.none() | PLACES),
        "unit": draw(st.integers(0, 2)),
        "scope": draw(st.frozensets(PLACES)),
        "before": draw(st.frozensets(PLACES)),
        "holding": draw(st.integers(0, 2)),
        "stands_in": draw(st.integers(0, 2)),
        "citizen": draw(st.integers(0, 1)),
        "for_organization": draw(st.booleans()),
        "is_proven": draw(st.booleans()),
    }


def as_actor(drawn: dict[str, Any]) -> Actor:
    agencies = [agency_id(slug) for slug in SLUGS]
    return Actor(
        door=Door.PAGE,
        user_id=1,
        agency_id=None if drawn["agency"] is None else agencies[drawn["agency"]],
        unit_id=units()[drawn["unit"]],
        roles=drawn["roles"],
        scope_agency_ids=frozenset(agencies[place] for place in drawn["scope"]),
        predecessor_ids=frozenset(agencies[place] for place in drawn["before"]),
        holding_id=holdings()[drawn["holding"]],
        stands_in_for_id=holdings()[drawn["stands_in"]],
        citizen_id=citizens()[drawn["citizen"]],
        organization_id=organization() if drawn["for_organization"] else None,
        proven_id=PROVEN if drawn["is_proven"] else "",
    )


def found(actor: Actor, permission: Permission) -> set[int]:
    return set(Dossier.objects.filter(visible(actor, permission)).values_list("id", flat=True))


def found_apart(actor: Actor, permission: Permission) -> list[int]:
    """Part by part, so that a dossier of two parts is there twice."""
    rows: list[int] = []
    for part in in_parts(Dossier.objects.all(), visible_apart(actor, permission)):
        for value in part.values or (0,):
            one = first_of([PartList(part.rows, (value,))], "id", count=MORE_THAN_ALL)
            rows += one.values_list("id", flat=True)
    return rows


def allowed(actor: Actor, permission: Permission) -> Iterator[int]:
    for dossier in Dossier.objects.all():
        if can(actor, permission, dossier):
            yield dossier.pk


@settings(
    max_examples=SOME, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(drawn=actors(), permission=st.sampled_from(Permission))
def test_the_filter_and_the_test_of_one_dossier_agree(
    drawn: dict[str, Any], permission: Permission
) -> None:
    actor = as_actor(drawn)
    assert found(actor, permission) == set(allowed(actor, permission))


@pytest.mark.parametrize("apart_max", [0, 8])
@settings(
    max_examples=SOME, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(drawn=actors(), permission=st.sampled_from(Permission))
def test_the_parts_hold_what_the_filter_finds_each_once(
    monkeypatch: pytest.MonkeyPatch, apart_max: int, drawn: dict[str, Any], permission: Permission
) -> None:
    monkeypatch.setattr(policies, "APART_MAX", apart_max)
    actor = as_actor(drawn)
    assert sorted(found_apart(actor, permission)) == sorted(found(actor, permission))


def test_each_scope_lets_something_through_and_holds_something_back() -> None:
    everywhere = frozenset({agency_id()})
    seen = {}
    for role in SCOPE_OF:
        actor = Actor(
            door=Door.PAGE,
            user_id=1,
            agency_id=agency_id(),
            unit_id=units()[1],
            roles=frozenset({role}),
            scope_agency_ids=everywhere,
            citizen_id=citizens()[0],
        )
        seeing = Permission.DOSSIER_FOLLOW if role is Role.CITIZEN else Permission.DOSSIER_VIEW
        seen[role] = len(found(actor, seeing))
    assert all(0 < count < Dossier.objects.count() for count in seen.values()), seen


@pytest.mark.parametrize("role", [Role.HANDLING, Role.UNIT_HEAD])
def test_without_a_unit_only_what_no_unit_has_is_seen(role: Role) -> None:
    DossierAgency.objects.all().delete()
    nobodys = Dossier.objects.filter(competent_agency=agency_id(), unit=None)
    seen = found(somebody(role, agency=agency_id()), Permission.DOSSIER_VIEW)
    assert seen == set(nobodys.values_list("pk", flat=True))


def test_who_has_no_role_sees_nothing() -> None:
    assert found(somebody(agency=agency_id()), Permission.DOSSIER_VIEW) == set()


def test_unknown_and_forbidden_look_alike() -> None:
    actor = somebody(Role.RECEPTION, agency=agency_id("xa-bat-trang"))
    hidden = Dossier.objects.exclude(visible(actor)).first()
    assert hidden is not None
    told = []
    for code in (hidden.code, "H26.45-260610-9999"):
        with pytest.raises(NotFound) as refused:
            find_for(actor, Permission.DOSSIER_VIEW, code)
        told.append((refused.value.code, refused.value.params))
    assert told[0] == told[1]
