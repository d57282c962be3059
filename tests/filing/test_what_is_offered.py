"""What the procedure page does not offer online is refused in words by the page and by the command."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from motcua.filing.commands.sending import send_draft
from motcua.filing.models import Draft
from motcua.filing.rules.refusals import DraftNotReady, ProcedureNotOnline
from motcua.kernel.actor import Actor
from motcua.portal.keeping.answers import answers
from motcua.procedures.rules.content import Variant
from tests.support.citizens import a_citizen, citizens_browser
from tests.support.clock import PLAIN_MORNING
from tests.support.drafting import begun
from tests.support.offices import agency_id
from tests.support.reception import BIRTH, CERTIFIED_COPY

SAID = "Thủ tục này chưa nộp được trực tuyến"


@pytest.fixture(autouse=True)
def morning(standing: None) -> Iterator[None]:
    with time_machine.travel(PLAIN_MORNING, tick=False):
        yield


def test_a_procedure_without_its_form_is_offered_nowhere() -> None:
    start = reverse("portal:start-draft", kwargs={"code": CERTIFIED_COPY})
    browser = citizens_browser(a_citizen())
    given = {"agency": str(agency_id()), "for_whom": "MYSELF"}
    answers = [browser.get(start), browser.post(start, given)]
    assert [answer.status_code for answer in answers] == [409, 409]
    assert all(SAID in answer.content.decode() for answer in answers)
    assert start not in Client().get(f"/thu-tuc/{CERTIFIED_COPY}").content.decode()
    assert Draft.objects.count() == 0


def test_a_procedure_with_its_form_is_offered_on_its_page_and_begun() -> None:
    start = reverse("portal:start-draft", kwargs={"code": BIRTH})
    assert start in Client().get(f"/thu-tuc/{BIRTH}").content.decode()
    assert citizens_browser(a_citizen()).get(start).status_code == 200


def test_the_command_begins_no_draft_without_a_form(lan: Actor) -> None:
    with pytest.raises(ProcedureNotOnline):
        begun(lan, code=CERTIFIED_COPY)


def test_a_draft_that_never_had_a_form_is_not_sent(lan: Actor, monkeypatch) -> None:
    token = begun(lan)
    Draft.objects.update(eform_version_id=None)
    monkeypatch.setattr("motcua.filing.whole.form_in_force", lambda *_asked: None)
    with pytest.raises(DraftNotReady) as told:
        send_draft(actor=lan, at=PLAIN_MORNING, token=token, pledged=True)
    assert "procedure-not-online" in {one.code for one in told.value.problems}


def test_where_an_original_is_looked_at_nobody_is_told_that_he_need_not_come(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "không phải đi lại" in Client().get(f"/thu-tuc/{BIRTH}").content.decode()
    monkeypatch.setattr(Variant, "originals_shown", ("Bản chính sổ gốc",))
    answers.forget_all()
    page = Client().get(f"/thu-tuc/{BIRTH}").content.decode()
    assert "Vẫn phải đến một lần, mang theo:</strong> Bản chính sổ gốc" in page
    assert "không phải đi lại" not in page
    answers.forget_all()
