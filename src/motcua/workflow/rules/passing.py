"""Which steps an act on the dossier would jump over: pure. A step that could be left out lawfully (a branch
that nobody had to take) is none of them."""

from __future__ import annotations

from collections.abc import Iterable

from motcua.eforms.rules.conditions import holds
from motcua.eforms.rules.formulas import Answers
from motcua.processes.rules.shapes import Next, Process, Step
from motcua.processes.vocabulary import Join, Split
from motcua.workflow.rules.graph import following, reached


def jumped(
    process: Process, starts: Iterable[str], to: str, known: Answers | None = None
) -> tuple[str, ...]:
    """The steps that work cannot leave out on its way from the starts to step `to`, in the order of the
    table. `known` None: any branch may be taken, whatever its condition."""
    begun = tuple(starts)
    ahead = reached(process, begun, avoiding=to) - {to, *begun}
    between = [step.key for step in process.steps if step.key in ahead]
    return tuple(
        key
        for key in between
        if any(_cannot_leave_out(process, start, to, key, known) for start in begun)
    )


def _cannot_leave_out(
    process: Process, start: str, to: str, key: str, known: Answers | None
) -> bool:
    decided = known if start in _arriving(process, to, "", known) else None
    return start in _arriving(process, to, "", decided) and start not in _arriving(
        process, to, key, decided
    )


def _arriving(process: Process, to: str, without: str, known: Answers | None) -> frozenset[str]:
    """The steps from which work can come to `to` and nothing of it passes through `without`."""
    good, grown = {to}, True
    while grown:
        more = {
            step.key
            for step in process.steps
            if step.key not in good
            and step.key != without
            and _comes(process, step, to, good, known)
        }
        good, grown = good | more, bool(more)
    return frozenset(good)


def _comes(process: Process, step: Step, to: str, good: set[str], known: Answers | None) -> bool:
    leading = [way.to for way in _open_ways(step, known) if to in reached(process, [way.to])]
    each = step.split is Split.ALL and _are_awaited(process, leading, to)
    return bool(leading) and (all if each else any)(one in good for one in leading)


def _open_ways(step: Step, known: Answers | None) -> tuple[Next, ...]:
    """The branches that could be taken (`running.ways_on`): all of them where somebody chooses by hand."""
    if known is None:
        return step.next
    fitting = tuple(
        way for way in step.next if way.condition is None or holds(way.condition, known) is True
    )
    fitting = fitting or step.next[-1:]
    by_hand = step.split is Split.ALL or not fitting or fitting[0].when is None
    return fitting if by_hand else fitting[:1]


def _are_awaited(process: Process, branches: list[str], to: str) -> bool:
    """Whether a step to which all branches lead, not after `to`, waits for each of them."""
    if len(branches) < 2:
        return True
    beyond = reached(process, following(process, to)) - {to}
    shared = frozenset.intersection(*(reached(process, [one]) for one in branches)) - beyond
    return any(process.step(key).join is Join.ALL for key in shared)
