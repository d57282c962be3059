"""Drafts are saved against what was seen; a version is published after everything was answered for."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from motcua.kernel.actor import Actor, Door, Role
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.caching import forget_all
from motcua.ledger.models import Fact
from motcua.procedures.queries.details import procedure_detail
from motcua.processes.commands.drafting import (
    begin_process_draft,
    bring_back_process_draft,
    discard_process_draft,
    save_process_draft,
)
from motcua.processes.commands.publishing import (
    publish_process,
    publish_process_draft,
    withdraw_process_version,
)
from motcua.processes.models import InternalProcess, ProcessDraft, ProcessVersion
from motcua.processes.queries.drafts import process_draft, process_rows
from motcua.processes.queries.processes import (
    last_of_procedure,
    process_in_force,
    process_version,
    versions_of_process,
)
from motcua.processes.rules.definition import ProcessUnreadable
from motcua.processes.rules.succession import (
    ProcessBeginsInThePast,
    ProcessDraftChanged,
    ProcessDraftMissing,
    ProcessNotPublishable,
    ProcessOfNoAgency,
    ProcessOfNoProcedure,
    ProcessReasonMissing,
    ProcessVersionHasBegun,
    ProcessWarningsUnread,
)
from tests.processes.rules.sample_processes import plain
from tests.support.publishing_processes import published

TODAY = date(2026, 11, 20)
TOMORROW = TODAY + timedelta(days=1)
FIRST = plain()
SECOND = plain() | {"title": "Bản sau"}


@pytest.fixture
def by(administrator: Actor, at: datetime) -> dict[str, Any]:
    return {"actor": administrator, "at": at}


@pytest.fixture
def process_id(by: dict[str, Any], birth: int) -> int:
    return begin_process_draft(**by, procedure_version_id=birth, definition=FIRST)


def codes() -> list[str]:
    found = Fact.objects.filter(code__startswith="process.").order_by("id")
    return list(found.values_list("code", flat=True))


def test_each_saving_is_an_edition_and_a_fact(by: dict[str, Any], process_id: int) -> None:
    assert save_process_draft(**by, process_id=process_id, definition=SECOND, seen=1) == 2
    draft = process_draft(by["actor"], process_id)
    assert draft is not None
    assert (draft.definition, draft.edition, draft.saved_by) == (SECOND, 2, "Quản trị")
    assert codes() == ["process.draft-saved"] * 2


def test_what_a_file_replaced_is_brought_back_and_each_way_is_a_fact(
    by: dict[str, Any], process_id: int
) -> None:
    own = by | {"process_id": process_id}
    save_process_draft(**own, definition=SECOND, seen=1, source="a.xlsx")
    assert bring_back_process_draft(**own, seen=2) == 3
    draft = ProcessDraft.objects.get()
    assert (draft.definition, draft.replaced, draft.edition) == (FIRST, SECOND, 3)
    save_process_draft(**own, definition=FIRST | {"title": "Sửa tiếp"}, seen=3)
    assert ProcessDraft.objects.get().replaced == SECOND
    assert codes() == ["process.draft-saved"] * 4


def test_only_what_was_seen_is_brought_back_and_by_whoever_may(
    by: dict[str, Any], process_id: int
) -> None:
    own = by | {"process_id": process_id}
    with pytest.raises(ProcessDraftMissing):
        bring_back_process_draft(**own, seen=1)
    save_process_draft(**own, definition=SECOND, seen=1, source="a.xlsx")
    with pytest.raises(ProcessDraftChanged):
        bring_back_process_draft(**own, seen=1)
    nobody = Actor(door=Door.PAGE, user_id=2, roles=frozenset({Role.RECEPTION}), name="Tiếp nhận")
    with pytest.raises(NotPermitted):
        bring_back_process_draft(**own | {"actor": nobody}, seen=2)
    assert ProcessDraft.objects.get().definition == SECOND


@pytest.mark.parametrize("seen", [0, 2])
def test_whoever_has_not_seen_the_last_edition_overwrites_nothing(
    by: dict[str, Any], process_id: int, seen: int
) -> None:
    with pytest.raises(ProcessDraftChanged):
        save_process_draft(**by, process_id=process_id, definition=SECOND, seen=seen)
    assert ProcessDraft.objects.get().definition == FIRST


def test_a_process_is_opened_once_and_written_on_by_one(
    by: dict[str, Any], process_id: int, birth: int
) -> None:
    with pytest.raises(ProcessDraftChanged):
        begin_process_draft(**by, procedure_version_id=birth, definition=SECOND)
    assert InternalProcess.objects.get().pk == process_id


def test_what_is_no_process_or_belongs_to_nothing_is_not_kept(
    by: dict[str, Any], birth: int
) -> None:
    with pytest.raises(ProcessUnreadable):
        begin_process_draft(**by, procedure_version_id=birth, definition={"steps": 3})
    with pytest.raises(ProcessOfNoProcedure):
        begin_process_draft(**by, procedure_version_id=10**9, definition=FIRST)
    with pytest.raises(ProcessOfNoProcedure):
        begin_process_draft(**by, procedure_version_id=birth, variant_id=10**9, definition=FIRST)
    assert codes() == []
    assert not InternalProcess.objects.exists()


def test_an_agency_that_is_not_there_has_no_process(at: datetime, birth: int) -> None:
    system = Actor(door=Door.JOB, job="import", name="import")
    with pytest.raises(ProcessOfNoAgency):
        begin_process_draft(
            actor=system, at=at, procedure_version_id=birth, agency_id=10**9, definition=FIRST
        )


def test_a_version_with_a_fault_is_not_published(by: dict[str, Any], process_id: int) -> None:
    faulty = plain()
    faulty["steps"][1]["who"] = {"kind": "ROLE"}
    save_process_draft(**by, process_id=process_id, definition=faulty, seen=1)
    with pytest.raises(ProcessNotPublishable) as refused:
        publish_process_draft(**by, process_id=process_id, valid_from=TODAY, seen=2)
    (why,) = refused.value.problems
    assert (why.field, why.params["why"]) == ("handle", "nobody-to-receive")
    assert "Bước handle" in why.params["words"]
    assert not ProcessVersion.objects.exists()
    assert ProcessDraft.objects.get().edition == 2


def test_a_sum_that_differs_is_never_silently_accepted(by: dict[str, Any], process_id: int) -> None:
    longer = plain() | {"limit": {"unit": "WORKING_DAYS", "value": "1.5"}}
    own = by | {"process_id": process_id, "definition": longer, "valid_from": TODAY}
    with pytest.raises(ProcessWarningsUnread) as refused:
        publish_process(**own, reason="Cứ ban hành")
    names = refused.value.params["names"]
    assert any(name.startswith("sum-over:give:") for name in names)
    with pytest.raises(ProcessReasonMissing):
        publish_process(**own, acknowledged=names, reason="  ")
    version = ProcessVersion.objects.get(
        pk=publish_process(**own, acknowledged=names, reason="Sở đã cho phép")
    )
    assert version.acknowledged == sorted(names)
    assert version.reason == "Sở đã cho phép"
    fact = Fact.objects.get(code="process.version-published")
    assert "Sở đã cho phép" in fact.payload


def test_a_draft_is_published_and_the_version_before_ends(
    by: dict[str, Any], process_id: int, birth: int
) -> None:
    published(by, process_id, FIRST, TODAY)
    later = published(by, process_id, SECOND, TOMORROW)
    now, then = (process_in_force(birth, None, None, day) for day in (TODAY, TOMORROW))
    assert now is not None
    assert then is not None
    assert (now.process.title, now.valid_until) == ("Quy trình thử", TOMORROW)
    assert (then.version_id, then.process.title) == (later, "Bản sau")
    assert process_version(later) == then
    assert process_in_force(birth, None, None, TODAY - timedelta(days=1)) is None
    assert codes()[1:] == [
        "process.version-published",
        "process.version-closed",
        "process.version-published",
    ]
    assert [row.version_number for row in versions_of_process(process_id)] == [2, 1]


def test_a_later_version_does_not_begin_in_the_past(by: dict[str, Any], process_id: int) -> None:
    published(by, process_id, FIRST, TODAY)
    with pytest.raises(ProcessBeginsInThePast) as refused:
        published(by, process_id, SECOND, TODAY)
    assert refused.value.params["earliest"] == TOMORROW


def test_the_same_again_is_not_published_again(by: dict[str, Any], process_id: int) -> None:
    first = published(by, process_id, FIRST, TODAY)
    assert published(by, process_id, FIRST, TOMORROW) == first
    assert ProcessVersion.objects.count() == 1


def test_a_planned_version_is_withdrawn_and_the_one_before_goes_on(
    by: dict[str, Any], process_id: int, birth: int
) -> None:
    begun = published(by, process_id, FIRST, TODAY)
    planned = published(by, process_id, SECOND, TOMORROW)
    withdraw_process_version(**by, version_id=planned)
    forget_all()
    found = process_in_force(birth, None, None, TOMORROW)
    assert found is not None
    assert (found.version_id, found.valid_until) == (begun, None)
    for version_id in (begun, 10**9):
        with pytest.raises(ProcessVersionHasBegun):
            withdraw_process_version(**by, version_id=version_id)


def test_a_draft_is_thrown_away(by: dict[str, Any], process_id: int) -> None:
    with pytest.raises(ProcessDraftChanged):
        discard_process_draft(**by, process_id=process_id, seen=5)
    discard_process_draft(**by, process_id=process_id, seen=1)
    with pytest.raises(ProcessDraftMissing):
        discard_process_draft(**by, process_id=process_id, seen=0)
    with pytest.raises(ProcessDraftMissing):
        publish_process_draft(**by, process_id=process_id, valid_from=TODAY, seen=0)
    with pytest.raises(NotFound):
        discard_process_draft(**by, process_id=10**9, seen=0)


@pytest.mark.parametrize("change", [{"title": "khác"}, {"digest": "0"}, {"reason": "khác"}])
def test_what_was_published_is_frozen(
    by: dict[str, Any], process_id: int, change: dict[str, str]
) -> None:
    version = published(by, process_id, FIRST, TODAY)
    with pytest.raises(IntegrityError, match="process_version_frozen"), transaction.atomic():
        ProcessVersion.objects.filter(pk=version).update(**change)
    with pytest.raises(IntegrityError, match="process_version_stays"), transaction.atomic():
        ProcessVersion.objects.filter(pk=version).delete()


def test_only_administrators_write_on_processes(
    by: dict[str, Any], process_id: int, birth: int
) -> None:
    officer = Actor(door=Door.PAGE, user_id=2, roles=frozenset({Role.HANDLING}), name="Thụ lý")
    own = by | {"actor": officer}
    with pytest.raises(NotPermitted):
        begin_process_draft(**own, procedure_version_id=birth, definition=FIRST)
    with pytest.raises(NotPermitted):
        save_process_draft(**own, process_id=process_id, definition=FIRST, seen=1)
    with pytest.raises(NotPermitted):
        discard_process_draft(**own, process_id=process_id, seen=1)
    with pytest.raises(NotPermitted):
        publish_process_draft(**own, process_id=process_id, valid_from=TODAY, seen=1)
    with pytest.raises(NotPermitted):
        withdraw_process_version(**own, version_id=1)
    with pytest.raises(NotPermitted):
        process_draft(officer, process_id)
    assert process_rows(officer, TODAY)[0].draft_saved_at is None


def test_the_process_in_force_is_read_once(
    by: dict[str, Any], process_id: int, birth: int, django_assert_max_num_queries: Any
) -> None:
    published(by, process_id, FIRST, TODAY)
    with django_assert_max_num_queries(2):
        process_in_force(birth, 3, 4, TODAY)
    with django_assert_max_num_queries(1):
        assert process_in_force(birth, 3, 4, TODAY) is not None


def test_when_a_procedure_changes_one_begins_from_what_was_worked_by_last(
    by: dict[str, Any], process_id: int, birth: int
) -> None:
    entry = procedure_detail(birth).procedure_id
    assert last_of_procedure(entry, None) is None
    published(by, process_id, FIRST, TODAY)
    planned = published(by, process_id, SECOND, TOMORROW)
    found = last_of_procedure(entry, 3)
    assert found is not None
    assert found.version_id == planned
    withdraw_process_version(**by, version_id=planned)
    found = last_of_procedure(entry, None)
    assert found is not None
    assert found.process.title == "Quy trình thử"


def test_the_list_tells_what_holds_what_comes_and_what_is_written(
    by: dict[str, Any], process_id: int, django_assert_max_num_queries: Any
) -> None:
    published(by, process_id, FIRST, TODAY)
    published(by, process_id, SECOND, TOMORROW)
    with django_assert_max_num_queries(4):
        (row,) = process_rows(by["actor"], TODAY)
    assert (row.code, row.version_number, row.planned) == ("1.001193", 1, TOMORROW)
    assert row.draft_saved_by == "Quản trị"
