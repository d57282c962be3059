"""Somebody who has a keyboard and nothing else. At each stop of the Tab key it is looked at whether one
sees where one is: an outline, in the window, under nothing that covers it; and whether one gets on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Locator, Page

STOPS_MAX = 150
OPTIONS_MAX = 60
TRIES_MAX = 20
SETTLING_MILLISECONDS = 60
REDRAWN_MILLISECONDS = 700
STOP = """() => {
  const stop = document.activeElement;
  if (!stop || stop === document.body || stop === document.documentElement) return null;
  const marked = one => {
    const style = getComputedStyle(one), box = one.getBoundingClientRect();
    const drawn = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
      && style.outlineColor !== 'rgba(0, 0, 0, 0)' && Number(style.opacity) > 0;
    const x = box.left + Math.min(box.width / 2, 20), y = box.top + Math.min(box.height / 2, 20);
    const top = document.elementFromPoint(x, y);
    const bare = top && (one.contains(top) || top.contains(one));
    return drawn && box.width >= 12 && box.height >= 12 && bare;
  };
  const all = Array.from(document.querySelectorAll('*'));
  return {
    place: all.indexOf(stop), html: stop.outerHTML.slice(0, 160),
    kind: stop.tagName === 'INPUT' ? stop.type : stop.tagName.toLowerCase(),
    name: stop.getAttribute('name') || '', value: stop.value === undefined ? '' : String(stop.value),
    checked: Boolean(stop.checked), text: stop.innerText || '',
    seen: [stop, ...(stop.labels || [])].some(marked),
  };
}"""
TYPED = frozenset({"text", "tel", "email", "search", "textarea", "password", "number"})


@dataclass
class Hands:
    """On the keyboard of one page. `unseen`: stops where nobody would know where he is."""

    page: Page
    unseen: list[str] = field(default_factory=list)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, words: str) -> None:
        """In place of whatever stands there."""
        self.press("Control+A")
        self.page.keyboard.type(words)

    def stop(self) -> dict[str, Any] | None:
        """Where the focus is; None where it is on nothing."""
        found: dict[str, Any] | None = self.page.evaluate(STOP)
        return found

    def step(self, key: str = "Tab") -> dict[str, Any] | None:
        """On to the next stop, which must be another one and be seen."""
        before = self.stop()
        self.press(key)
        here = self.stop()
        for _again in range(TRIES_MAX):
            if here is None or here["seen"]:
                break
            self.page.wait_for_timeout(SETTLING_MILLISECONDS)
            here = self.stop()
        if here is not None and not here["seen"]:
            self.unseen.append(f"{self.page.url}: {here['html']}")
        stuck = before is not None and here is not None and before["place"] == here["place"]
        assert not stuck, f"{key} does not lead on from {here}"
        return here

    def go_round(self) -> int:
        """Through the whole page and back to where one was; how many stops it has."""
        first = self.step()
        for stops in range(1, STOPS_MAX):
            here = self.step()
            if here is not None and first is not None and here["place"] == first["place"]:
                return stops
        raise AssertionError(f"no way round {self.page.url}")

    def go_to(self, target: Locator) -> None:
        """By Tab; back by Shift+Tab and forth again leads to the same place."""
        for _stop in range(STOPS_MAX):
            self.step()
            if self._is_at(target):
                break
        assert self._is_at(target), f"not reached by Tab: {target}"
        self.step("Shift+Tab")
        assert not self._is_at(target)
        self.step()
        assert self._is_at(target)

    def follow(self, target: Locator) -> None:
        """Go there and press Enter; another page comes."""
        self.go_to(target)
        with self.page.expect_navigation():
            self.press("Enter")

    def _is_at(self, target: Locator) -> bool:
        return bool(target.evaluate("one => one === document.activeElement"))

    def answer(self, answers: Mapping[str, list[str]], button: Locator) -> None:
        """Stop by stop, what is asked is answered; then the button."""
        for _stop in range(STOPS_MAX):
            here = self.step()
            if self._is_at(button):
                break
            if here is not None and here["name"] in answers:
                self._give(here, answers[here["name"]])
        assert self._is_at(button)
        with self.page.expect_navigation():
            self.press("Enter")

    def _give(self, here: dict[str, Any], wanted: list[str]) -> None:
        kind = here["kind"]
        if kind in TYPED and here["value"] != wanted[0]:
            self.write(wanted[0])
        elif kind == "checkbox" and here["value"] in wanted and not here["checked"]:
            self.press("Space")
        elif kind == "radio":
            self._choose(wanted[0])
        elif kind in ("select", "select-one") and here["value"] != wanted[0]:
            self._go_down_to(wanted[0])

    def _choose(self, wanted: str) -> None:
        """With the arrows, as in every group of radio buttons; Space where none is chosen."""
        for _option in range(OPTIONS_MAX):
            here = self.stop()
            assert here is not None
            if here["value"] == wanted:
                break
            self.press("ArrowDown")
        if not here["checked"]:
            self.press("Space")
        self.page.wait_for_timeout(REDRAWN_MILLISECONDS)

    def _go_down_to(self, wanted: str) -> None:
        for key in ("ArrowDown", "ArrowUp"):
            for _option in range(OPTIONS_MAX):
                here = self.stop()
                assert here is not None
                if here["value"] == wanted:
                    self.page.wait_for_timeout(REDRAWN_MILLISECONDS)
                    return
                self.press(key)
        raise AssertionError(f"no such choice: {wanted}")
