"""The fields of a reception page as a browser sends them, and what an answered page holds."""

from __future__ import annotations

import re
import uuid
from datetime import date
from html import unescape
from typing import Any

from motcua.procedures.queries.catalogue import version_in_force
from motcua.procedures.queries.details import procedure_detail

PAGE = "/desk/receive/"
TODAY = date(2026, 6, 10)
NHUNG = "Nguyễn Thị Hồng Nhung"
NHUNG_NUMBER = "001195012345"


def version_id_of(code: str) -> int:
    detail = version_in_force(code, TODAY)
    assert detail is not None
    return detail.version_id


def papers_asked(code: str) -> list[Any]:
    """The papers asked of everybody."""
    papers = procedure_detail(version_id_of(code)).default_variant.papers
    return [paper for paper in papers if not paper.is_optional]


def a_matter(code: str, *, ticked: bool = True) -> dict[str, str]:
    """A procedure with its papers ticked or not."""
    papers = papers_asked(code) if ticked else []
    ticks = {f"paper-{paper.id}-received": "1" for paper in papers}
    return {"procedure": str(version_id_of(code)), **ticks}


def a_page(
    code: str, *, do: str = "receive", ticked: bool = True, **changes: str
) -> dict[str, Any]:
    """A whole page; `owner__phone="…"` stands for `owner-phone`."""
    whole = {
        "request_key": str(uuid.uuid4()),
        "do": do,
        "owner-name": NHUNG,
        "owner-personal_id": NHUNG_NUMBER,
        **a_matter(code, ticked=ticked),
    }
    return whole | {name.replace("__", "-"): value for name, value in changes.items()}


def fields_of(page: str) -> dict[str, Any]:
    """Every field of the reception form as a browser would send it; `matter` is a list."""
    form = page.partition('id="reception"')[2].partition("</form>")[0]
    found: dict[str, Any] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        told = {name: unescape(value) for name, value in re.findall(r'([a-z-]+)="([^"]*)"', tag)}
        is_off = told.get("type") in {"checkbox", "radio"} and not re.search(r"\schecked", tag)
        if "name" in told and told.get("type") != "file" and not is_off:
            found.setdefault(told["name"], []).append(told.get("value", "on"))
    for name, value in re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)<', form):
        found.setdefault(name, []).append(unescape(value).removeprefix("\n"))
    for name, inner in re.findall(r'(?s)<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', form):
        chosen = re.findall(r'<option value="([^"]*)"[^>]*\sselected', inner)
        found.setdefault(name, []).append(chosen[0] if chosen else "")
    return {name: values if name == "matter" else values[-1] for name, values in found.items()}


def problems_told(page: str) -> dict[str, str]:
    """The summary of what to mend: id of the field -> sentence."""
    summary = page.partition("data-error-summary")[2].partition("</ul>")[0]
    links = re.findall(r'<li><a href="#([^"]+)">(.*?)</a></li>', summary)
    return {field: unescape(words) for field, words in links}
