"""The button pressed on two devices at the same moment, and a server that dies while it sends: each sender
a process of its own. There is one dossier, one number, and everybody is told the same code."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from motcua.citizens.commands.opening import Opened
from motcua.dossiers.models import Dossier, DossierSerial
from motcua.dossiers.proof import disagreements
from motcua.filing.models import Draft
from motcua.ledger.caching import forget_all
from motcua.ledger.models import Fact
from motcua.ledger.verification import verify
from tests.support.citizens import a_citizen, citizen_actor
from tests.support.declaring import publish_forms
from tests.support.desks import Worker
from tests.support.drafting import complete
from tests.support.reception import BIRTH, a_ground

PROCESS = "tests.support.filing_process"
SENDERS = 2

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def files(tmp_path: Path, settings: Any) -> str:
    settings.STORED_FILES = tmp_path / "files"
    settings.UPLOAD_PARTS = tmp_path / "uploads"
    settings.CLAMD_ADDRESS = ""
    return str(settings.STORED_FILES)


@pytest.fixture
def owner(transactional_db: None, files: str) -> Iterator[Opened]:
    """A citizen of an office that is committed, for other processes to see; proved at its end."""
    forget_all()
    a_ground()
    publish_forms(BIRTH)
    yield a_citizen()
    assert list(disagreements()) == []
    assert list(verify()) == []
    forget_all()


@pytest.fixture
def token(owner: Opened) -> str:
    return complete(citizen_actor(owner))


@contextmanager
def sender(owner: Opened, token: str, files: str, **more: str) -> Iterator[Worker]:
    """Before the button; it does not outlive the test."""
    page = reverse("portal:review", kwargs={"code": BIRTH, "token": token})
    worker = Worker(PROCESS, {"user_id": owner.user_id, "page": page, "files": files, **more})
    try:
        yield worker
    finally:
        worker.kill()


def ready(worker: Worker) -> Worker:
    assert worker.hear() == {"ready": True}
    return worker


def test_two_devices_that_send_at_once_make_one_dossier_and_are_told_one_code(
    owner: Opened, token: str, files: str
) -> None:
    with sender(owner, token, files) as first, sender(owner, token, files) as second:
        both = [ready(first), ready(second)]
        for one in both:
            one.go()
        told = [answer for one in both for answer in one.told()]
    dossier = Dossier.objects.get()
    assert told == [{"status": 302, "codes": [dossier.code]}] * SENDERS
    assert dossier.code.endswith("-0001")
    assert list(DossierSerial.objects.values_list("last", flat=True)) == [1]
    assert Draft.objects.get(token=token).dossier_id == dossier.pk
    assert Fact.objects.filter(code="dossier.registered").count() == 1


@pytest.mark.parametrize("where", ["locked", "written"])
def test_a_server_that_dies_while_it_sends_leaves_nothing_and_whoever_waits_behind_it_sends_once(
    owner: Opened, token: str, files: str, where: str
) -> None:
    dying = sender(owner, token, files, pause_inside=where)
    with dying as first, sender(owner, token, files) as second:
        # Both have looked before one writes: on SQLite nobody signs in while somebody writes.
        ready(first)
        ready(second)
        first.go()
        assert first.hear() == {"inside": where}
        second.go()
        first.kill()
        (told,) = second.told()
    dossier = Dossier.objects.get()
    assert told == {"status": 302, "codes": [dossier.code]}
    assert dossier.code.endswith("-0001")
    assert Draft.objects.get(token=token).dossier_id == dossier.pk
