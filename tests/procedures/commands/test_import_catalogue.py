"""Importing: rows, facts, permission, and what is never touched."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from motcua.kernel.actor import Actor, Door, Role
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.models import Fact
from motcua.ledger.queries import facts_about
from motcua.ledger.verification import verify
from motcua.procedures.commands.import_catalogue import import_catalogue
from motcua.procedures.models import FeeRule, Procedure, ProcedureVersion, RequiredDocument
from motcua.procedures.queries.import_plan import preview_import
from motcua.procedures.rules.import_report import ImportReport
from motcua.procedures.rules.refused import RefusedReason

pytestmark = pytest.mark.django_db

Make = Callable[..., dict[str, Any]]
Run = Callable[..., ImportReport]


def test_a_new_record_becomes_a_version_and_leaves_a_fact(a_record: Make, run_import: Run) -> None:
    report = run_import(a_record())
    (version,) = ProcedureVersion.objects.all()
    (fact,) = facts_about("procedure", version.procedure_id)
    assert [line.code for line in report.new] == ["1.001193"]
    assert (version.valid_from, version.valid_until) == (date(2025, 7, 1), None)
    assert fact.code == "procedure.version-published"
    assert fact.payload["content_digest"] == version.content_digest


def test_the_same_document_again_changes_nothing_and_leaves_no_fact(
    a_record: Make, run_import: Run
) -> None:
    run_import(a_record())
    facts = Fact.objects.count()
    report = run_import(a_record())
    assert report.unchanged == ("1.001193@2",)
    assert (Fact.objects.count(), ProcedureVersion.objects.count()) == (facts, 1)


def test_guidance_and_provenance_are_not_a_change(a_record: Make, run_import: Run) -> None:
    run_import(a_record())
    papers = [paper for paper in a_record()["papers"] if not paper.get("is_note")]
    report = run_import(a_record(papers=papers, source={"kind": "elsewhere"}))
    assert report.unchanged == ("1.001193@2",)


def test_a_change_makes_a_new_version_from_the_next_day(
    a_record: Make, run_import: Run, at: datetime
) -> None:
    run_import(a_record())
    report = run_import(a_record(name="Đăng ký khai sinh"))
    old, new = ProcedureVersion.objects.order_by("id")
    tomorrow = at.date() + timedelta(days=1)
    assert (old.valid_until, new.valid_from, new.valid_until) == (tomorrow, tomorrow, None)
    (line,) = report.changed
    assert [(one.field, one.before, one.after) for one in line.differences] == [
        ("name", "Thủ tục đăng ký khai sinh", "Đăng ký khai sinh")
    ]
    codes = [fact.code for fact in facts_about("procedure", new.procedure_id)]
    assert codes == [
        "procedure.version-published",
        "procedure.version-closed",
        "procedure.version-published",
    ]


def test_a_change_may_begin_on_a_stated_day(a_record: Make, run_import: Run) -> None:
    run_import(a_record())
    run_import(a_record(name="Khác"), valid_from=date(2026, 4, 1))
    assert ProcedureVersion.objects.order_by("id").last().valid_from == date(2026, 4, 1)


def test_a_change_on_the_same_day_withdraws_the_version_not_yet_begun(
    a_record: Make, run_import: Run
) -> None:
    run_import(a_record())
    run_import(a_record(name="Khác"))
    run_import(a_record(name="Khác nữa"))
    first, withdrawn, last = ProcedureVersion.objects.order_by("id")
    assert withdrawn.valid_until == withdrawn.valid_from == last.valid_from == first.valid_until


def test_the_preview_tells_what_the_import_then_does(
    a_record: Make, run_import: Run, at: datetime
) -> None:
    run_import(a_record())
    document = {
        "procedures": [a_record(name="Khác"), a_record(code="1.000894"), a_record(code=None)]
    }
    facts = Fact.objects.count()
    preview = preview_import(document=document, at=at)
    assert Fact.objects.count() == facts
    assert run_import(*document["procedures"]) == preview


def test_one_field_of_a_paper_is_shown_as_that_paper_before_and_after(
    a_record: Make, run_import: Run
) -> None:
    run_import(a_record())
    papers = [{"name": "Căn cước", "originals": 1, "copies": 1, "present_only": True}]
    (line,) = run_import(a_record(papers=[a_record()["papers"][0], *papers])).changed
    (difference,) = line.differences
    assert [paper["copies"] for paper in difference.before] == [0]
    assert [paper["copies"] for paper in difference.after] == [1]


def test_a_past_era_cannot_be_changed_afterwards(a_record: Make, run_import: Run) -> None:
    old_era = a_record(id="old", tier="three-tier")
    run_import(old_era)
    report = run_import(old_era | {"name": "Khác"})
    assert [refused.reason for refused in report.refused] == [RefusedReason.PERIOD_OVER]


def test_both_eras_of_a_code_are_one_procedure(a_record: Make, run_import: Run) -> None:
    run_import(a_record(), a_record(id="old", tier="three-tier"))
    assert Procedure.objects.count() == 1
    assert ProcedureVersion.objects.count() == 2


def test_progress_counts_to_the_end(a_record: Make, run_import: Run) -> None:
    seen: list[tuple[int, int]] = []
    run_import(a_record(), a_record(code="1.000894"), progress=lambda *step: seen.append(step))
    assert seen == [(1, 2), (2, 2)]


def test_the_chain_of_facts_holds_after_an_import(a_record: Make, run_import: Run) -> None:
    run_import(a_record(), a_record(code="1.000894"))
    run_import(a_record(name="Khác"))
    assert list(verify()) == []


@pytest.mark.parametrize("role", [Role.RECEPTION, Role.SUPERVISOR, Role.HANDLING])
def test_only_the_administrator_may_import(a_record: Make, at: datetime, role: Role) -> None:
    actor = Actor(door=Door.PAGE, user_id=2, roles=frozenset({role}))
    with pytest.raises(NotPermitted):
        import_catalogue(actor=actor, at=at, document={"procedures": [a_record()]})
    assert not Procedure.objects.exists()


@pytest.mark.parametrize(
    ("model", "change"),
    [
        (ProcedureVersion, {"name": "Sửa lén"}),
        (ProcedureVersion, {"content_digest": "0" * 64}),
        (RequiredDocument, {"originals": 9}),
        (FeeRule, {"amount_vnd": 1}),
    ],
)
def test_a_published_version_is_frozen_by_the_database(
    a_record: Make, run_import: Run, model: Any, change: dict[str, Any]
) -> None:
    run_import(a_record(code="2.000815"))
    assert model.objects.exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.update(**change)


def test_periods_of_a_procedure_are_held_apart_by_the_database(
    a_record: Make, run_import: Run
) -> None:
    run_import(a_record())
    run_import(a_record(name="Khác"))
    with pytest.raises(IntegrityError), transaction.atomic():
        ProcedureVersion.objects.update(valid_until=None)


def test_very_long_words_are_cut_to_what_the_tables_hold(a_record: Make, run_import: Run) -> None:
    long = "dài " * 1200
    fee = {"amount": 9000, "currency": "VND", "channel": "all", "kind": long, "for": long}
    report = run_import(
        a_record(
            field=long,
            field_group=long,
            place=long,
            decision_no=long,
            source={"kind": long},
            fees=[fee, fee | {"amount": 8000}],
            papers=[{"name": long, "form": long, "group": long, "originals": 1}],
        )
    )
    assert len(report.new) == 1
    version = ProcedureVersion.objects.select_related("sector", "decision").get()
    assert len(version.sector.name) <= 200
    assert version.decision is not None
    assert len(version.decision.number) <= 60
