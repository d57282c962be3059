"""Services of OpenCPS as a catalogue document of ours, to be imported by the one door there is.

What OpenCPS keeps as prose stays prose for a person to read: no fee and no paper is made up of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from motcua.jobs.moving.opencps.content import Export, Found, Paper, Process, Service
from motcua.jobs.moving.opencps.texts import (
    NATIONAL_CODE,
    amounts_in,
    documents_named,
    has_html,
    plain_lines,
)

UNITS: Final = {"0": "working_days", "1": "hours"}
UNIT_WORDS: Final = {"0": "ngày", "1": "giờ"}
ONLINE_FROM: Final = 3
LEVELS: Final = frozenset({"2", "3", "4"})
LINE_LENGTH_MAX: Final = 400
TO_CHECK: Final = "đồng, cần kiểm tra:"
"""Written where a currency stands, so that the amount is kept as words and never charged."""
WITHOUT_PLACE: Final = ("processText", "methodText", "conditionText")
FREE: Final = frozenset(
    {"không", "khong", "0", "miễn phí", "không có", "không thu", "không quy định"}
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Whose office this is: `place` names the province of codes that are not national ones.

    `changes_from`: the first day of what changes; None leaves it to the import (tomorrow).
    """

    changes_from: date | None = None
    place: str = ""
    level: str = ""


def catalogue_document(export: Export, at: Place) -> dict[str, Any]:
    """A document as `procedures.importing.reading` takes it; findings are told to the export."""
    twice = Counter(_code(service)[0] for service in export.services)
    for code, count in twice.items():
        if count > 1:
            export.tell(Found.CODE_TWICE, code, count)
    records = [record for service in export.services for record in _records(export, service, at)]
    begins = {"valid_from": at.changes_from.isoformat()} if at.changes_from else {}
    return {"meta": {"title": "OpenCPS", **begins}, "procedures": records}


def _code(service: Service) -> tuple[str, bool]:
    """The code, and whether it is a national one, whose endings for places are cut off."""
    national = NATIONAL_CODE.fullmatch(service.code.strip())
    return (national.group(1), True) if national else (service.code.strip(), False)


def _records(export: Export, service: Service, at: Place) -> Iterator[dict[str, Any]]:
    code, is_national = _code(service)
    if not is_national:
        export.tell(Found.LOCAL_CODE, code or service.source, at.place)
        if not at.place:
            return
    told_in_html = [name for name, text in service.texts.items() if has_html(text)]
    if told_in_html:
        export.tell(Found.HTML_TAKEN_OFF, code, ", ".join(told_in_html))
    for name in WITHOUT_PLACE:
        if service.texts[name]:
            export.tell(Found.TEXT_WITHOUT_PLACE, code, name)
    limit, papers, fees = (
        _limit(export, service, code),
        _papers(export, service, code),
        _fees(export, service, code),
    )
    missing = [part for part, is_so in (("fees", fees), ("papers", not papers)) if is_so]
    yield {
        "id": f"opencps:{service.code.strip()}",
        "code": code,
        "code_scope": "national" if is_national else "local",
        "place": None if is_national else at.place,
        "name": _line(service, "serviceName"),
        "tier": "two-tier",
        "level": [at.level] if at.level else [],
        "field": _line(service, "domainName"),
        "field_group": _line(service, "domainName") or service.texts["domainCode"],
        "implementing_body": "; ".join(dict.fromkeys(c.agency_name for c in service.configs)),
        "competent_body": _line(service, "administrationName"),
        "channels": _channels(service),
        "online_level": _online_level(service),
        "subjects": _lines(service, "applicantText"),
        "result": [{"name": line} for line in _lines(service, "resultText")],
        "legal_basis": documents_named(service.texts["regularText"]),
        "time_limit": limit,
        "papers": papers,
        "fees": fees,
        "missing": missing,
        "source": {"kind": f"OpenCPS: {service.source}"},
    }


def _line(service: Service, name: str) -> str:
    return " ".join(plain_lines(service.texts[name]))


def _lines(service: Service, name: str) -> list[str]:
    return [line[:LINE_LENGTH_MAX] for line in plain_lines(service.texts[name])]


def _levels(service: Service) -> list[str]:
    return [
        level for level in (service.texts["maxLevel"], *(c.level for c in service.configs)) if level
    ]


def _channels(service: Service) -> list[str]:
    online = any(level.isdigit() and int(level) >= ONLINE_FROM for level in _levels(service))
    post = any(config.post for config in service.configs)
    return ["direct", *(["online"] if online else []), *(["post"] if post else [])]


def _online_level(service: Service) -> str:
    known = [level for level in _levels(service) if level in LEVELS]
    return max(known, default="")


def processes_of(export: Export, service: Service) -> list[Process]:
    """The processes that carry a service out, each once, in the order of its options."""
    named = dict.fromkeys(option.process for config in service.configs for option in config.options)
    return [export.processes[name] for name in named if name in export.processes]


def _limit(export: Export, service: Service, code: str) -> dict[str, Any]:
    """Counted only where all processes promise the same, in a unit that is known."""
    text = _line(service, "durationText")
    processes = processes_of(export, service)
    if not processes:
        export.tell(Found.PROCESS_MISSING, code)
    counted = {(one.duration, one.unit) for one in processes if one.duration}
    strange = sorted({unit for _duration, unit in counted if unit not in UNITS})
    if strange:
        export.tell(Found.UNIT_UNKNOWN, code, ", ".join(unit or "∅" for unit in strange))
    elif len(counted) > 1:
        told = "; ".join(
            f"{one.number}: {one.duration} {UNIT_WORDS[one.unit]}" for one in processes
        )
        export.tell(Found.LIMITS_DIFFER, code, told)
    elif not counted and processes:
        export.tell(Found.LIMIT_MISSING, code, text)
    if strange or len(counted) != 1:
        return {"value": None, "unit": None, "text": text}
    ((duration, unit),) = counted
    assert duration is not None
    value = int(duration) if duration == int(duration) else float(duration)
    return {"value": value, "unit": UNITS[unit], "text": text}


def _papers(export: Export, service: Service, code: str) -> list[dict[str, Any]]:
    templates = dict.fromkeys(o.template for config in service.configs for o in config.options)
    papers = dict.fromkeys(p for name in templates for p in export.templates.get(name, ()))
    if papers:
        return [_paper(paper) for paper in papers]
    if service.texts["dossierText"]:
        export.tell(Found.PAPERS_AS_TEXT, code)
    return []


def _paper(paper: Paper) -> dict[str, Any]:
    name = " ".join(plain_lines(paper.name))
    return {
        "name": name,
        "originals": None,
        "copies": None,
        "is_optional": not paper.required,
        "form": paper.form or None,
    }


def _fees(export: Export, service: Service, code: str) -> list[dict[str, Any]]:
    """Each line that names an amount, to be read by a person; none is charged."""
    lines = plain_lines(service.texts["feeText"])
    if not lines or " ".join(lines).strip(" .").lower() in FREE:
        return []
    export.tell(Found.FEE_TO_CHECK, code, " / ".join(lines)[:LINE_LENGTH_MAX])
    return [
        {"amount": amount, "currency": TO_CHECK, "for": line[:LINE_LENGTH_MAX]}
        for line in lines
        for amount in amounts_in(line)[:1]
    ]
