"""What is wrong with the ways through a process: steps nobody comes to, circles without an exit, ends without
a result, work called off by a join that does not wait. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from motcua.processes.rules.findings import Finding, fault, warning
from motcua.processes.rules.graph import Ways, backwards, reached_from, ways_of
from motcua.processes.rules.shapes import Process, Step
from motcua.processes.vocabulary import GIVING_THE_RESULT, Join, Split


def flow_findings(process: Process) -> Iterator[Finding]:
    ways = ways_of(process)
    first = process.first.key
    reached = reached_from(ways, (first,))
    for step in process.steps:
        if step.key not in reached:
            yield fault("unreachable", step.key)
    yield from _circles(process, ways, reached)
    yield from _lost_results(process, ways)
    yield from _returns(process, ways)
    yield from _called_off(process, ways, reached)


def _circles(process: Process, ways: Ways, reached: frozenset[str]) -> Iterator[Finding]:
    """Steps that are come to and from which no way leads to an end. Each circle is told once, by its
    first step."""
    ends = tuple(step.key for step in process.steps if step.is_last)
    stuck = reached - reached_from(backwards(ways), ends)
    told: set[str] = set()
    for step in process.steps:
        if step.key in stuck and step.key not in told:
            circle = [key for key in reached_from(ways, (step.key,)) if key in stuck]
            told.update(circle)
            numbers = [one.number for one in process.steps if one.key in circle]
            yield fault("loop-without-exit", step.key, steps=", ".join(numbers))


def _lost_results(process: Process, ways: Ways) -> Iterator[Finding]:
    """Ends that are come to although nothing on the way gave the result."""
    giving = _certain_to_give(process, ways)
    waiting, seen = [process.first.key], set[str]()
    while waiting:
        key = waiting.pop()
        if key in seen or key in giving:
            continue
        seen.add(key)
        waiting.extend(ways[key])
    for step in process.steps:
        if step.key in seen and step.is_last:
            yield fault("lost-result", step.key)


def _certain_to_give(process: Process, ways: Ways) -> frozenset[str]:
    """Steps from which on, whichever way it goes, the result is given: the largest set that stands up
    to a second look. (Circles without an exit are told elsewhere.)"""
    giving = {step.key for step in process.steps}
    while True:
        still = {step.key for step in process.steps if _gives(step, ways, giving)}
        if still == giving:
            return frozenset(giving)
        giving = still


def _gives(step: Step, ways: Ways, giving: set[str]) -> bool:
    if step.act in GIVING_THE_RESULT:
        return step.key in giving
    if not ways[step.key]:
        return False
    if step.split is Split.ALL:
        return any(one.when is None and one.to in giving for one in step.next)
    return all(key in giving for key in ways[step.key])


def _returns(process: Process, ways: Ways) -> Iterator[Finding]:
    """A step is handed back to one before it, never to one that comes later or beside it."""
    for step in process.steps:
        for key in step.returns_to:
            if process.has(key) and step.key not in reached_from(ways, ways[key]):
                yield fault("return-forward", step.key, to=key)


def _called_off(process: Process, ways: Ways, reached: frozenset[str]) -> Iterator[Finding]:
    """Where branches that run at once come together at a step that takes the first: the work of the
    others is called off. It may be meant so; it is asked."""
    for step in process.steps:
        if step.key not in reached or step.split is not Split.ALL or len(ways[step.key]) < 2:
            continue
        for meeting in _meetings(process, ways, step.key):
            yield warning("parallel-not-joined", meeting, split=step.number)


def _meetings(process: Process, ways: Ways, key: str) -> Iterator[str]:
    """Steps that take the first of several branches parted at `key`; of those that meet again later
    only the first meeting is told."""
    found = [
        step.key
        for step in process.steps
        if step.join is Join.ANY and step.key != key and _meet_at(ways, key, step.key)
    ]
    for meeting in found:
        earlier = [
            one for one in found if one != meeting and meeting in reached_from(ways, ways[one])
        ]
        if not earlier:
            yield meeting


def _meet_at(ways: Ways, key: str, meeting: str) -> bool:
    """Whether two branches parted at `key` come to the meeting by different steps, with no join that
    waits before it."""
    arrivals = [
        frozenset(
            before
            for before in (branch, *reached_from(ways, (branch,), avoiding=meeting))
            if meeting in ways[before]
        )
        if branch != meeting
        else frozenset({key})
        for branch in ways[key]
    ]
    coming = [one for one in arrivals if one]
    return len(coming) > 1 and len(frozenset.union(*coming)) > 1
