"""A desk of the office: receives, looks up, acts, by the pages."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from random import Random

from motcua.jobs.load.browser import FOUND, Browser
from motcua.jobs.load.form_reading import form_of
from motcua.jobs.load.morning import Morning, OpenPage, quoted
from motcua.kernel.actor import Role

ACTS = {
    Role.HANDLING: ("start", "propose"),
    Role.UNIT_HEAD: ("assign", "note"),
    Role.SIGNATORY: ("decide", "note"),
    Role.REGISTRY_CLERK: ("issue-result", "note"),
    Role.RECEPTION: ("return-result", "note"),
}
TYPED = {
    "note": {"text": "Người nộp gọi điện hỏi, đã trả lời"},
    "propose": {"decision": "GRANTED", "opinion": "Đủ điều kiện"},
    "decide": {"decision": "GRANTED"},
    "issue-result": {"document_number": "12/GCN-UBND", "signed_by": "Đặng Thị Bích Vân"},
}
OK = 200


class Officer:
    """A desk: receives, looks up, acts, as its role asks."""

    def __init__(
        self, morning: Morning, role: Role, cookies: dict[str, str], customers: Callable[[Random], dict[str, str]], random: Random
    ) -> None:  # fmt: skip
        self._morning, self._role, self._customers, self._random = morning, role, customers, random
        self._browser = Browser(morning.place, morning.log, morning.over)
        self._browser.cookies |= cookies
        self._page = OpenPage(morning, random)

    def step(self) -> None:
        if self._role is Role.RECEPTION:
            self._customer()
        else:
            self._work()

    def _customer(self) -> None:
        """Four minutes at the counter: somebody comes, is received, is told the date."""
        self._page.show(self._open("desk", "/desk/"))
        self._page.watch(90)
        form = self._open("form of reception", "/desk/receive/")
        self._morning.think(self._random, 90)
        code = self._receive(form)
        if code:
            self._morning.know(code)
            self._open("dossier", f"/dossiers/{code}/")
            if self._random.random() < 0.5:
                self._browser.get("slip", f"/dossiers/{code}/slip.pdf")
        self._morning.think(self._random, 30)
        if self._random.random() < 0.5:
            self._look_up()

    def _receive(self, form: str) -> str:
        """The code; "" when the morning ended before it was sent or it was refused."""
        if self._morning.over.is_set():
            return ""
        key = str(uuid.uuid4())
        typed = {**self._customers(self._random), "request_key": key, "do": "receive"}
        body = form_of(form, "reception", typed)
        self._morning.log.about_to_send(key)
        answer = self._browser.send("receive by the page", "/desk/receive/", body)
        code = _code_in(answer.headers.get("location", ""))
        if answer.status == FOUND and code:
            self._morning.log.acknowledge(key, code)
        else:
            told = re.findall(r'<li><a href="#[^"]+">(.*?)</a></li>', answer.text)
            self._morning.log.went_wrong(f"receive by the page: {answer.status} {told[:3]}")
        return code

    def _look_up(self) -> None:
        name = self._random.choice(self._morning.names)
        asked = name if self._random.random() < 0.7 else self._random.choice(self._morning.codes)
        page = self._open("search", f"/dossiers/?q={quoted(asked)}")
        found = _codes(page)
        self._morning.think(self._random, 20)
        if found:
            self._act_on(self._random.choice(found))

    def _work(self) -> None:
        """Looks at what lies here, takes one up, does what is to be done."""
        page = self._open("work", "/work/" if self._role is Role.HANDLING else "/dossiers/")
        self._page.show(page)
        self._page.watch(120)
        found = _codes(page)
        if found:
            self._act_on(self._random.choice(found[:20]))
        self._morning.think(self._random, 60)

    def _act_on(self, code: str) -> None:
        page = self._open("dossier", f"/dossiers/{code}/")
        self._page.show(page)
        self._morning.think(self._random, 40)
        offered = [slug for slug in ACTS[self._role] if f"/dossiers/{code}/acts/{slug}/" in page]
        if offered and not self._morning.over.is_set():
            self._act(code, offered[0])

    def _act(self, code: str, slug: str) -> None:
        path = f"/dossiers/{code}/acts/{slug}/"
        form = self._browser.get("form of an act", path)
        if form.status != OK:
            self._morning.log.refused("act", f"{slug} {code}: {form.status}")
            return
        self._morning.think(self._random, 30)
        body = form_of(form.text, "act-form", {"do": "apply", **TYPED.get(slug, {})})
        answer = self._browser.send("act", path, body)
        if answer.status != FOUND:
            # Somebody else was first, or a rule says no.
            self._morning.log.refused("act", f"{slug} {code}: {answer.status}")

    def _open(self, kind: str, path: str) -> str:
        answer = self._browser.get(kind, path)
        if answer.status != OK:
            where = answer.headers.get("location", "")
            self._morning.log.went_wrong(f"{kind}: {answer.status} {path} {where}")
        return answer.text


def _code_in(location: str) -> str:
    found = re.search(r"/dossiers/([^/]+)/", location)
    return found[1] if found else ""


def _codes(page: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r'href="/dossiers/([A-Z0-9.\-]+)/"', page)))
