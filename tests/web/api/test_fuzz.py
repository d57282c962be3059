"""Requests that nobody thought of, made from the API's own description: never a fault, never a
status, a header or a shape that the description does not tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.generation import GenerationMode

from motcua.api import tokens
from motcua.api.urls import api
from motcua.api.v1 import track
from motcua.api.v1.acts import ACTS
from motcua.api.v1.feedback import operations as feedback
from motcua.dossiers.models import Dossier
from motcua.kernel.pacing import Pace
from tests.support.tasks_asked import a_task
from tests.support.working_office import CERTIFIED_COPY, token_of

SEED = 20_260_610
EXAMPLES = 40
UNBOUNDED = 10**9
# Not asked: a reception that fits the shapes may still be refused by the rules; and a parameter
# drawn as an empty list never reaches the wire, though the tool takes it for sent.
NOT_ASKED = {
    "POST": ("positive_data_acceptance",),
    "GET": ("positive_data_acceptance", "negative_data_rejection"),
}
OPERATIONS = [
    ("GET", "/api/v1/procedures"),
    ("GET", "/api/v1/procedures/{code}"),
    ("GET", "/api/v1/processes"),
    ("GET", "/api/v1/processes/{process_id}"),
    ("GET", "/api/v1/processes/{process_id}/versions/{version_id}"),
    ("GET", "/api/v1/processes/{process_id}/versions/{version_id}/process.bpmn"),
    ("GET", "/api/v1/procedures/{code}/form"),
    ("POST", "/api/v1/procedures/{code}/form/check"),
    ("POST", "/api/v1/dossiers"),
    ("GET", "/api/v1/dossiers"),
    ("GET", "/api/v1/dossiers/{code}"),
    ("GET", "/api/v1/dossiers/{code}/timeline"),
    ("GET", "/api/v1/dossiers/{code}/slip.pdf"),
    *(("POST", f"/api/v1/dossiers/{{code}}/acts/{act}") for act in ACTS),
    ("POST", "/api/v1/dossiers/groups"),
    ("POST", "/api/v1/dossiers/interlinked"),
    ("POST", "/api/v1/files"),
    ("GET", "/api/v1/dossiers/{code}/files"),
    ("GET", "/api/v1/dossiers/{code}/files/{position}"),
    ("POST", "/api/v1/dossiers/{code}/files/{position}/remove"),
    ("GET", "/api/v1/dossiers/{code}/papers"),
    ("GET", "/api/v1/dossiers/{code}/papers/{kind}.pdf"),
    ("POST", "/api/v1/certifications"),
    ("GET", "/api/v1/certifications"),
    ("GET", "/api/v1/work"),
    ("GET", "/api/v1/tasks"),
    ("GET", "/api/v1/tasks/{task_id}"),
    ("POST", "/api/v1/tasks/{task_id}/acts"),
    ("POST", "/api/v1/tasks/{task_id}/answer"),
    ("POST", "/api/v1/dossiers/{code}/tasks"),
    ("GET", "/api/v1/officers"),
    ("GET", "/api/v1/units"),
    ("GET", "/api/v1/registers/{year}"),
    ("GET", "/api/v1/indicators"),
    ("GET", "/api/v1/reports"),
    ("GET", "/api/v1/reports/closed"),
    ("GET", "/api/v1/reports/closed/{closed_id}"),
    ("GET", "/api/v1/reports/closed/{closed_id}/differences"),
    ("GET", "/api/v1/reports/{name}"),
    ("GET", "/api/v1/reports/{name}/dossiers"),
    ("POST", "/api/v1/reports/{name}/close"),
    ("POST", "/api/v1/bulk"),
    ("GET", "/api/v1/bulk/{run_id}"),
    ("POST", "/api/v1/exports"),
    ("GET", "/api/v1/exports/{export_id}"),
    ("GET", "/api/v1/exports/{export_id}/file"),
    ("POST", "/api/v1/exports/{export_id}/cancel"),
    ("POST", "/api/v1/dossiers/{code}/receipts"),
    ("GET", "/api/v1/dossiers/{code}/receipts"),
    ("GET", "/api/v1/dossiers/{code}/fee"),
    ("POST", "/api/v1/dossiers/{code}/fee"),
    ("POST", "/api/v1/dossiers/{code}/fee/unpaid"),
    ("GET", "/api/v1/receipts"),
    ("GET", "/api/v1/receipts/{receipt_id}"),
    ("POST", "/api/v1/receipts/{receipt_id}/cancel"),
    ("GET", "/api/v1/tills"),
    ("POST", "/api/v1/tills"),
    ("GET", "/api/v1/tills/{till_id}"),
    ("POST", "/api/v1/tills/{till_id}/close"),
    ("POST", "/api/v1/dossiers/{code}/payment-orders"),
    ("GET", "/api/v1/payment-orders"),
    ("GET", "/api/v1/payment-orders/{number}"),
    ("GET", "/api/v1/payment-orders/{number}/state"),
    ("POST", "/api/v1/payment-orders/{number}/confirm"),
    ("GET", "/api/v1/refunds"),
    ("GET", "/api/v1/books"),
    ("GET", "/api/v1/settlements"),
    ("GET", "/api/v1/settlements/{settlement_id}"),
    ("GET", "/api/v1/settlements/{settlement_id}/items"),
    ("GET", "/api/v1/differences"),
    ("GET", "/api/v1/satisfaction"),
    ("POST", "/api/v1/feedback"),
    ("POST", "/api/v1/feedback/follow"),
    ("GET", "/api/v1/feedback/published"),
    ("POST", "/api/v1/feedback/entries"),
    ("GET", "/api/v1/feedback"),
    ("GET", "/api/v1/feedback/{petition_code}"),
    ("GET", "/api/v1/track/{code}"),
]
# Those whose work the act is; everybody else may call what `tiepnhan1` may.
CALLER_OF = {
    **dict.fromkeys(("start", "forward", "propose", "request-supplement", "suspend"), "thuly1"),
    **dict.fromkeys(("assign", "send-back", "allow-supplement", "extend"), "truongphong"),
    **dict.fromkeys(("apologize", "terminate", "decide", "correct-result", "reopen"), "lanhdao"),
    "issue-result": "vanthu",
    "unpaid": "lanhdao",
    **dict.fromkeys(("tasks", "{task_id}", "acts", "answer"), "thuly1"),
    **dict.fromkeys(("exports", "{export_id}", "file"), "lanhdao"),
    **dict.fromkeys(("officers", "indicators", "reports", "closed", "close"), "lanhdao"),
    "/api/v1/reports/{name}/dossiers": "lanhdao",
    "satisfaction": "lanhdao",
    **dict.fromkeys(("confirm", "refunds", "books", "settlements"), "ketoan"),
    **dict.fromkeys(("{settlement_id}", "items"), "ketoan"),
    "/api/v1/differences": "ketoan",
    **dict.fromkeys(("{closed_id}", "differences", "{name}"), "lanhdao"),
}
OFFERED = {
    "procedure": CERTIFIED_COPY,
    "procedure_version_id": None,
    "variant_id": None,
    "applicant": {"name": "Nguyễn Thị Hồng Nhung", "kind": "CITIZEN"},
    "complete_confirmed": True,
    "fee_choices": [],
    "received_at": None,
}
OF_A_DOSSIER = [(method, path) for method, path in OPERATIONS if "/dossiers/{code}" in path]
OF_A_TASK = [(method, path) for method, path in OPERATIONS if "/tasks/{task_id}" in path]


def who(path: str) -> str:
    return CALLER_OF.get(path, CALLER_OF.get(path.rpartition("/")[2], "tiepnhan1"))


@contextmanager
def one_connection() -> Iterator[None]:
    """A request must not close the connection that holds the test's transaction (Django's own
    test client sees to the same, and connects again after each request)."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture(autouse=True)
def _unpaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "pace", Pace(UNBOUNDED))
    monkeypatch.setattr(track, "misses", Pace(UNBOUNDED))
    monkeypatch.setattr(feedback, "misses", Pace(UNBOUNDED))
    monkeypatch.setattr(feedback, "sent_lately", Pace(UNBOUNDED))


def description() -> Any:
    load_all_checks()
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())


def as_it_is(_case: Any) -> None:
    """No change."""


def call_with_anything(
    method: str,
    path: str,
    token: str,
    *,
    change: Callable[[Any], None] = as_it_is,
    not_asked_either: tuple[str, ...] = (),
    **fixed: Any,
) -> None:
    """Requests that fit the description, and requests that do not, each answer held to it."""
    with one_connection():
        operation = description()[path][method]
    # The caller reads answers as they come, so it asks for none packed.
    headers = {"Authorization": f"Bearer {token}", "Accept-Encoding": "identity"}
    not_asked = [CHECKS.get_one(name) for name in (*NOT_ASKED[method], *not_asked_either)]
    fitting = operation.as_strategy(generation_mode=GenerationMode.POSITIVE, **fixed)
    unfit = operation.as_strategy(generation_mode=GenerationMode.NEGATIVE, **fixed)

    @seed(SEED)
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(case=fitting | unfit)
    def call(case: Any) -> None:
        change(case)
        case.call_and_validate(headers=headers, excluded_checks=not_asked)

    with one_connection():
        call()


@pytest.mark.slow
@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_any_request_is_answered_as_described(
    standing: None, now: datetime, method: str, path: str
) -> None:
    call_with_anything(method, path, token_of(who(path)))


@pytest.mark.slow
@pytest.mark.parametrize(("method", "path"), OF_A_DOSSIER)
def test_any_request_about_a_dossier_is_answered_as_described(
    received: str, method: str, path: str
) -> None:
    places = {"code": received} | ({"position": 0} if "{position}" in path else {})
    call_with_anything(method, path, token_of(who(path)), path_parameters=places)


@pytest.mark.slow
@pytest.mark.parametrize(("method", "path"), OF_A_TASK)
def test_any_request_about_a_task_is_answered_as_described(
    received: str, method: str, path: str
) -> None:
    places = {"task_id": a_task(received)}
    call_with_anything(method, path, token_of(who(path)), path_parameters=places)


def test_every_operation_is_called_with_anything() -> None:
    described = {
        (method.upper(), path)
        for path, methods in api.get_openapi_schema(path_prefix="/api/v1/")["paths"].items()
        for method in methods
    }
    assert described == set(OPERATIONS)


@pytest.mark.slow
def test_any_reception_of_a_procedure_that_is_offered_is_answered_as_described(
    standing: None, now: datetime
) -> None:
    """Deeper than the shapes: what reaches the rules, the calculator and the tables."""

    def offered(case: Any) -> None:
        case.body = {**case.body, **OFFERED} if isinstance(case.body, dict) else case.body

    # A request that did not fit may fit once it is changed, and is rightly accepted.
    call_with_anything(
        "POST",
        "/api/v1/dossiers",
        token_of("tiepnhan1"),
        change=offered,
        not_asked_either=("negative_data_rejection",),
    )
    assert Dossier.objects.exists()
