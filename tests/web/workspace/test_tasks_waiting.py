"""The page of a step that cannot be done now says who has to act."""

from __future__ import annotations

import pytest

from motcua.dossiers import inputs
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.vocabulary import Act, Stage
from motcua.kernel.actor import Role
from motcua.workflow.commands.steps import finish_step
from tests.support.acts import bring, do
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import agency_id, somebody
from tests.support.processes_at_work import put_in_force, tasks_of, usual
from tests.support.working_office import BIRTH_AGAIN, officer
from tests.web.workspace.conftest import Receive, SignIn, text_of


@pytest.fixture
def code(standing: None, now: object, receive: Receive) -> str:
    """A dossier at the step that a proposal ends, thuly1 at work on it."""
    put_in_force(usual())
    made = receive(procedure=BIRTH_AGAIN)
    finish_step(actor=officer("thuly1"), at=PLAIN_MORNING, task_id=tasks_of(made)["check"].pk)
    return made


def draft_of(code: str) -> str:
    return f"/tasks/{tasks_of(code)['draft'].pk}/"


def test_the_applicant_has_to_act(browser: SignIn, code: str) -> None:
    bring(code, Stage.SUPPLEMENT_REQUESTED)
    told = text_of(browser("thuly1").get(draft_of(code)))
    assert "Đang chờ người nộp bổ sung giấy tờ." in told
    assert "/acts/propose/" not in told


def test_the_agency_that_has_it_in_hand_has_to_act(browser: SignIn, code: str) -> None:
    bring(code, Stage.PROCESSING)
    city = agency_id("thanh-pho-ha-noi")
    do(code, Act.OFFER, inputs.Offer(agency_id=city, task="Xác định thuế"), by="thuly1")
    taken = Asked(actor=somebody(Role.HANDLING, agency=city), at=PLAIN_MORNING, code=code)
    perform(taken, Act.ACCEPT_OFFER, inputs.AcceptOffer(received_all=True))
    told = text_of(browser("thuly1").get(draft_of(code)))
    assert "Đang chờ Ủy ban nhân dân thành phố Hà Nội làm xong việc được giao" in told
    assert "/acts/propose/" not in told
