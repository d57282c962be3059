"""Dossiers in many hands, for pages that list them: by whom each page is opened, and its address."""

from __future__ import annotations

from datetime import datetime

from motcua.dossiers import inputs
from motcua.dossiers.vocabulary import Act, Stage
from motcua.processes.models import ProcessVersion
from motcua.workflow.models import Task
from tests.support.acts import bring, do
from tests.support.interlinked import submit
from tests.support.offices import agency_id
from tests.support.reception import BIRTH, a_reception, receive
from tests.support.tasks_asked import a_task
from tests.support.working_office import officer

REGISTRY = "chi-nhanh-dang-ky-dat-dai-gia-lam"
TASK = "Trích đo, chỉnh lý bản đồ"


def pages_with_rows(at: datetime) -> list[tuple[str, str]]:
    """Work to take, work late, work done, dossiers offered and away, a group, a process in force."""
    step = Task.objects.filter(kind="STEP", state="OPEN", dossier__code=just_received(at)).latest(
        "id"
    )
    asked_about = bring(just_received(at), Stage.PROCESSING, at)
    a_task(asked_about, at=at)
    bring(just_received(at), Stage.RETURNED, at)
    offered, away = _offered(at), _offered(at)
    do(away, Act.ACCEPT_OFFER, inputs.AcceptOffer(received_all=True), by="datdai1", at=at)
    group = next(iter(submit(at=at).values())).code
    process = ProcessVersion.objects.order_by("id").values_list("process", flat=True)[0]
    return [
        ("thuly1", "/inbox/?box=FREE"),
        ("thuly1", "/inbox/?box=ASKED"),
        ("lanhdao", "/inbox/?box=LED"),
        ("lanhdao", f"/tasks/{step.pk}/"),
        ("thuly1", f"/tasks/{step.pk}/"),
        ("lanhdao", f"/dossiers/{asked_about}/process/"),
        ("lanhdao", "/where-time-goes/"),
        ("lanhdao", "/where-time-goes/behind/"),
        ("thuly1", "/hand-overs/?list=sent"),
        ("thuly1", "/hand-overs/?list=away"),
        ("datdai1", "/hand-overs/?list=held"),
        ("datdai1", f"/dossiers/{offered}/acts/accept-offer/"),
        ("thuly1", f"/dossiers/{offered}/acts/take-back-offer/"),
        ("datdai1", f"/dossiers/{away}/"),
        ("tiepnhan1", f"/dossiers/{group}/group/"),
        ("quantri", f"/processes/{process}/"),
    ]


def just_received(at: datetime) -> str:
    """A birth to register, by a process in force."""
    return receive(a_reception(BIRTH, at=at), actor=officer("tiepnhan1", at), at=at).code


def _offered(at: datetime) -> str:
    code = bring(just_received(at), Stage.PROCESSING, at)
    given = inputs.Offer(agency_id=agency_id(REGISTRY), task=TASK)
    do(code, Act.OFFER, given, by="thuly1", at=at)
    return code
