"""Every page for everybody: in light and dark, wide and narrow, plain and large, without a fault that axe knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

import pytest
from playwright.sync_api import APIResponse, BrowserContext, Page, expect

from motcua.accounts.commands.sample_officers import SAMPLE_OFFICERS
from motcua.accounts.rules.roles import PERMISSIONS_OF, Permission
from motcua.books.models import Account
from motcua.eforms.commands.drafting import save_form_draft
from motcua.eforms.queries.drafts import form_draft
from motcua.eforms.queries.forms import form_in_force
from motcua.jobs.quality.addresses import Address, addresses
from motcua.kernel import clock
from motcua.payments.models import Receipt
from motcua.procedures.queries.catalogue import version_in_force
from motcua.procedures.queries.labels import procedure_called
from motcua.processes.commands.drafting import begin_process_draft
from motcua.processes.queries.identity import process_called
from motcua.processes.rules.editing import new_document as new_process
from motcua.reconciliation.models import Difference
from motcua.reports.commands.close_period import close_period
from motcua.reports.queries.closed import closed_of
from motcua.reports.vocabulary import ReportAsked, ReportName
from motcua.settlements.models import Settlement
from tests.journeys.site import ADMINISTRATOR, CITIZEN, Site
from tests.journeys.steps import COPIES, card, choose_procedure, read_card
from tests.support.certifying import enter
from tests.support.feedback import places_of_feedback
from tests.support.interlinked import a_group
from tests.support.many_hands import just_received, pages_with_rows
from tests.support.money import collect, owing
from tests.support.own_things import own_paths
from tests.support.partners import a_partner
from tests.support.paying import a_long_reading, a_payment_number, a_waiting_line
from tests.support.rating import a_bad_answer
from tests.support.refunding import a_refund
from tests.support.returns import parcels
from tests.support.settling import a_rest
from tests.support.tasks_asked import a_task
from tests.support.working_office import officer

Context = Callable[..., BrowserContext]
Violations = Callable[..., list[str]]
NOT_PAGES = {
    # Files, and answers for scripts.
    "workspace:suggest-agencies",
    "workspace:group-slip",
    "workspace:fetch-report",
    "workspace:fetch-books-pdf",
    "workspace:fetch-books-xlsx",
    "workspace:fetch-reconciliation-pdf",
    "workspace:fetch-reconciliation-xlsx",
    "workspace:fetch-settlement-pdf",
    "workspace:fetch-settlement-xlsx",
    "workspace:fetch-voucher",
    "workspace:fetch-satisfaction",
    "workspace:satisfaction-csv",
    "workspace:fetch-closed-report",
    "workspace:group-minutes",
    "workspace:print-paper",
    "workspace:print-declaration",
    "workspace:export-eform",
    "workspace:change-eform",
    "workspace:process-xlsx",
    "workspace:process-bpmn",
    "workspace:process-json",
    "workspace:change-process",
    "workspace:petition-file",
    "workspace:confirm-payment",
    "workspace:compare-money",
    "workspace:feedback-figures-xlsx",
    # Its declaration is on paper; see test_filling_in_forms.
    "workspace:declaration",
    # Of a dossier that came with a group, or is sent with one; see test_groups_of_procedures.
    "workspace:interlinked-submission",
    "workspace:accept-submission",
    "portal:start-group",
    "portal:blank-form",
    "ui:communes",
    "workspace:take-printed",
    "workspace:print-receipt",
    "workspace:print-posting",
    "workspace:print-hand-over-list",
    "workspace:fetch-export",
    "workspace:download-certifications",
    "workspace:print-certifications",
    "workspace:uploads",
    "workspace:upload",
    "workspace:retry-notices",
    "workspace:finish-upload",
    "workspace:changes",
    "changes:stamp",
    "workspace:paper-form-specimen",
    # Only for whoever asked for it.
    "workspace:work-run",
    "workspace:print-run",
    "workspace:long-run",
    "workspace:export",
    "workspace:procedure-compare",
    "workspace:suggest-procedures",
    "workspace:slip",
    "workspace:dossier-file",
    "portal:choose-office",
    "portal:leaflet",
    "portal:promises-csv",
    "portal:promises-json",
    "portal:promises-schema",
    "portal:found-so-far",
    "workspace:original",
    "portal:uploads",
    "portal:upload",
    "portal:finish-upload",
    "portal:save-page",
    "portal:draft-file",
    "portal:my-file",
    "portal:my-acknowledgement",
    "portal:my-declaration",
    "portal:my-paper",
    "portal:health",
    "hear-sms",
    "hear-zalo",
    "hear-payment",
    "exchange-messages",
    "exchange-files",
    "portal:robots",
    "ui:look",
    "api:openapi",
    "api:api-root",
    "api:None",
    "not-offered",
}
OF_THE_SIGNATORY = {"workspace:closed-report", "workspace:closed-behind", "workspace:follow-up"}
"""Of the whole agency: the first who may read reports sees those of his unit, the first who may follow up
only what was given to him."""
STRANGER = ""
ACTS = [
    ("truongphong", "assign"),
    ("thuly1", "forward"),
    ("thuly1", "request-supplement"),
    ("tiepnhan1", "amend"),
    ("tiepnhan1", "attach"),
    ("tiepnhan1", "withdraw"),
    ("lanhdao", "extend"),
    ("lanhdao", "apologize"),
]
"""Acts on a dossier that was just received, by whom they can be done."""
FURTHER = [
    (STRANGER, "/khong-co-trang-nay"),
    (STRANGER, "/account/login/"),
    (STRANGER, "/ho-so/?ma=H26.45-260610-9999"),
    (STRANGER, "/thu-tuc/?q=khai sinh"),
    (STRANGER, "/thu-tuc/?q=xyzzy"),
    (STRANGER, "/kiem-tra/?ma=H26.45-260610-9999"),
    (STRANGER, "/thu-tuc/2.000815"),
    (STRANGER, "/thu-tuc/2.000815?ban=x&trang=2&cach=truc-tiep"),
    (STRANGER, "/thu-tuc/1.001193"),
    (STRANGER, "/thu-tuc/2.000815/so-lieu/"),
    (STRANGER, "/thu-tuc/2.000815/phien-ban/"),
    (STRANGER, "/cam-ket/?q=khai sinh"),
    ("tiepnhan1", "/desk/?day=2026-06-07"),
    ("tiepnhan1", "/dossiers/?q=nguyen"),
    ("tiepnhan1", "/dossiers/?q=khong tim thay gi ca"),
    ("tiepnhan1", "/procedures/?q=khai sinh"),
    ("tiepnhan1", "/account/password/change/"),
    ("tiepnhan1", "/account/2fa/"),
    ("tiepnhan1", "/account/2fa/totp/activate/"),
    ("tiepnhan1", "/account/reauthenticate/"),
    ("tiepnhan1", "/account/logout/"),
    ("tiepnhan1", "/account/inactive/"),
    (ADMINISTRATOR, "/account/2fa/"),
    (ADMINISTRATOR, "/account/2fa/totp/deactivate/"),
    (ADMINISTRATOR, "/account/2fa/recovery-codes/generate/"),
    (ADMINISTRATOR, "/calendar/?year=2027"),
]


@dataclass(frozen=True)
class Look:
    """How somebody sees a page, by the marks on its root; `rules`: what axe asks then, None = everything."""

    theme: str = "light"
    text: str = "normal"
    rules: tuple[str, ...] | None = None


COLOURS = ("color-contrast", "link-in-text-block")
"""What a theme can spoil: the rest of a page is the same in all of them."""
LOOKS = {
    1440: (
        Look(),
        Look("dark", rules=COLOURS),
        Look("contrast", rules=COLOURS),
        Look(text="largest", rules=("target-size",)),
    ),
    390: (
        Look(),
        Look("dark", "large"),
        Look("contrast", rules=COLOURS),
        Look(text="largest", rules=("target-size",)),
    ),
    320: (Look(text="large", rules=()),),
}
"""For each width, in pixels: a page is opened once and put into one look after the other."""
PUT_ON = """look => Object.entries(look).forEach(
  ([name, value]) => document.documentElement.setAttribute(`data-${name}`, value))"""


def reader_of(right: Permission) -> str:
    """The first of the sample office who may see a page."""
    return next(
        one.username
        for one in SAMPLE_OFFICERS
        if any(right in PERMISSIONS_OF[role] for role in one.roles)
    )


def closed_yesterday(at: datetime) -> int:
    """A report of the days until yesterday, closed by the signatory."""
    signatory, yesterday = officer("lanhdao", at), clock.local_day(at) - timedelta(days=1)
    assert signatory.agency_id is not None
    asked = ReportAsked(
        name=ReportName.II06A,
        agency_id=signatory.agency_id,
        from_day=yesterday - timedelta(days=30),
        until_day=yesterday,
    )
    made = closed_of(signatory, asked) or close_period(actor=signatory, at=at, asked=asked)
    return made.id


def a_form_being_written(at: datetime) -> int:
    """The procedure of registering births, with a draft as its form stands."""
    keeper = officer(ADMINISTRATOR, at)
    procedure_id = procedure_called("NATIONAL", "1.001193", "")
    assert procedure_id is not None
    found = form_in_force(procedure_id, clock.local_day(at))
    if found is not None and form_draft(keeper, procedure_id) is None:
        save_form_draft(
            actor=keeper,
            at=at,
            procedure_id=procedure_id,
            definition=found.definition,
            seen=0,
        )
    return procedure_id


def a_process_being_written(at: datetime) -> int:
    """A process for all agencies, with a draft."""
    version = version_in_force("1.001193", clock.local_day(at))
    assert version is not None
    keeper = officer(ADMINISTRATOR, at)
    standing = process_called(version.version_id, None, None)
    if standing is not None:
        return standing
    return begin_process_draft(
        actor=keeper,
        at=at,
        procedure_version_id=version.version_id,
        definition=new_process("Quy trình"),
    )


@cache
def things_of_the_counter(code: str) -> dict[str, str]:
    """A receipt in its till, a certification, envelopes, a closed report: made once by the real commands."""
    at = clock.now()
    receipt_id = collect(owing(at=at), at=at).id
    till_id = Receipt.objects.values_list("till", flat=True).get(pk=receipt_id)
    return {
        "receipt_id": str(receipt_id),
        "gateway": "simulator",
        "line_id": str(a_waiting_line(owing(at=at), "lanhdao", at)),
        "number": a_payment_number("lanhdao", at),
        "reading_id": str(a_long_reading("lanhdao", at=at)),
        "till_id": str(till_id),
        "refund_id": str(a_refund(at)),
        # The sample office has both.
        "settlement_id": str(Settlement.objects.earliest("pk").pk),
        "difference_id": str(Difference.objects.earliest("pk").pk),
        "payment_id": str(a_rest(at)),
        "account_id": str(Account.objects.values_list("id", flat=True).order_by("id")[0]),
        "certification_id": str(enter(at=at).ids[0]),
        "posting_id": str(parcels(at=at)),
        "holding_id": str(officer("thuly1", at).holding_id),
        "closed_id": str(closed_yesterday(at)),
        "procedure_id": str(a_form_being_written(at)),
        "process_id": str(a_process_being_written(at)),
        "task_id": str(a_task(code, at=at)),
        "asking": "opinion",
        "interlinked_id": str(a_group(at)),
        "group": "two",
        "partner_id": str(a_partner(at)),
        "follow_up_id": str(a_bad_answer(at)),
        "survey_source": "short",
        "survey_occasion": "RETURN",
        **places_of_feedback(at),
        **dict.fromkeys(("run_id", "token", "list_id", "export_id", "organization_id"), "1"),
    }


def visits(code: str) -> list[tuple[str, str]]:
    """Who opens which page."""
    filled = {"code": code, "version_id": "1", "slug": "xa-gia-lam", "officer_id": "1", "rest": "x"}
    filled |= {"report_name": "ii06a", "ending": "json", "sector": "chung-thuc"}
    filled |= {"mark": "TN1-0000-0000-0000", "topic": "tra-cuu"}
    filled |= {"event": "co-con-nho", "paper": "other", "page": "child", "file_id": "1"}
    filled |= {"digest": "0" * 64}
    filled |= {"act": "note", "position": "0", "year": "2026", "key": "desk", "kind": "slip"}
    filled |= {"step_key": "handle"}
    filled |= things_of_the_counter(code)
    pages = [page for page in addresses(filled) if page.name not in NOT_PAGES]
    acts = [(username, f"/dossiers/{code}/acts/{act}/") for username, act in ACTS]
    own = [(CITIZEN, path) for path in own_paths_once()]
    every = [(_visitor(page), page.path) for page in pages]
    return every + acts + FURTHER + own + pages_with_rows_once()


@cache
def pages_with_rows_once() -> list[tuple[str, str]]:
    """Lists of work, of hand-overs, of a group: with something on them."""
    return pages_with_rows(clock.now())


@cache
def own_paths_once() -> tuple[str, ...]:
    """A draft half done, a dossier with a request and messages, an organization: of the citizen who looks."""
    return tuple(own_paths(clock.now()))


def _visitor(page: Address) -> str:
    if page.is_citizens_page:
        return CITIZEN
    if page.name in OF_THE_SIGNATORY:
        return "lanhdao"
    if page.is_staff_page:
        return reader_of(page.view_class.permission)
    return "tiepnhan1" if page.name.startswith("workspace:") else STRANGER


@pytest.fixture
def look_through(site: Site, new_context: Context) -> Callable[[int], Iterator[Page]]:
    """Opens one page after the other in a window so wide."""

    def opened(width: int) -> Iterator[Page]:
        size = {"width": width, "height": 900}
        people: dict[str, Page] = {}
        for who, path in visits(a_code()):
            if who not in people:
                context = new_context(base_url=site.url, viewport=size, reduced_motion="reduce")
                _let_in(site, context, who)
                people[who] = context.new_page()
            people[who].goto(path)
            yield people[who]
        page = people["tiepnhan1"]
        yield from _reception(page)

    return opened


def _let_in(site: Site, context: BrowserContext, who: str) -> None:
    if who:
        site.let_in(context, who)


@cache
def a_code() -> str:
    """A dossier that was just received."""
    return just_received(clock.now())


def _reception(page: Page) -> Iterator[Page]:
    """The page of the counter while it is being filled, and with everything wrong."""
    page.goto("/desk/receive/")
    read_card(page, card("Nguyễn Thị Hồng Nhung", "001195012345"))
    page.locator("#id_owner-name").wait_for()
    page.locator("#id_procedure").focus()
    choose_procedure(page, COPIES)
    page.get_by_text("Vì sao là ngày này?").click()
    yield page
    page.goto("/desk/receive/")
    page.locator("#id_owner-personal_id").fill("12")
    page.locator("#id_owner-birth_date").fill("31/02/1990")
    page.keyboard.press("Enter")
    page.locator("[data-error-summary]").wait_for()
    yield page


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    wide, window = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    return max(0, int(wide) - int(window))


@pytest.mark.parametrize("width", LOOKS)
def test_no_page_has_a_fault_that_axe_knows_or_is_too_wide(
    look_through: Callable[[int], Iterator[Page]], violations: Violations, width: int
) -> None:
    found = [
        f"{page.url} {look}: {fault}"
        for page in look_through(width)
        for look in LOOKS[width]
        for fault in _faults(page, look, violations)
    ]
    assert not found, "\n".join(found)


def _faults(page: Page, look: Look, violations: Violations) -> list[str]:
    page.evaluate(PUT_ON, {"theme": look.theme, "text": look.text})
    too_wide = overflow(page)
    return violations(page, look.rules) + [f"{too_wide} px too wide"] * bool(too_wide)


def test_who_wishes_for_a_look_gets_it_with_every_page(site: Site, new_context: Context) -> None:
    wishes = {"motcua-theme": "dark", "motcua-text": "large"}
    context = new_context(base_url=site.url)
    context.add_cookies(
        [{"name": name, "value": value, "url": site.url} for name, value in wishes.items()]
    )
    page = context.new_page()
    for path in ("/", "/tra-cuu/", "/account/login/"):
        page.goto(path)
        expect(page.locator("html[data-theme=dark][data-text=large]")).to_have_count(1)


def test_what_the_citizen_has_is_really_there(site: Site, new_context: Context) -> None:
    context = new_context(base_url=site.url)
    site.let_in(context, CITIZEN)
    answers = {path: context.request.get(path).status for path in own_paths_once()}
    assert {path: status for path, status in answers.items() if status != 200} == {}


def test_what_is_listed_for_officers_is_really_there(site: Site, new_context: Context) -> None:
    answers = opened_by_request(site, new_context, pages_with_rows_once())
    found = {visit: (one.status, 'class="empty"' in one.text()) for visit, one in answers.items()}
    assert found == dict.fromkeys(found, (200, False))


def test_every_page_of_officers_is_really_there(site: Site, new_context: Context) -> None:
    """Those of citizens name their own things: `own_paths`."""
    outside = {(who, path) for who, path in visits(a_code()) if who in (STRANGER, CITIZEN)}
    looked_at = [visit for visit in visits(a_code()) if visit not in {*FURTHER, *outside}]
    answers = opened_by_request(site, new_context, looked_at)
    missing = {visit: one.status for visit, one in answers.items() if one.status != 200}
    assert missing == {}


def opened_by_request(
    site: Site, new_context: Context, asked: list[tuple[str, str]]
) -> dict[tuple[str, str], APIResponse]:
    """The answers to everybody's pages, without looking at them."""
    people: dict[str, BrowserContext] = {}
    for who, _path in asked:
        if who not in people:
            people[who] = new_context(base_url=site.url)
            _let_in(site, people[who], who)
    return {(who, path): people[who].request.get(path) for who, path in asked}
