"""The table of a draft as rows to type in, and a posted table read back into the draft."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext as _

from motcua.accounts.wording import ROLES
from motcua.kernel.actor import Role
from motcua.kernel.characters import plain_words
from motcua.procedures.queries.versions import sector_names
from motcua.processes.rules.amounts import is_too_long
from motcua.processes.rules.definition import Process
from motcua.processes.rules.findings import Finding
from motcua.processes.rules.shapes import StepLimit
from motcua.processes.vocabulary import (
    NAME_LENGTH_MAX,
    NUMBER_LENGTH_MAX,
    RECEIVING_NOTHING,
    TEXT_LENGTH_MAX,
    StepAct,
    WhoKind,
)
from motcua.processes.wording import ACTS, finding_words
from motcua.processes.wording_findings import FINDINGS
from motcua.worktime.vocabulary import Unit

Document = dict[str, Any]
WHOLE_UNIT: Final = "UNIT"
AGENCY_MARK: Final = "agency:"
_AMOUNT: Final = re.compile(r"[0-9]{1,6}([.,][0-9]{1,6})?", re.ASCII)
_NUMBER: Final = re.compile(r"-?[0-9]+([.,][0-9]+)?", re.ASCII)
TYPED_SHOWN_MAX: Final = 20
TIME_UNITS: Final = (
    Unit.WORKING_HOURS,
    Unit.HALF_DAYS,
    Unit.WORKING_DAYS,
    Unit.CALENDAR_DAYS,
    Unit.MONTHS,
    Unit.SAME_DAY,
)


def unit_names() -> dict[Unit, str]:
    return {
        Unit.WORKING_HOURS: _("giờ làm việc"),
        Unit.HALF_DAYS: _("buổi"),
        Unit.WORKING_DAYS: _("ngày làm việc"),
        Unit.CALENDAR_DAYS: _("ngày (cả ngày nghỉ)"),
        Unit.MONTHS: _("tháng"),
        Unit.SAME_DAY: _("trong ngày"),
        Unit.YEARS: _("năm"),
    }


def role_choices(chosen: str) -> list[dict[str, Any]]:
    words = {"": _("Chưa chọn"), WHOLE_UNIT: _("Cả phòng, đơn vị")}
    words |= {role.value: str(ROLES[role]) for role in Role if role not in RECEIVING_NOTHING}
    return [{"value": key, "label": said, "chosen": key == chosen} for key, said in words.items()]


def place_choices(
    units: Mapping[str, str], agencies: Mapping[str, str], chosen: str, names: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Units of the agency itself, then other agencies; what is chosen and neither stays to be seen, a
    sector with the unit that handles it now."""
    own, others = _("Trong cơ quan giải quyết"), _("Cơ quan khác")
    choices = [{"value": "", "label": _("Không nêu phòng"), "group": own}]
    choices += [{"value": key, "label": name, "group": own} for key, name in units.items()]
    choices += [
        {"value": AGENCY_MARK + key, "label": name, "group": others}
        for key, name in agencies.items()
    ]
    if chosen not in {one["value"] for one in choices}:
        slug = chosen.removeprefix(AGENCY_MARK)
        sector = sector_names().get(slug, "") if slug == chosen else ""
        label = names.get(slug, slug)
        if sector:
            told = {"sector": sector, "unit": label}
            label = _("Phòng lo lĩnh vực %(sector)s (nay: %(unit)s)") % told
        choices.append({"value": chosen, "label": label, "group": own})
    return [one | {"chosen": one["value"] == chosen} for one in choices]


def unit_choices(chosen: str) -> list[dict[str, Any]]:
    """Units of time; what is chosen and rare stays to be seen."""
    names = unit_names()
    units = [
        *TIME_UNITS,
        *(unit for unit in Unit if unit.value == chosen and unit not in TIME_UNITS),
    ]
    return [
        {"value": unit.value, "label": names[unit], "chosen": unit.value == chosen}
        for unit in units
    ]


def act_choices(chosen: str) -> list[dict[str, Any]]:
    words = {"": _("Bấm xong việc, không kèm thao tác")}
    words |= {act.value: str(said) for act, said in ACTS.items()}
    return [{"value": key, "label": said, "chosen": key == chosen} for key, said in words.items()]


def typed_of(step: Document) -> dict[str, str]:
    """What stands in the fields of a row, from the draft."""
    who, limit = step["who"], step.get("limit")
    agency = who.get("agency", "")
    return {
        "number": step.get("number", ""),
        "name": step.get("name", ""),
        "role": WHOLE_UNIT if who["kind"] == WhoKind.UNIT else who.get("role", "") or "",
        "place": AGENCY_MARK + agency if agency else who.get("unit", ""),
        "value": amount_shown(limit),
        "unit": limit["unit"] if limit else Unit.WORKING_HOURS.value,
        "act": step.get("act") or "",
        "form": step.get("form", ""),
        "gives_out": step.get("gives_out", ""),
    }


def amount_shown(limit: Document | None) -> str:
    """The number to type in: none where it is within the day."""
    if not limit or limit["unit"] == Unit.SAME_DAY:
        return ""
    return str(limit["value"]).replace(".", ",")


def posted_rows(document: Document, data: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """By step, what was typed; a row that was not on the page keeps what the draft says."""
    return {
        step["key"]: {
            name: data.get(f"{step['key']}-{name}", kept) for name, kept in typed_of(step).items()
        }
        for step in document["steps"]
    }


def read_rows(
    document: Document, typed: Mapping[str, Mapping[str, str]]
) -> tuple[Document, dict[str, str]]:
    """The draft with what was typed, and by step what cannot be read as a time."""
    changed, faults = copy.deepcopy(document), {}
    for step in changed["steps"]:
        row = typed[step["key"]]
        step["number"] = plain_words(row["number"])[:NUMBER_LENGTH_MAX]
        step["name"] = plain_words(row["name"])[:NAME_LENGTH_MAX]
        step["form"] = plain_words(row["form"])[:TEXT_LENGTH_MAX]
        step["gives_out"] = plain_words(row["gives_out"])[:TEXT_LENGTH_MAX]
        step["who"] = who_typed(step["who"], row["role"], row["place"])
        fault, step["limit"] = limit_typed(row["value"], row["unit"])
        if fault:
            faults[step["key"]] = fault
        if row["act"] != (step.get("act") or ""):
            step["act"] = act_typed(row["act"])
    return changed, faults


def act_typed(value: str) -> str | None:
    """The act that was chosen; None: finished without one, on purpose."""
    return value if value in {act.value for act in StepAct} else None


def who_typed(before: Document, role: str, place: str) -> Document:
    """Who was chosen. The words of the table it came from go once somebody is chosen."""
    agency = place.removeprefix(AGENCY_MARK) if place.startswith(AGENCY_MARK) else ""
    unit = "" if agency else place
    if agency and agency == before.get("agency"):
        unit = before.get("unit", "")
    known = role if role in {one.value for one in Role} else ""
    kind = WhoKind.UNIT if role == WHOLE_UNIT else WhoKind.AGENCY if agency else WhoKind.ROLE
    who: Document = {"kind": kind.value, "unit": unit, "agency": agency}
    if known:
        who["role"] = known
    if before.get("is_lead"):
        who["is_lead"] = True
    if before.get("words") and not (known or unit or agency):
        who["words"] = before["words"]
    return {key: value for key, value in who.items() if value != ""}


def limit_typed(value: str, unit: str) -> tuple[str, Document | None]:
    """Why it cannot be read ("" if it can), and the limit; nothing typed is no limit yet."""
    text = plain_words(value)
    known = unit if unit in {one.value for one in Unit} else Unit.WORKING_HOURS.value
    if known == Unit.SAME_DAY:
        return "", {"unit": known, "value": "0"}
    if not text:
        return "", None
    if not _AMOUNT.fullmatch(text):
        return _why_not(text), None
    value = text.replace(",", ".")
    if is_too_long(StepLimit(Unit(known), Decimal(value))):
        told = {"typed": text[:TYPED_SHOWN_MAX]}
        return _("%(typed)s là quá dài: nhiều nhất 10 năm (2500 ngày làm việc).") % told, None
    return "", {"unit": known, "value": value}


def _why_not(text: str) -> str:
    """What is wrong with an amount that is not taken."""
    shown = {"typed": text[:TYPED_SHOWN_MAX]}
    if not _NUMBER.fullmatch(text):
        return _("“%(typed)s” không phải là số. Ghi số, ví dụ 2 hoặc 0,5.") % shown
    if text.startswith("-"):
        return _("Thời gian không được nhỏ hơn 0 (đã ghi %(typed)s).") % shown
    return _("Số quá lớn hoặc quá nhiều số lẻ: nhiều nhất 10 năm và sáu số sau dấu phẩy.")


def by_step(found: tuple[Finding, ...], process: Process) -> dict[str, list[dict[str, Any]]]:
    """What was found, beside its row; "" for the whole."""
    told: dict[str, list[dict[str, Any]]] = {}
    for one in found:
        assert one.code in FINDINGS
        shown = {"text": finding_words(one, process), "is_warning": one.is_warning}
        told.setdefault(one.step, []).append(shown)
    return told
