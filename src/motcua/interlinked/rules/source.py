"""A group as public sources describe it (name, sub-procedures, steps in order), read into a definition.

Sources leave much open; whatever had to be guessed, or could not be, is a finding. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from motcua.interlinked.vocabulary import Branch
from motcua.kernel.folding import fold
from motcua.worktime.vocabulary import Unit

WORDS_OF = (
    (Branch.POLICE, ("cong an",)),
    (Branch.INSURANCE, ("bhxh", "bao hiem")),
    (Branch.TAX, ("thue",)),
    (Branch.MILITARY, ("quan su", "quoc phong")),
    (
        Branch.RECEIVING,
        ("ubnd cap xa", "ubnd phuong", "ubnd xa", "co quan dang ky kinh doanh cap xa"),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What does not add up: a code (`wording.FINDINGS`), where, and the values of its sentence.

    `is_fatal`: the group cannot be used like this.
    """

    code: str
    place: str = ""
    params: Mapping[str, Any] = field(default_factory=dict)
    is_fatal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTime:
    """A timed step: of which member (its key, "" if the source does not say), at which place in order."""

    order: int
    key: str
    unit: str
    value: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceGroup:
    """A record read: the definition as far as it goes, its times, what was found."""

    code: str
    name: str
    definition: dict[str, Any]
    total: Mapping[str, Any]
    times: tuple[StepTime, ...]
    findings: tuple[Finding, ...]


def branch_of(agency_name: str) -> Branch:
    words = fold(agency_name)
    return next(
        (branch for branch, marks in WORDS_OF if any(mark in words for mark in marks)),
        Branch.OTHER,
    )


def read_source(record: Mapping[str, Any], codes_by_name: Mapping[str, str]) -> SourceGroup:
    """`codes_by_name`: codes of the catalogue by folded name, for members that have none."""
    findings: list[Finding] = []
    if record.get("tier") == "three-tier":
        findings.append(Finding(code="of-three-levels", is_fatal=True))
    members = list(_members(record, codes_by_name, findings))
    steps = list(record.get("steps") or ())
    placed = [_step(step, members, findings) for step in steps]
    _order(members, placed, findings)
    _limits(members, placed)
    code, name = str(record.get("id") or ""), str(record.get("name") or "")
    definition = {
        "code": code,
        "name": name,
        "national_code": str(record.get("code") or ""),
        "limit_words": str((record.get("total") or {}).get("text") or ""),
        "legal_bases": [str(one) for one in record.get("legal_basis") or ()],
        "members": [{name: one[name] for name in one if name != "order"} for one in members],
    }
    return SourceGroup(
        code=code,
        name=name,
        definition=definition,
        total=record.get("total") or {},
        times=tuple(one for one in placed if one.value),
        findings=tuple(findings),
    )


def _members(
    record: Mapping[str, Any], codes_by_name: Mapping[str, str], findings: list[Finding]
) -> Iterator[dict[str, Any]]:
    for place, sub in enumerate(record.get("sub_procedures") or (), start=1):
        name, code = str(sub.get("name") or ""), sub.get("code")
        if not code:
            code = codes_by_name.get(fold(name), "")
            findings.append(
                Finding(code="code-by-name", place=name, params={"procedure_code": code})
                if code
                else Finding(code="no-code", place=name, is_fatal=True)
            )
        agency = str(sub.get("agency") or "")
        yield {
            "key": code or f"member-{place}",
            "procedure_code": code,
            "name": name,
            "settled_by": str(branch_of(agency)),
            "agency_name": agency,
            "waits_for": [],
            "result_name": "",
            "order": None,
        }


def _step(
    step: Mapping[str, Any], members: list[dict[str, Any]], findings: list[Finding]
) -> StepTime:
    """Which member the step belongs to; the first of a member says where it stands in the order."""
    order, time = int(step.get("order") or 0), step.get("time") or {}
    member = _member_of(step, members)
    code = step.get("sub_procedure")
    if code and member is None:
        findings.append(Finding(code="step-of-no-member", params={"procedure_code": code}))
    if member is not None:
        member["order"] = order if member["order"] is None else min(member["order"], order)
        member["result_name"] = member["result_name"] or str(step.get("output") or "")
    value = time.get("value")
    return StepTime(
        order=order,
        key=member["key"] if member else "",
        unit=str(time.get("unit") or ""),
        value="" if value is None else str(value),
        words=str(step.get("action") or ""),
    )


def _member_of(step: Mapping[str, Any], members: list[dict[str, Any]]) -> dict[str, Any] | None:
    """By its code; else the one whose name the step says; else the only one of that agency."""
    code = step.get("sub_procedure")
    if code:
        return next((one for one in members if one["procedure_code"] == code), None)
    said = fold(str(step.get("action") or ""))
    named = [one for one in members if _essence(one["name"]) in said]
    if len(named) == 1:
        return named[0]
    branch = branch_of(str(step.get("agency") or ""))
    of_branch = [one for one in members if one["settled_by"] == str(branch)]
    is_clear = not named and len(of_branch) == 1 and branch not in (Branch.OTHER, Branch.RECEIVING)
    return of_branch[0] if is_clear else None


def _essence(name: str) -> str:
    """The name without words that every procedure has."""
    words = fold(name).removeprefix("thu tuc ").removeprefix("giai quyet ")
    return words.partition(" cho ")[0]


def _order(members: list[dict[str, Any]], steps: list[StepTime], findings: list[Finding]) -> None:
    """Each member waits for those of the nearest earlier place in the order."""
    placed = sorted({one["order"] for one in members if one["order"] is not None})
    for one in members:
        if one["order"] is None:
            if steps:
                findings.append(Finding(code="member-without-step", place=one["name"]))
            continue
        earlier = [order for order in placed if order < one["order"]]
        if earlier:
            one["waits_for"] = [other["key"] for other in members if other["order"] == earlier[-1]]


UNITS = {
    "working_days": Unit.WORKING_DAYS,
    "calendar_days": Unit.CALENDAR_DAYS,
    "same_day": Unit.SAME_DAY,
}


def _limits(members: list[dict[str, Any]], steps: list[StepTime]) -> None:
    """A member has the time of its step where the source times exactly one step of it."""
    for one in members:
        timed = [step for step in steps if step.key == one["key"] and step.value]
        if len(timed) == 1 and timed[0].unit in UNITS:
            one["limit"] = {"unit": str(UNITS[timed[0].unit]), "value": timed[0].value}
