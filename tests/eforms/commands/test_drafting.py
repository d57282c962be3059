"""Drafts: saved against what was seen, thrown away, published; a planned version withdrawn."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from motcua.eforms.commands.drafting import (
    discard_form_draft,
    publish_form_draft,
    save_form_draft,
    withdraw_form_version,
)
from motcua.eforms.commands.publish_form import publish_form
from motcua.eforms.models import EFormDraft, EFormVersion
from motcua.eforms.queries.drafts import form_draft, form_rows
from motcua.eforms.queries.forms import form_in_force
from motcua.eforms.rules.definition import FormUnreadable
from motcua.eforms.rules.succession import (
    FormDraftChanged,
    FormDraftMissing,
    FormNotPublishable,
    FormOfNoProcedure,
    FormVersionHasBegun,
)
from motcua.kernel.actor import Actor, Door, Role
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.caching import forget_all
from motcua.ledger.models import Fact
from tests.eforms.rules.sample_forms import a_field, a_form

TODAY = date(2026, 11, 20)
TOMORROW = TODAY + timedelta(days=1)
FIRST, SECOND = a_form(a_field("name", "text")), a_form(a_field("phone", "phone"))


@pytest.fixture
def by(administrator: Actor, at: datetime, birth: int) -> dict[str, Any]:
    return {"actor": administrator, "at": at, "procedure_id": birth}


def codes() -> list[str]:
    found = Fact.objects.filter(code__startswith="eform.").order_by("id")
    return list(found.values_list("code", flat=True))


def test_each_saving_is_an_edition_and_a_fact(by: dict[str, Any], administrator: Actor) -> None:
    assert save_form_draft(**by, definition=FIRST, seen=0) == 1
    assert save_form_draft(**by, definition=SECOND, seen=1) == 2
    draft = form_draft(administrator, by["procedure_id"])
    assert draft is not None
    assert (draft.definition, draft.edition, draft.saved_by) == (SECOND, 2, "Quản trị")
    assert codes() == ["eform.draft-saved"] * 2


@pytest.mark.parametrize("seen", [0, 2])
def test_whoever_has_not_seen_the_last_edition_overwrites_nothing(
    by: dict[str, Any], seen: int
) -> None:
    save_form_draft(**by, definition=FIRST, seen=0)
    with pytest.raises(FormDraftChanged) as refused:
        save_form_draft(**by, definition=SECOND, seen=seen)
    assert refused.value.params["saved_by"] == "Quản trị"
    assert EFormDraft.objects.get().definition == FIRST


def test_what_is_no_form_is_not_kept(by: dict[str, Any]) -> None:
    with pytest.raises(FormUnreadable):
        save_form_draft(**by, definition={"pages": "none"}, seen=0)
    with pytest.raises(FormOfNoProcedure):
        save_form_draft(**by | {"procedure_id": 10**9}, definition=FIRST, seen=0)
    assert codes() == []


def test_a_draft_is_published_from_a_day_on_and_over_then(by: dict[str, Any]) -> None:
    save_form_draft(**by, definition=FIRST, seen=0)
    publish_form_draft(**by, valid_from=TODAY, seen=1)
    save_form_draft(**by, definition=SECOND, seen=0)
    publish_form_draft(**by, valid_from=TOMORROW, seen=1)
    forget_all()
    now, later = (form_in_force(by["procedure_id"], day) for day in (TODAY, TOMORROW))
    assert now is not None
    assert later is not None
    assert (now.definition, later.definition) == (FIRST, SECOND)
    assert not EFormDraft.objects.exists()


def test_a_draft_with_faults_is_not_published_and_stays(by: dict[str, Any]) -> None:
    save_form_draft(**by, definition=a_form(a_field("name", "choice")), seen=0)
    with pytest.raises(FormNotPublishable):
        publish_form_draft(**by, valid_from=TODAY, seen=1)
    assert EFormDraft.objects.get().edition == 1
    assert not EFormVersion.objects.exists()


def test_a_draft_is_thrown_away(by: dict[str, Any]) -> None:
    save_form_draft(**by, definition=FIRST, seen=0)
    with pytest.raises(FormDraftChanged):
        discard_form_draft(**by, seen=5)
    discard_form_draft(**by, seen=1)
    with pytest.raises(FormDraftMissing):
        discard_form_draft(**by, seen=0)
    with pytest.raises(FormDraftMissing):
        publish_form_draft(**by, valid_from=TODAY, seen=0)
    assert codes() == ["eform.draft-saved", "eform.draft-discarded"]


def test_a_planned_version_is_withdrawn_and_the_one_before_goes_on(
    by: dict[str, Any], administrator: Actor, at: datetime
) -> None:
    publish_form(**by, definition=FIRST, valid_from=TODAY)
    planned = publish_form(**by, definition=SECOND, valid_from=TOMORROW)
    withdraw_form_version(actor=administrator, at=at, version_id=planned)
    forget_all()
    found = form_in_force(by["procedure_id"], TOMORROW + timedelta(days=30))
    assert found is not None
    assert (found.definition, found.valid_until) == (FIRST, None)
    assert codes()[-1] == "eform.version-withdrawn"


def test_what_has_begun_is_not_withdrawn(
    by: dict[str, Any], administrator: Actor, at: datetime
) -> None:
    begun = publish_form(**by, definition=FIRST, valid_from=TODAY)
    for version_id in (begun, 10**9):
        with pytest.raises(FormVersionHasBegun):
            withdraw_form_version(actor=administrator, at=at, version_id=version_id)


def test_only_administrators_write_on_forms(by: dict[str, Any], at: datetime) -> None:
    officer = Actor(door=Door.PAGE, user_id=2, roles=frozenset({Role.RECEPTION}), name="Tiếp nhận")
    own = by | {"actor": officer}
    with pytest.raises(NotPermitted):
        save_form_draft(**own, definition=FIRST, seen=0)
    with pytest.raises(NotPermitted):
        discard_form_draft(**own, seen=0)
    with pytest.raises(NotPermitted):
        publish_form_draft(**own, valid_from=TODAY, seen=0)
    with pytest.raises(NotPermitted):
        withdraw_form_version(actor=officer, at=at, version_id=1)
    with pytest.raises(NotPermitted):
        form_draft(officer, by["procedure_id"])


def test_the_list_tells_what_holds_what_comes_and_what_is_written(
    by: dict[str, Any], administrator: Actor, django_assert_max_num_queries: Any
) -> None:
    publish_form(**by, definition=FIRST, valid_from=TODAY)
    publish_form(**by, definition=SECOND, valid_from=TOMORROW)
    save_form_draft(**by, definition=FIRST, seen=0)
    with django_assert_max_num_queries(4):
        (row,) = form_rows(administrator, TODAY)
    assert (row.code, row.version_number, row.planned) == ("1.001193", 1, TOMORROW)
    assert row.draft_saved_by == "Quản trị"
    officer = Actor(door=Door.PAGE, user_id=2, roles=frozenset({Role.RECEPTION}), name="Tiếp nhận")
    assert form_rows(officer, TODAY)[0].draft_saved_at is None
