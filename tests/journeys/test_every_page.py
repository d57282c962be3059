"""Every page for everybody: in light and dark, wide and narrow, plain and large, without a fault that axe knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

import pytest
from playwright.sync_api import BrowserContext, Page

from motcua.accounts.commands.sample_officers import SAMPLE_OFFICERS
from motcua.accounts.rules.roles import PERMISSIONS_OF, Permission
from motcua.eforms.commands.drafting import save_form_draft
from motcua.eforms.queries.drafts import form_draft
from motcua.eforms.queries.forms import form_in_force
from motcua.jobs.quality.addresses import Address, addresses
from motcua.kernel import clock
from motcua.payments.models import Receipt
from motcua.procedures.queries.labels import procedure_called
from motcua.reports.commands.close_period import close_period
from motcua.reports.queries.closed import closed_of
from motcua.reports.vocabulary import ReportAsked, ReportName
from tests.journeys.site import ADMINISTRATOR, CITIZEN, Site
from tests.journeys.steps import COPIES, card, choose_procedure, read_card
from tests.support.certifying import enter
from tests.support.money import collect, owing
from tests.support.own_things import own_paths
from tests.support.returns import parcels
from tests.support.working_office import officer

Context = Callable[..., BrowserContext]
Violations = Callable[[Page], list[str]]
NOT_PAGES = {
    # Files, and answers for scripts.
    "workspace:suggest-agencies",
    "workspace:group-slip",
    "workspace:fetch-report",
    "workspace:fetch-closed-report",
    "workspace:group-minutes",
    "workspace:print-paper",
    "workspace:print-declaration",
    "workspace:export-eform",
    "workspace:change-eform",
    # Its declaration is on paper; see test_filling_in_forms.
    "workspace:declaration",
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
    "portal:found-so-far",
    "workspace:original",
    "portal:uploads",
    "portal:upload",
    "portal:finish-upload",
    "portal:save-page",
    "portal:draft-file",
    "portal:my-file",
    "portal:my-declaration",
    "portal:my-paper",
    "portal:health",
    "hear-sms",
    "hear-zalo",
    "portal:robots",
    "ui:look",
    "api:openapi",
    "api:api-root",
    "api:None",
    "not-offered",
}
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
    """How somebody sees the pages."""

    width: int
    theme: str = "light"
    text: str = "normal"

    def __str__(self) -> str:
        return f"{self.width}-{self.theme}-{self.text}"


LOOKS = [
    Look(1440),
    Look(1440, "dark"),
    Look(390),
    Look(390, "dark", "large"),
    Look(1440, text="large"),
]


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


@cache
def things_of_the_counter(code: str) -> dict[str, str]:
    """A receipt in its till, a certification, envelopes, a closed report: made once by the real commands."""
    at = clock.now()
    receipt_id = collect(owing(at=at), at=at).id
    till_id = Receipt.objects.values_list("till", flat=True).get(pk=receipt_id)
    return {
        "receipt_id": str(receipt_id),
        "till_id": str(till_id),
        "certification_id": str(enter(at=at).ids[0]),
        "posting_id": str(parcels(at=at)),
        "holding_id": str(officer("thuly1", at).holding_id),
        "closed_id": str(closed_yesterday(at)),
        "procedure_id": str(a_form_being_written(at)),
        **dict.fromkeys(("run_id", "token", "list_id", "export_id", "organization_id"), "1"),
    }


def visits(code: str) -> list[tuple[str, str]]:
    """Who opens which page."""
    filled = {"code": code, "version_id": "1", "slug": "xa-gia-lam", "officer_id": "1", "rest": "x"}
    filled |= {"report_name": "ii06a", "ending": "json", "sector": "chung-thuc"}
    filled |= {"mark": "TN1-0000-0000-0000", "topic": "tra-cuu"}
    filled |= {"event": "co-con-nho", "paper": "other", "page": "child", "file_id": "1"}
    filled |= {"act": "note", "position": "0", "year": "2026", "key": "desk", "kind": "slip"}
    filled |= things_of_the_counter(code)
    pages = [page for page in addresses(filled) if page.name not in NOT_PAGES]
    acts = [(username, f"/dossiers/{code}/acts/{act}/") for username, act in ACTS]
    own = [(CITIZEN, path) for path in own_paths_once()]
    return [(_visitor(page), page.path) for page in pages] + acts + FURTHER + own


@cache
def own_paths_once() -> tuple[str, ...]:
    """A draft half done, a dossier with a request and messages, an organization: of the citizen who looks."""
    return tuple(own_paths(clock.now()))


def _visitor(page: Address) -> str:
    if page.is_citizens_page:
        return CITIZEN
    if page.is_staff_page:
        return reader_of(page.view_class.permission)
    return "tiepnhan1" if page.name.startswith("workspace:") else STRANGER


@pytest.fixture
def look_through(site: Site, new_context: Context) -> Callable[[Look], Iterator[Page]]:
    """Opens one page after the other as somebody with this look sees them."""

    def opened(look: Look) -> Iterator[Page]:
        size = {"width": look.width, "height": 900}
        wishes = {"motcua-theme": look.theme, "motcua-text": look.text}
        cookies = [
            {"name": name, "value": value, "url": site.url} for name, value in wishes.items()
        ]
        people: dict[str, Page] = {}
        code = _a_code(site, new_context)
        for who, path in visits(code):
            if who not in people:
                context = new_context(base_url=site.url, viewport=size, reduced_motion="reduce")
                context.add_cookies(cookies)  # type: ignore[arg-type]
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


def _a_code(site: Site, new_context: Context) -> str:
    context = new_context(base_url=site.url)
    site.let_in(context, "tiepnhan1")
    page = context.new_page()
    page.goto("/dossiers/")
    return page.locator("main tbody tr a").first.inner_text()


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


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_no_page_has_a_fault_that_axe_knows(
    look_through: Callable[[Look], Iterator[Page]], violations: Violations, look: Look
) -> None:
    faults = {page.url: violations(page) + _sideways(page) for page in look_through(look)}
    assert {url: found for url, found in faults.items() if found} == {}


def _sideways(page: Page) -> list[str]:
    return [f"{overflow(page)} px too wide"] * bool(overflow(page))


def test_every_page_fits_the_smallest_telephone(
    look_through: Callable[[Look], Iterator[Page]],
) -> None:
    faults = {page.url: overflow(page) for page in look_through(Look(320, text="large"))}
    assert {url: pixels for url, pixels in faults.items() if pixels} == {}


def test_what_the_citizen_has_is_really_there(site: Site, new_context: Context) -> None:
    context = new_context(base_url=site.url)
    site.let_in(context, CITIZEN)
    answers = {path: context.request.get(path).status for path in own_paths_once()}
    assert {path: status for path, status in answers.items() if status != 200} == {}
