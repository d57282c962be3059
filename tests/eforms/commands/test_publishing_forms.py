"""Versions of a form: one holds at a time, what has begun is never rewritten, each is a fact."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from motcua.accounts.rules.roles import Permission
from motcua.eforms.commands.publish_form import publish_form
from motcua.eforms.models import EForm, EFormVersion
from motcua.eforms.queries.forms import (
    form_in_force,
    form_version,
    procedures_with_form,
    versions_of_form,
)
from motcua.eforms.rules.definition import FormUnreadable
from motcua.eforms.rules.succession import (
    FormBeginsInThePast,
    FormNotPublishable,
    FormOfNoProcedure,
)
from motcua.kernel.actor import Actor, Door, Role
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.caching import one_revision
from motcua.ledger.queries import facts_about
from tests.eforms.rules.sample_forms import a_field, a_form

TODAY = date(2026, 11, 20)
FIRST = a_form(a_field("name", "text"))
SECOND = a_form(a_field("name", "text"), a_field("phone", "phone"))
THIRD = a_form(a_field("email", "email"))
Publish = Callable[..., int]


@pytest.fixture
def publish(administrator: Actor, at: datetime, birth: int) -> Publish:
    def publishing(definition: Any, valid_from: date, at: datetime = at) -> int:
        return publish_form(
            actor=administrator,
            at=at,
            procedure_id=birth,
            definition=definition,
            valid_from=valid_from,
        )

    return publishing


def _keys(procedure_id: int, day: date) -> list[str]:
    found = form_in_force(procedure_id, day)
    return [item.key for item in found.form.pages[0].fields] if found else []


def test_the_first_form_may_hold_from_a_day_long_ago(publish: Publish, birth: int) -> None:
    publish(FIRST, date(2025, 7, 1))
    assert _keys(birth, date(2025, 6, 30)) == []
    assert _keys(birth, date(2025, 7, 1)) == ["name"]
    assert procedures_with_form(TODAY) == {birth}


def test_a_later_version_follows_on_its_day_and_both_stay(publish: Publish, birth: int) -> None:
    first = publish(FIRST, date(2025, 7, 1))
    second = publish(SECOND, TODAY + timedelta(days=3))
    assert _keys(birth, TODAY + timedelta(days=2)) == ["name"]
    assert _keys(birth, TODAY + timedelta(days=3)) == ["name", "phone"]
    old = form_version(first)
    assert old is not None
    assert old.valid_until == TODAY + timedelta(days=3)
    assert [row.version_id for row in versions_of_form(birth)] == [second, first]


def test_what_was_planned_for_later_is_withdrawn(publish: Publish, birth: int) -> None:
    publish(FIRST, date(2025, 7, 1))
    publish(SECOND, TODAY + timedelta(days=10))
    publish(THIRD, TODAY + timedelta(days=5))
    assert _keys(birth, TODAY + timedelta(days=20)) == ["email"]
    assert [row.is_withdrawn for row in versions_of_form(birth)] == [False, True, False]


def test_the_same_form_is_not_published_twice(publish: Publish, birth: int) -> None:
    first = publish(FIRST, date(2025, 7, 1))
    assert publish(FIRST, TODAY) == first
    assert len(versions_of_form(birth)) == 1


def test_what_has_begun_is_never_rewritten(publish: Publish) -> None:
    publish(FIRST, date(2025, 7, 1))
    with pytest.raises(FormBeginsInThePast) as refused:
        publish(SECOND, TODAY - timedelta(days=1))
    assert refused.value.params["earliest"] == TODAY
    publish(SECOND, TODAY)
    with pytest.raises(FormBeginsInThePast) as refused:
        publish(THIRD, TODAY)
    assert refused.value.params["earliest"] == TODAY + timedelta(days=1)


def test_every_version_and_every_end_is_a_fact(publish: Publish) -> None:
    publish(FIRST, date(2025, 7, 1))
    publish(SECOND, TODAY)
    facts = facts_about("eform", EForm.objects.get().pk)
    assert [(fact.code, fact.subject_seq) for fact in facts] == [
        ("eform.version-published", 1),
        ("eform.version-closed", 2),
        ("eform.version-published", 3),
    ]
    assert (
        facts[0].payload["definition_digest"] == EFormVersion.objects.get(version_number=1).digest
    )


def test_a_form_with_faults_is_refused_with_each_of_them(publish: Publish) -> None:
    with pytest.raises(FormNotPublishable) as refused:
        publish(a_form(a_field("it", "choice"), a_field("it", "text")), TODAY)
    assert {one.params["why"] for one in refused.value.problems} == {"choices-missing", "key-twice"}
    with pytest.raises(FormUnreadable):
        publish({"pages": "none"}, TODAY)
    assert not EForm.objects.exists()


def test_a_form_of_no_procedure_is_refused(administrator: Actor, at: datetime, birth: int) -> None:
    with pytest.raises(FormOfNoProcedure):
        publish_form(actor=administrator, at=at, procedure_id=0, definition=FIRST, valid_from=TODAY)


def test_only_who_keeps_the_catalogue_publishes(at: datetime, birth: int) -> None:
    officer = Actor(door=Door.PAGE, user_id=2, roles=frozenset({Role.RECEPTION}), name="Tiếp nhận")
    with pytest.raises(NotPermitted) as refused:
        publish_form(actor=officer, at=at, procedure_id=birth, definition=FIRST, valid_from=TODAY)
    assert str(Permission.EFORM_CHANGE) in str(refused.value)


@pytest.mark.parametrize(
    "change",
    [
        {"definition": THIRD},
        {"digest": "0"},
        {"valid_from": date(2020, 1, 1)},
        {"version_number": 9},
    ],
)
def test_a_published_version_is_frozen(publish: Publish, change: dict[str, Any]) -> None:
    version = publish(FIRST, date(2025, 7, 1))
    with pytest.raises(IntegrityError, match="eform_version_frozen"), transaction.atomic():
        EFormVersion.objects.filter(pk=version).update(**change)
    with pytest.raises(IntegrityError, match="eform_version_stays"), transaction.atomic():
        EFormVersion.objects.filter(pk=version).delete()


def test_two_versions_never_hold_on_one_day(publish: Publish, at: datetime) -> None:
    publish(FIRST, date(2025, 7, 1))
    with pytest.raises(IntegrityError, match="overlap"), transaction.atomic():
        EFormVersion.objects.create(
            eform=EForm.objects.get(),
            version_number=2,
            valid_from=TODAY,
            definition=SECOND,
            digest="1",
            published_at=at,
            published_by="?",
        )


def test_the_form_of_a_day_is_asked_for_once(
    publish: Publish, birth: int, django_assert_max_num_queries: Any
) -> None:
    publish(FIRST, date(2025, 7, 1))
    with one_revision():
        with django_assert_max_num_queries(2):
            first = form_in_force(birth, TODAY)
        with django_assert_max_num_queries(0):
            again = form_in_force(birth, TODAY)
    assert first is again
