"""What is wrong with single rows of the table: nobody to do it, no time, a name that leads nowhere. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from motcua.processes.rules.amounts import is_too_long
from motcua.processes.rules.findings import Finding, fault, warning
from motcua.processes.rules.shapes import Next, Process, Step
from motcua.processes.vocabulary import RECEIVING_NOTHING, Need, Split
from motcua.worktime.vocabulary import CALENDAR_UNITS


def step_findings(process: Process) -> Iterator[Finding]:
    yield from _numbers(process)
    for step in process.steps:
        if not step.name.strip():
            yield fault("step-without-name", step.key)
        yield from _who(step)
        yield from _time(step)
        yield from _names(process, step)
        yield from _branches(step)


def _numbers(process: Process) -> Iterator[Finding]:
    """People name a step by its number: two with the same one cannot be told apart."""
    first: dict[str, Step] = {}
    for place, step in enumerate(process.steps, start=1):
        number = step.number.strip()
        if number and first.setdefault(number, step) is not step:
            yield fault("number-twice", step.key, place=place, other=first[number].name)


def _who(step: Step) -> Iterator[Finding]:
    if step.who.is_nobody or step.who.role in RECEIVING_NOTHING:
        yield fault("nobody-to-receive", step.key, words=step.who.words)


def _time(step: Step) -> Iterator[Finding]:
    if step.limit is None:
        if not step.is_outside:
            yield fault("time-missing", step.key)
        return
    if step.limit.value < 0:
        yield fault("time-negative", step.key, value=format(step.limit.value, "f"))
    elif step.limit.unit in CALENDAR_UNITS and step.limit.value % 1:
        yield fault("time-not-whole", step.key, value=format(step.limit.value, "f"))
    elif is_too_long(step.limit):
        yield fault("time-too-long", step.key, value=format(step.limit.value, "f"))
    if step.is_outside:
        yield warning("time-outside", step.key)


def _names(process: Process, step: Step) -> Iterator[Finding]:
    for branch in step.next:
        if not process.has(branch.to):
            yield fault("next-unknown", step.key, to=branch.to)
        elif branch.to == step.key:
            yield fault("next-to-itself", step.key)
    yield from _other_names(process, step)


def _other_names(process: Process, step: Step) -> Iterator[Finding]:
    for key in step.returns_to:
        if not process.has(key):
            yield fault("return-unknown", step.key, to=key)
    if step.four_eyes_with == step.key:
        yield fault("four-eyes-alone", step.key)
    elif step.four_eyes_with and not process.has(step.four_eyes_with):
        yield fault("four-eyes-unknown", step.key, to=step.four_eyes_with)
    if step.is_outside and Need.MINUTES in step.needs:
        yield warning("minutes-outside", step.key)


def _branches(step: Step) -> Iterator[Finding]:
    targets = [branch.to for branch in step.next]
    for to in sorted({one for one in targets if targets.count(one) > 1}):
        yield fault("next-twice", step.key, to=to)
    is_choice = step.split is Split.ONE and len(step.next) > 1
    if is_choice and not all(_is_told_apart(one, step.next) for one in step.next):
        yield fault("branches-not-told-apart", step.key)
    if step.next and step.next[-1].when is not None:
        yield warning("last-branch-conditional", step.key, to=step.next[-1].to)


def _is_told_apart(branch: Next, branches: tuple[Next, ...]) -> bool:
    """By a condition, or by words that no other branch has."""
    if branch.when is not None:
        return True
    others = [one.label for one in branches if one is not branch]
    return bool(branch.label.strip()) and branch.label not in others
