"""The largest letters on the narrowest phone: nothing sticks out sideways, and the head is one bar that opens."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.site import Site

NARROW = {"width": 360, "height": 740}
HEAD_MAX = 120
"""Of 740 px: the page begins in the first sixth of the screen."""


@pytest.fixture
def phone(page: Page, site: Site) -> Page:
    page.set_viewport_size(NARROW)
    page.context.add_cookies([{"name": "motcua-text", "value": "largest", "url": site.url}])
    return page


@pytest.mark.parametrize("path", ["/", "/thu-tuc/1.001612", "/thu-tuc/1.001193", "/co-quan/"])
def test_nothing_sticks_out_sideways(phone: Page, site: Site, path: str) -> None:
    phone.goto(f"{site.url}{path}")
    assert phone.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    assert phone.locator(".top").evaluate("head => head.offsetHeight") <= HEAD_MAX


def test_the_bar_opens_to_all_that_the_head_holds(phone: Page, site: Site) -> None:
    phone.goto(f"{site.url}/")
    expect(phone.get_by_role("link", name="Tra cứu hồ sơ").first).to_be_hidden()
    phone.get_by_text("Mục lục").click()
    panel = phone.locator(".head-fold .menu-panel")
    box = panel.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= NARROW["width"]
    expect(panel.get_by_role("button", name="Tương phản")).to_be_visible()
    panel.get_by_role("link", name="Tra cứu hồ sơ").click()
    expect(phone.locator("h1")).to_contain_text("Tra cứu hồ sơ")
