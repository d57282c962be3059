"""A real browser: Debian's Chromium, driven by Playwright, looking at a server of this test."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import DEFAULT_OPTIONS, Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    ViewportSize,
    expect,
    sync_playwright,
)

from motcua.jobs.quality.browser import chromium
from tests.journeys.site import Site, open_site
from tests.support.photographs import as_jpeg, photographed, printed_page

# Playwright keeps an event loop in this thread; Django would refuse its database for that.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WAIT_MILLISECONDS_MAX = 20_000
"""Long: what is to be seen must come, how fast is the bench's business."""
OPEN_MILLISECONDS_MAX = 60_000
"""A first page compiles what it is made of, on a machine that does other things besides."""
SMALL_SCREEN: ViewportSize = {"width": 360, "height": 740}
expect.set_options(timeout=WAIT_MILLISECONDS_MAX)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys last: they commit what they do."""
    items.sort(key=lambda item: "journeys" in item.path.parts)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = chromium()
    assert found is not None, "no Chromium: ./motcua test installs it or says what to type"
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=str(found), args=SWITCHES)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[Site]:
    """The sample office behind a live server, once for all stories."""
    with open_site(django_db_blocker) as opened:
        yield opened


@pytest.fixture
def db(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The database as the server sees it: no transaction around the story, what is written stays."""
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def site(db: None, office: Site) -> Iterator[Site]:
    """The office during one story; what time the story let pass is given back."""
    ahead = office.clock.ahead
    yield office
    office.clock.ahead = ahead


@pytest.fixture
def new_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Opens a fresh person's browser; options are Playwright's (`java_script_enabled=False` …)."""
    opened: list[BrowserContext] = []

    def open_context(**options: object) -> BrowserContext:
        plain = {
            "locale": "vi-VN",
            "timezone_id": "Asia/Ho_Chi_Minh",
            "viewport": {"width": 1280, "height": 900},
        }
        context = browser.new_context(**(plain | options))  # type: ignore[arg-type]
        context.set_default_timeout(WAIT_MILLISECONDS_MAX)
        context.set_default_navigation_timeout(OPEN_MILLISECONDS_MAX)
        opened.append(context)
        return context

    yield open_context
    for context in opened:
        context.close()


@pytest.fixture
def at_desk(site: Site, new_context: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """Opens a page of the staff site for somebody of the sample office, already signed in."""

    def open_page(username: str, path: str = "/desk/", **options: object) -> Page:
        context = new_context(base_url=site.url, **options)
        site.let_in(context, username)
        opened = context.new_page()
        opened.on("pageerror", _fail_on_script_fault)
        opened.goto(path)
        return opened

    return open_page


@pytest.fixture
def page(new_context: Callable[..., BrowserContext]) -> Page:
    """A page with scripts. A fault in a script fails the test."""
    opened = new_context().new_page()
    opened.on("pageerror", _fail_on_script_fault)
    return opened


@pytest.fixture
def page_without_script(new_context: Callable[..., BrowserContext]) -> Page:
    """A page for somebody whose browser runs no script."""
    return new_context(java_script_enabled=False).new_page()


@pytest.fixture
def photograph() -> bytes:
    """A paper, as somebody photographs it."""
    return as_jpeg(photographed(printed_page(), size=(900, 1200)))


@pytest.fixture
def violations(new_context: Callable[..., BrowserContext]) -> Callable[..., list[str]]:
    """What axe finds wrong with a page, by all its rules or by some: rule and the place of each violation.
    It runs as a script: a page of a browser without any is looked at as it stands in another one, its own
    scripts taken out."""
    axe = Axe()
    another = cache(new_context)

    def look(page: Page, rules: tuple[str, ...] | None = None) -> list[str]:
        if rules == ():
            return []
        page.wait_for_load_state()
        runs_scripts = page.evaluate("document.documentElement.matches(':not(.no-script)')")
        looked_at = page if runs_scripts else _twin_of(page, another())
        options = DEFAULT_OPTIONS | ({} if rules is None else {"runOnly": list(rules)})
        found = axe.run(looked_at, options=options).response["violations"]
        return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]

    return look


SCRIPT = re.compile(r"<script\b.*?</script>|</?noscript>", re.DOTALL)


def _twin_of(page: Page, context: BrowserContext) -> Page:
    """The same page at the same address, as large, without its scripts."""
    html = SCRIPT.sub("", page.content())
    twin = context.new_page()
    twin.set_viewport_size(page.viewport_size or SMALL_SCREEN)
    twin.route(page.url, lambda route: route.fulfill(body=html, content_type="text/html"))
    twin.goto(page.url)
    return twin


def _fail_on_script_fault(fault: object) -> None:
    pytest.fail(f"a script failed: {fault}")
