"""Everything that is looked at before a process is published; each finding has a code and its sentence. Pure.

Faults stand in the way. Warnings are never silently accepted: whoever publishes names each one he has
read and says why (`commands.publishing`).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from motcua.processes.rules.adding_up import PathSum, Verdict, path_sums
from motcua.processes.rules.amounts import DAY_HOURS, amount_of, is_too_long
from motcua.processes.rules.checking_acts import act_findings
from motcua.processes.rules.checking_flow import flow_findings
from motcua.processes.rules.checking_steps import step_findings
from motcua.processes.rules.findings import Finding, fault, warning
from motcua.processes.rules.shapes import Process, StepLimit

SUMS_TOLD_MAX = 5


def findings(
    process: Process,
    procedure_limit: StepLimit | None = None,
    *,
    day_hours: Fraction = DAY_HOURS,
) -> tuple[Finding, ...]:
    """What is wrong with the process, and what should be answered for, in the order of the table.

    The steps are added up against the limit of the process, else against that of the procedure.
    """
    if not process.steps:
        return (fault("no-steps"),)
    found = [
        *_whole(process, procedure_limit),
        *step_findings(process),
        *act_findings(process),
        *flow_findings(process),
    ]
    if not any(one.code in ("next-unknown", "time-negative") for one in found):
        limit = process.limit or procedure_limit
        found += _sums(process, limit, day_hours)
    return tuple({one.name: one for one in found}.values())


def too_long(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What no file may bring in: times that no calendar holds."""
    return tuple(one for one in found if one.code in ("time-too-long", "limit-too-long"))


def faults_of(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(one for one in found if not one.is_warning)


def warnings_of(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(one for one in found if one.is_warning)


def _whole(process: Process, procedure_limit: StepLimit | None) -> Iterator[Finding]:
    if not process.title.strip():
        yield fault("title-missing")
    if process.limit is not None and process.limit.value < 0:
        yield fault("limit-negative")
    if process.limit is not None and is_too_long(process.limit):
        yield fault("limit-too-long")
    if process.limit is None and procedure_limit is None:
        yield warning("no-limit")
    if process.limit is not None and procedure_limit is not None:
        own, most = amount_of(process.limit), amount_of(procedure_limit)
        if own.kinds != most.kinds:
            yield warning("limit-of-other-kind", **_limits(process.limit, procedure_limit))
        elif own != most and own.covers(most):
            yield warning("limit-over-procedure", **_limits(process.limit, procedure_limit))


def _limits(own: StepLimit, most: StepLimit) -> dict[str, str]:
    return {
        "own": f"{own.value.normalize():f} {own.unit}",
        "most": f"{most.value.normalize():f} {most.unit}",
    }


def _sums(process: Process, limit: StepLimit | None, day_hours: Fraction) -> Iterator[Finding]:
    """Every path over the limit; if none is, the longest that is under it; and what cannot be added."""
    sums = path_sums(process, limit, day_hours=day_hours)
    for one in [one for one in sums if one.verdict is Verdict.OVER][:SUMS_TOLD_MAX]:
        yield warning("sum-over", one.passes_at, **_told(process, one, limit))
    for one in [one for one in sums if one.verdict is Verdict.MIXED][:1]:
        yield warning("sum-not-comparable", **_told(process, one, limit))
    has_times = any(one.total.kinds or not one.untimed for one in sums)
    if has_times and all(one.verdict is Verdict.UNDER for one in sums):
        yield warning("sum-under", **_told(process, sums[0], limit))


def _told(process: Process, one: PathSum, limit: StepLimit | None) -> dict[str, str]:
    """Exact numbers as text: "7/2" is three and a half."""
    assert limit is not None
    return {
        "path": " → ".join(process.step(key).number for key in one.keys),
        "working": str(one.total.working),
        "calendar": str(one.total.calendar),
        "months": str(one.total.months),
        "difference": str(abs(one.difference)),
        "limit": f"{limit.value.normalize():f}",
        "unit": limit.unit.value,
    }
