"""The sample office is made by the real acts: what it shows can be proved, and it is made once."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from motcua.books.proof import books_flaws
from motcua.dossiers.models import Dossier, ReliefClaim
from motcua.dossiers.proof import disagreements
from motcua.dossiers.queries.detail import dossier_detail
from motcua.eforms.queries.forms import form_in_force
from motcua.eforms.shipped import shipped_forms
from motcua.jobs import demo
from motcua.jobs.sample.dossiers import receive_sample
from motcua.jobs.sample.fees import SHOWN
from motcua.jobs.sample.people import invent
from motcua.kernel import clock
from motcua.kernel.clock import local, local_day
from motcua.kernel.identifiers.personal_id import parse_personal_id
from motcua.kernel.identifiers.phone import parse_phone
from motcua.ledger.models import Fact
from motcua.ledger.verification import verify
from motcua.payments.models import Receipt
from motcua.payments.proof import money_flaws
from motcua.payments.queries.owed import owed
from motcua.payments.vocabulary import ReceiptState
from motcua.procedures.models import FeeRule
from motcua.procedures.queries.labels import procedure_called
from motcua.procedures.vocabulary import AskedAt
from motcua.settlements.models import Refund
from motcua.settlements.proof import refund_flaws, settlement_flaws
from motcua.settlements.vocabulary import RefundState
from motcua.workflow.models import Task
from motcua.worktime.queries.calendars import office_time
from tests.support.fresh import fresh_answers  # noqa: F401
from tests.support.working_office import officer


@pytest.fixture
def _sample(db: None, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DATA = tmp_path
    monkeypatch.setattr(demo, "DOSSIERS", 25)
    demo.ensure_sample_office(lambda _words: None)


@pytest.mark.usefixtures("_sample")
def test_all_dossiers_stand_in_register_and_ledger_alike() -> None:
    by_web = Dossier.objects.filter(received_by=None)
    assert by_web.count() == 1
    assert Dossier.objects.count() == demo.DOSSIERS + 1 + SHOWN
    assert [*verify(), *disagreements()] == []


@pytest.mark.usefixtures("_sample")
def test_every_dossier_came_while_the_desk_was_open() -> None:
    for dossier in Dossier.objects.exclude(received_by=None):
        office = office_time(dossier.agency_id, local_day(dossier.received_at))
        assert office.calendar.is_open(dossier.received_at), local(dossier.received_at)


@pytest.mark.usefixtures("_sample")
def test_loading_it_again_changes_nothing() -> None:
    before = (Dossier.objects.count(), Fact.objects.count())
    demo.ensure_sample_office(lambda _words: None)
    assert (Dossier.objects.count(), Fact.objects.count()) == before


@pytest.mark.usefixtures("_sample")
def test_every_shipped_form_can_be_filled_in() -> None:
    today = local_day(clock.now())
    for shipped in shipped_forms():
        procedure_id = procedure_called("NATIONAL", shipped["procedure"]["code"], "")
        assert procedure_id is not None
        found = form_in_force(procedure_id, today)
        assert found is not None
        assert found.form.code == shipped["form"]["code"]


@pytest.mark.usefixtures("_sample")
def test_the_accounts_are_told_with_the_second_factor() -> None:
    told = "\n".join(demo.accounts_table())
    assert demo.demo_password() in told
    assert "TOTP" in told


@pytest.mark.usefixtures("_sample")
def test_the_same_seed_receives_the_same_matters() -> None:
    actors, at = demo.reception_actors(clock.now()), clock.now()
    runs = [
        [ref.id for ref in receive_sample(actors, at=at, count=5, seed=7, progress=_silent)]
        for _run in range(2)
    ]
    owners = [
        list(Dossier.objects.filter(pk__in=ids).order_by("pk").values_list("owner_name", flat=True))
        for ids in runs
    ]
    assert owners[0] == owners[1]


def _silent(_done: int, _total: int) -> None:
    pass


@pytest.mark.parametrize("seed", range(20))
def test_invented_people_have_numbers_that_check(seed: int) -> None:
    person = invent(Random(seed))
    parsed = parse_personal_id(person.personal_id, today=local_day(clock.now()))
    assert (parsed.sex, str(parsed.birth_year)) == (person.sex, person.birth_date[:4])
    assert parse_phone(person.phone).kind == "mobile"


@pytest.mark.usefixtures("db")
def test_a_permit_is_laid_before_the_signer_with_minutes_and_an_opinion(
    settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DATA = tmp_path
    monkeypatch.setattr(demo, "DOSSIERS", 25)
    monkeypatch.setattr("motcua.jobs.sample.dossiers.WEIGHTS", {"1.013225": 1})
    demo.ensure_sample_office(lambda _words: None)
    proposed = Fact.objects.filter(code="dossier.decision-proposed").values("subject_id")
    permits = Dossier.objects.filter(procedure_version__procedure__code="1.013225")
    ids = {row["subject_id"] for row in proposed} & set(permits.values_list("id", flat=True))
    assert ids
    for kind in ("INSPECTION", "CONSULTATION"):
        answered = Task.objects.filter(kind=kind, state="DONE", dossier__in=ids)
        assert {task.dossier_id for task in answered} == ids
    assert not Task.objects.filter(dossier__in=ids, step_key="inspect", state="SKIPPED").exists()


@pytest.mark.usefixtures("db")
def test_the_sample_shows_each_moment_of_paying_and_a_preference_with_its_proof(
    settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DATA = tmp_path
    monkeypatch.setattr(demo, "DOSSIERS", 3)
    demo.ensure_sample_office(lambda _words: None)
    claim = ReliefClaim.objects.get()
    assert (claim.group, claim.state) == ("ELDERLY", "ACCEPTED")
    assert claim.dossier.fee_total_vnd == 8_000
    waiting = Dossier.objects.get(
        procedure_version=claim.dossier.procedure_version, stage="SETTLED"
    )
    detail = dossier_detail(officer("tiepnhan1", clock.now()), waiting.code)
    assert (owed(detail).due_vnd, owed(detail).moment) == (16_000, AskedAt.RETURN)
    assert FeeRule.objects.filter(asked_at=AskedAt.SUPPLEMENT).exists()
    assert list(disagreements()) == []


@pytest.mark.usefixtures("_sample")
def test_its_money_shows_a_canceled_receipt_a_refund_that_was_paid_and_one_that_waits() -> None:
    canceled = Receipt.objects.get(state=ReceiptState.CANCELLED)
    again = Receipt.objects.get(state=ReceiptState.ISSUED, dossier=canceled.dossier)
    states = {one.receipt_id: one.state for one in Refund.objects.all()}
    assert states.pop(again.pk) == RefundState.PAID
    assert list(states.values()) == [RefundState.REQUESTED]
    assert [*money_flaws(), *books_flaws(), *refund_flaws(), *settlement_flaws()] == []


@pytest.mark.usefixtures("_sample")
def test_what_everybody_reads_of_it_is_called_a_sample(client: Client) -> None:
    page = client.get("/cam-ket/").content.decode()
    assert "Số liệu mẫu" in page
    assert client.get("/cam-ket/so-lieu.json").json()["is_sample"] is True
    name = client.get("/cam-ket/so-lieu.csv").headers["Content-Disposition"]
    assert "so-lieu-mau" in name
    assert "[Mẫu]" in client.get(reverse("portal:published-feedback")).content.decode()
