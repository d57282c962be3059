"""A real browser: Debian's Chromium, driven by Playwright, looking at a server of this test."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from motcua.jobs.quality.browser import chromium
from tests.journeys.site import Site, open_site

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
WAIT_MILLISECONDS_MAX = 10_000


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
def violations() -> Callable[[Page], list[str]]:
    """What axe finds wrong with a page: rule and the place of each violation."""
    axe = Axe()

    def look(page: Page) -> list[str]:
        found = axe.run(page).response["violations"]
        return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]

    return look


def _fail_on_script_fault(fault: object) -> None:
    pytest.fail(f"a script failed: {fault}")
