"""Every address of the staff as every role, as a stranger and by token: nothing beyond one's rights. What is
citizens' or open to all: `test_rights_of_citizens`.

New addresses are found by themselves: a page without a right, or with a parameter that these tests
do not know, fails here until it has one.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from django.test import Client

from motcua.accounts.models import Holding, Officer
from motcua.accounts.rules.roles import PERMISSIONS_OF, Permission
from motcua.api.urls import api
from motcua.audit.models import AccessLog
from motcua.books.models import Account
from motcua.dossiers.commands.performing import PERFORMERS
from motcua.dossiers.vocabulary import Act
from motcua.eforms.commands.drafting import save_form_draft
from motcua.eforms.rules.editing import new_document
from motcua.jobs.quality.addresses import Address, addresses
from motcua.kernel.actor import Role
from motcua.payments.models import Receipt
from motcua.procedures.queries.catalogue import version_row
from motcua.processes.commands.drafting import begin_process_draft
from motcua.processes.rules.editing import new_document as new_process
from motcua.workspace.acts.table import slug_of
from tests.support.acts import attach
from tests.support.certifying import enter
from tests.support.clock import PLAIN_MORNING
from tests.support.feedback import places_of_feedback as feedback_places
from tests.support.interlinked import a_group
from tests.support.money import collect
from tests.support.partners import a_partner
from tests.support.paying import a_long_reading, a_payment_number, a_waiting_line
from tests.support.processes_at_work import put_in_force, usual
from tests.support.refunding import a_refund
from tests.support.returns import hand_over_list, parcels
from tests.support.settling import a_difference, a_rest, a_settlement
from tests.support.tasks_asked import a_task
from tests.support.two_communes import PEOPLE, Held, Somebody
from tests.support.working_office import CERTIFIED_COPY, SETUP, token_of

STRANGER = Somebody(username="", roles=frozenset(), agency="", unit="")
ONE_OF_EACH = (
    "tiepnhan1",
    "thuly1",
    "truongphong",
    "lanhdao",
    "vanthu",
    "quantri",
    "giamsat",
    "ketoan",
)
ROLES = tuple(person for person in PEOPLE if person.username in ONE_OF_EACH)
OPEN = (
    "motcua.portal.",
    "motcua.ui.",
    "motcua.api.",
    "motcua.config.",
    "motcua.workspace.changes.",
)
# The right that each operation of the API asks for; an act asks for the right of its name.
RIGHT_OF = {
    "list_procedures": Permission.PROCEDURE_VIEW,
    "show_procedure": Permission.PROCEDURE_VIEW,
    "list_processes": Permission.PROCEDURE_VIEW,
    "show_process": Permission.PROCEDURE_VIEW,
    "show_process_version": Permission.PROCEDURE_VIEW,
    "process_as_bpmn": Permission.PROCEDURE_VIEW,
    "show_form": Permission.PROCEDURE_VIEW,
    "check_answers": Permission.PROCEDURE_VIEW,
    "receive_dossier": Permission.DOSSIER_RECEIVE,
    "receive_group": Permission.DOSSIER_RECEIVE,
    "receive_interlinked_group": Permission.DOSSIER_RECEIVE,
    "list_dossiers": Permission.DOSSIER_VIEW,
    "show_dossier": Permission.DOSSIER_VIEW,
    "show_timeline": Permission.DOSSIER_VIEW,
    "print_slip": Permission.SLIP_PRINT,
    **{f"act_{slug_of(act).replace('-', '_')}": Permission(act) for act in PERFORMERS},
    "upload_file": Permission.DOSSIER_ATTACH,
    "list_files": Permission.DOSSIER_VIEW,
    "read_file": Permission.DOSSIER_VIEW,
    "remove_file": Permission.DOSSIER_ATTACH,
    "list_papers": Permission.PAPER_PRINT,
    "print_paper": Permission.PAPER_PRINT,
    "enter_certification": Permission.CERTIFICATION_ENTER,
    "list_certifications": Permission.CERTIFICATION_VIEW,
    "list_work": Permission.DOSSIER_VIEW,
    "list_tasks": Permission.TASK_VIEW,
    "show_task": Permission.TASK_VIEW,
    "do_task": Permission.TASK_VIEW,
    "answer_task": Permission.TASK_DO,
    "ask_about_dossier": Permission.TASK_ASK,
    "list_officers": Permission.OFFICER_VIEW,
    "list_units": Permission.AGENCY_VIEW,
    "show_register": Permission.DOSSIER_VIEW,
    "list_indicators": Permission.REPORT_VIEW,
    "list_reports": Permission.REPORT_VIEW,
    "show_report": Permission.REPORT_VIEW,
    "list_dossiers_behind": Permission.REPORT_VIEW,
    "list_closed_reports": Permission.REPORT_VIEW,
    "show_closed_report": Permission.REPORT_VIEW,
    "list_differences": Permission.REPORT_VIEW,
    "close_report": Permission.REPORT_CLOSE,
    "begin_bulk": Permission.DOSSIER_NOTE,
    "show_bulk": Permission.DOSSIER_NOTE,
    "begin_export": Permission.DOSSIER_EXPORT,
    "show_export": Permission.DOSSIER_EXPORT,
    "fetch_export": Permission.DOSSIER_EXPORT,
    "cancel_export": Permission.DOSSIER_EXPORT,
    "collect_fee": Permission.FEE_COLLECT,
    "show_money": Permission.TILL_VIEW,
    "show_fee": Permission.DOSSIER_VIEW,
    "settle_fee": Permission.FEE_SETTLE,
    "let_fee_unpaid": Permission.FEE_LET_UNPAID,
    "list_receipts": Permission.TILL_VIEW,
    "show_receipt": Permission.TILL_VIEW,
    "cancel_receipt": Permission.TILL_VIEW,
    "begin_to_pay": Permission.FEE_COLLECT,
    "list_payment_orders": Permission.PAYMENT_VIEW,
    "show_payment_order": Permission.PAYMENT_VIEW,
    "show_payment_state": Permission.PAYMENT_VIEW,
    "confirm_payment": Permission.PAYMENT_CONFIRM,
    "list_tills": Permission.TILL_VIEW,
    "open_till": Permission.FEE_COLLECT,
    "show_till": Permission.TILL_VIEW,
    "show_books": Permission.BOOKS_VIEW,
    "show_satisfaction": Permission.SURVEY_VIEW,
    "list_refunds": Permission.REFUND_VIEW,
    "list_settlements": Permission.SETTLEMENT_VIEW,
    "show_settlement": Permission.SETTLEMENT_VIEW,
    "list_settlement_items": Permission.SETTLEMENT_VIEW,
    "list_money_differences": Permission.RECONCILIATION_VIEW,
    "close_till": Permission.TILL_CLOSE,
    "enter_feedback": Permission.FEEDBACK_ENTER,
    "list_feedback": Permission.FEEDBACK_VIEW,
    "show_feedback": Permission.FEEDBACK_VIEW,
    "send_feedback": None,
    "follow_feedback": None,
    "list_published_feedback": None,
    "track_dossier": None,
}
# What is sent below fits one operation alone; the others that write answer that it does not.
ANSWERED = {
    "receive_dossier": 201,
    "show_form": 404,
    "show_bulk": 404,
    "show_export": 404,
    "fetch_export": 404,
    "cancel_export": 404,
    # Without their days no report is made, and none is closed here.
    **dict.fromkeys(("show_report", "list_dossiers_behind"), 422),
    **dict.fromkeys(("show_closed_report", "list_differences"), 404),
}
DONE = {200, 302, 422}
WHOLE_BOOK = {"workspace:download-certifications", "workspace:print-certifications"}
NOT_THIS_ONE = {
    # Nobody has answered badly.
    "workspace:follow-up",
    # A refund that nobody has paid yet.
    "workspace:fetch-voucher",
    # What only whoever asked for it sees, and nobody here has asked.
    "workspace:work-run",
    "workspace:print-run",
    "workspace:long-run",
    "workspace:take-printed",
    "workspace:export",
    "workspace:fetch-export",
    "workspace:upload",
    # A dossier that came alone.
    "workspace:interlinked-submission",
    "workspace:accept-submission",
    # Nothing of it was sent by web.
    "workspace:original",
    # A dossier that came alone has no papers of a group; without two versions nothing is compared.
    "workspace:group-slip",
    "workspace:group-minutes",
    "workspace:procedure-compare",
    # An officer who has no dossier has none to hand over; no period has been closed.
    "workspace:hand-over-work",
    "workspace:closed-report",
    # Its declaration is on paper.
    "workspace:declaration",
    "workspace:print-declaration",
    "workspace:closed-behind",
    "workspace:fetch-closed-report",
    # It came without a file.
    "workspace:petition-file",
}
"""Pages that this office has nothing to show on, also to those who have the right."""
SENT_IN_VAIN = {"workspace:finish-upload", "workspace:saved-views"}
"""What is sent to them must name a thing of one's own."""


@pytest.fixture(name="pages")
def every_page(dossier: Held) -> list[Address]:
    from_catalogue = Client().get("/thu-tuc/", {"q": CERTIFIED_COPY})
    assert from_catalogue.status_code == 200
    return addresses(
        {
            "code": dossier.code,
            "version_id": _version_id(),
            "slug": dossier.agency,
            "officer_id": _officer_id(),
            **_money(dossier.code),
            "gateway": "simulator",
            "line_id": str(a_waiting_line(dossier.code, "lanhdao", PLAIN_MORNING)),
            "number": a_payment_number("lanhdao"),
            "reading_id": str(a_long_reading("lanhdao")),
            "act": slug_of(Act.NOTE),
            "mark": "TN1-0000-0000-0000",
            "topic": "tra-cuu",
            "position": attach(dossier.code),
            "rest": "anything",
            "year": "2026",
            "posting_id": str(parcels()),
            "list_id": str(hand_over_list(dossier.code)),
            "export_id": "1",
            "certification_id": str(enter().ids[0]),
            "holding_id": str(_holding_id()),
            "run_id": "1",
            "token": "nobody-s",
            "key": "desk",
            "kind": "slip",
            "report_name": "ii06a",
            "ending": "json",
            "closed_id": "1",
            "organization_id": "1",
            "procedure_id": _procedure_with_a_draft(),
            "process_id": _process_with_a_draft(),
            "step_key": "handle",
            "sector": "chung-thuc",
            "event": "co-con-nho",
            "paper": "other",
            "page": "child",
            "file_id": "1",
            "task_id": str(a_task(dossier.code)),
            "asking": "opinion",
            "digest": "0" * 64,
            "follow_up_id": "1",
            "survey_source": "short",
            "survey_occasion": "RETURN",
            "interlinked_id": str(a_group()),
            "group": "two",
            "partner_id": str(a_partner()),
            **feedback_places(),
        }
    )


def _process_with_a_draft() -> str:
    """A process that somebody is writing."""
    process_id = begin_process_draft(
        actor=SETUP,
        at=PLAIN_MORNING,
        procedure_version_id=int(_version_id()),
        definition=new_process("Quy trình"),
    )
    return str(process_id)


def _procedure_with_a_draft() -> str:
    """A procedure whose form somebody is writing."""
    version = version_row(int(_version_id()))
    assert version is not None
    definition = new_document("copy", "Bản sao")
    save_form_draft(
        actor=SETUP,
        at=PLAIN_MORNING,
        procedure_id=version.procedure_id,
        definition=definition,
        seen=0,
    )
    return str(version.procedure_id)


def _money(code: str) -> dict[str, str]:
    """A receipt of the dossier's fee and the till it lies in."""
    receipt_id = collect(code).id
    till_id = Receipt.objects.values_list("till", flat=True).get(pk=receipt_id)
    return {
        "receipt_id": str(receipt_id),
        "till_id": str(till_id),
        "refund_id": str(a_refund()),
        "settlement_id": str(a_settlement(PLAIN_MORNING)),
        "difference_id": str(a_difference(PLAIN_MORNING)),
        "payment_id": str(a_rest(PLAIN_MORNING)),
        "account_id": str(Account.objects.values_list("id", flat=True).order_by("id")[0]),
    }


def _officer_id() -> str:
    return str(Officer.objects.get(user__username="tiepnhan1").pk)


def _holding_id() -> int:
    return Holding.objects.values_list("id", flat=True).get(officer__user__username="thuly1")


def _version_id() -> str:
    client = Client(headers={"Authorization": f"Bearer {token_of('tiepnhan1')}"})
    return str(client.get(f"/api/v1/procedures/{CERTIFIED_COPY}").json()["version_id"])


def has(person: Somebody, permission: Permission) -> bool:
    return any(permission in PERMISSIONS_OF[role] for role in person.roles)


def denials() -> int:
    return AccessLog.objects.filter(outcome="DENIED").count()


def test_every_page_of_ours_names_its_right_or_is_known_to_be_open(pages: list[Address]) -> None:
    undeclared = [
        page.name
        for page in pages
        if not (
            (page.is_staff_page and isinstance(page.view_class.permission, Permission))
            or getattr(page.view_class, "signed_in_only", False)
            or page.is_citizens_page
            or page.view.__module__.startswith(OPEN)
        )
    ]
    assert undeclared == []


@pytest.mark.parametrize("person", ROLES, ids=lambda person: person.username)
def test_a_role_reads_the_pages_of_its_rights_and_no_other(
    pages: list[Address], browser: Callable[..., Client], person: Somebody
) -> None:
    client, staff = browser(person), [page for page in pages if page.is_staff_page]
    before = denials()
    got = {page.name: client.get(page.path).status_code for page in staff}
    expected = {page.name: _read(person, page) for page in staff}
    assert got == expected
    assert denials() - before == list(expected.values()).count(404)


def _right(page: Address) -> Permission:
    """The pages of an act ask for the right to the act: here to leave a note."""
    right: Permission = page.view_class.permission
    of_an_act = page.name in ("workspace:act", "workspace:work-act")
    return Permission.DOSSIER_NOTE if of_an_act else right


def _read(person: Somebody, page: Address) -> int:
    if page.name in NOT_THIS_ONE or not has(person, _right(page)):
        return 404
    if page.name in WHOLE_BOOK and Role.SUPERVISOR in person.roles:
        return 302  # back to the register, which is empty above the communes
    if page.name == "workspace:petition-act" and not has(person, Permission.FEEDBACK_ASK):
        return 302  # back to the entry, which says what may be done
    return 200 if hasattr(page.view_class, "get") else 405


@pytest.mark.parametrize("person", ROLES, ids=lambda person: person.username)
def test_a_role_sends_to_the_pages_of_its_rights_and_no_other(
    pages: list[Address], browser: Callable[..., Client], person: Somebody
) -> None:
    client, staff = browser(person), [page for page in pages if page.is_staff_page]
    got = {page.name: client.post(page.path, {"do": "look"}).status_code for page in staff}
    faulty = {
        name: status
        for (name, status), page in zip(got.items(), staff, strict=True)
        if status not in _sent(person, page)
    }
    assert faulty == {}


def _sent(person: Somebody, page: Address) -> set[int]:
    if page.name in NOT_THIS_ONE | SENT_IN_VAIN:
        return {404, 405}
    if not has(person, _right(page)):
        return {404}
    return DONE if hasattr(page.view_class, "post") else {405}


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_is_sent_to_sign_in_from_every_page_of_the_staff(
    pages: list[Address], browser: Callable[..., Client], method: str
) -> None:
    client = browser(STRANGER)
    staff = [page for page in pages if page.name.startswith("workspace:")]
    answers = {page.name: getattr(client, method)(page.path) for page in staff}
    targets = {name: answer.headers.get("Location", "")[:15] for name, answer in answers.items()}
    assert targets == dict.fromkeys(targets, "/account/login/")


@pytest.mark.parametrize("person", ROLES, ids=lambda person: person.username)
def test_ones_own_positions_are_for_whoever_is_signed_in(
    pages: list[Address], browser: Callable[..., Client], person: Somebody
) -> None:
    own = [page for page in pages if getattr(page.view_class, "signed_in_only", False)]
    assert [browser(person).get(page.path).status_code for page in own] == [200] * len(own)


@cache
def operations() -> dict[str, tuple[str, str]]:
    """operationId -> method and path, as the API describes itself."""
    paths = api.get_openapi_schema(path_prefix="/api/v1/")["paths"]
    return {
        one["operationId"]: (method, path)
        for path, methods in paths.items()
        for method, one in methods.items()
    }


def test_every_operation_of_the_api_has_its_right_here() -> None:
    assert set(operations()) == set(RIGHT_OF)


@pytest.fixture
def places(dossier: Held) -> dict[str, str]:
    """What the addresses of the API name."""
    process = put_in_force(usual(), CERTIFIED_COPY)
    return {
        "code": dossier.code,
        "process_id": str(process.process_id),
        "version_id": str(process.pk),
        **_money(dossier.code),
        "position": attach(dossier.code),
        "run_id": "1",
        "export_id": "1",
        "year": "2026",
        "kind": "slip",
        "name": "ii06a",
        "closed_id": "1",
        "task_id": str(a_task(dossier.code)),
        "petition_code": feedback_places()["petition_code"],
        "number": a_payment_number("lanhdao"),
    }


def _ask(client: Client, operation: str, places: dict[str, str]) -> Any:
    method, path = operations()[operation]
    filled = {**places, "code": CERTIFIED_COPY} if "procedures" in path else places
    address = path.format(**filled)
    body = {
        "procedure": CERTIFIED_COPY,
        "applicant": {"name": "Trần Thị Thử"},
        "all_papers": True,
    }
    asked = {"data": body, "content_type": "application/json"} if method == "post" else {}
    return getattr(client, method)(address, **asked)


@pytest.mark.parametrize("person", ROLES, ids=lambda person: person.username)
def test_a_token_opens_what_the_role_of_its_position_may_and_no_more(
    places: dict[str, str], person: Somebody
) -> None:
    client = Client(headers={"Authorization": f"Bearer {token_of(person.username)}"})
    before = denials()
    got = {name: _ask(client, name, places).status_code for name in RIGHT_OF}
    expected = {name: _answered(person, name, right) for name, right in RIGHT_OF.items()}
    assert got == expected
    assert denials() - before == list(expected.values()).count(404)


def _answered(person: Somebody, operation: str, right: Permission | None) -> int:
    allowed = right is None or has(person, right)
    if operation == "show_money":  # of a dossier: whoever may see it too
        allowed = allowed and has(person, Permission.DOSSIER_VIEW)
    told = {"get": 200, "post": 422}[operations()[operation][0]]
    return ANSWERED.get(operation, told) if allowed else 404


def test_without_a_token_the_api_answers_nobody(places: dict[str, str]) -> None:
    got = {name: _ask(Client(), name, places).status_code for name in RIGHT_OF}
    open_to_all = {"get": 200, "post": 422}
    assert got == {
        name: 401 if right else open_to_all[operations()[name][0]]
        for name, right in RIGHT_OF.items()
    }
