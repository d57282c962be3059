"""How a dossier goes through its process: pure. Steps open, finish, are handed back, part and join.

Work under way stands at a step (`Live`). A step whose work is finished sends it on: to one of its
branches or to all of them. Where branches come together, the step

- with `Join.ALL` waits until nothing that is under way can still arrive there, so it never waits for
  a branch that was not taken;
- with `Join.ANY` begins with the first that arrives. What was under way only for this step's sake is
  called off; what also leads elsewhere goes on, and is not heard again here.

Work stands at a step once: what arrives where somebody is at work already joins him. Whatever the
process (checked or not), a run that is not over has something to do; `tests/workflow/rules` shows it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from motcua.eforms.rules.conditions import holds
from motcua.eforms.rules.formulas import Answers
from motcua.kernel.refusal import Refusal
from motcua.processes.rules.shapes import Next, Process, Step
from motcua.processes.vocabulary import Join, Split
from motcua.workflow.rules.graph import can_arrive, following, only_leads_to, reached
from motcua.workflow.rules.passing import jumped


class StepNotOpen(Refusal):
    """Nobody is at work at this step (any more)."""

    code = "step-not-open"


class NoSuchWay(Refusal):
    """The step has no such branch, or its condition does not hold."""

    code = "no-such-way"


class NotHandedBackThere(Refusal):
    """The process does not let this step be handed back to that one."""

    code = "not-handed-back-there"


@dataclass(frozen=True, slots=True)
class Live:
    """Work that stands at a step, for the `round`-th time there. `spent`: joins that did not wait for
    it and will not hear it when it arrives."""

    key: str
    round: int = 1
    spent: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Running:
    """Where a dossier stands in its process: what is under way, what waits at joins, and how often
    each step was begun."""

    live: tuple[Live, ...] = ()
    waiting: tuple[Live, ...] = ()
    rounds: tuple[tuple[str, int], ...] = ()

    @property
    def is_over(self) -> bool:
        return not self.live and not self.waiting

    def at(self, key: str) -> Live | None:
        return next((one for one in self.live if one.key == key), None)

    def is_begun(self, key: str) -> bool:
        return any(begun == key for begun, _count in self.rounds)


@dataclass(frozen=True, slots=True)
class Moved:
    """Where a dossier stands after something was done, and what that opened, finished, returned to a
    step before, skipped and called off. `missed`: skipped before anybody was at work there."""

    running: Running
    opened: tuple[Live, ...] = ()
    finished: tuple[Live, ...] = ()
    returned: tuple[Live, ...] = ()
    skipped: tuple[Live, ...] = ()
    missed: tuple[Live, ...] = ()
    called_off: tuple[Live, ...] = ()


def begin(process: Process) -> Moved:
    """The first step opens."""
    return _opened(Moved(Running()), process.first.key, frozenset())


def finish(process: Process, running: Running, key: str, known: Answers, way: str = "") -> Moved:
    """The work of a step is done. `way`: the branch that was chosen by hand ("" = by conditions).

    Refusals: StepNotOpen, NoSuchWay.
    """
    done = _open_at(running, key)
    targets = ways_on(process.step(key), known, way)
    moved = replace(_without(Moved(running), [done]), finished=(done,))
    for target in targets:
        moved = _arrived(process, moved, Live(target, spent=done.spent))
    for work in moved.opened:
        if process.step(work.key).join is Join.ANY:
            moved = _pass_by(process, moved, work.key)
    return _settled(process, moved)


def hand_back(process: Process, running: Running, key: str, to: str) -> Moved:
    """The work goes back to a step before: that one is done again, and what follows it.

    Refusals: StepNotOpen, NotHandedBackThere.
    """
    back = _open_at(running, key)
    if to not in hands_back_to(process, running, key):
        raise NotHandedBackThere(field="to")
    moved = _without(Moved(running, returned=(back,)), [back])
    return _settled(process, _opened(moved, to, back.spent))


def hands_back_to(process: Process, running: Running, key: str) -> tuple[str, ...]:
    """Where this step may be handed back to: as the process says; where it says nothing, to the steps
    just before it that were done here."""
    said = process.step(key).returns_to or process.before(key)
    return tuple(one for one in said if process.has(one) and one != key and running.is_begun(one))


def pass_to(
    process: Process, running: Running, key: str, known: Answers | None = None
) -> Moved | None:
    """An act on the dossier has done the work of step `key`, wherever the process stands: what is under
    way before it is skipped, what lies between is missed, and the step opens. None: it is not ahead of
    anything under way."""
    if running.at(key):
        return Moved(running)
    on_the_way = [
        one for one in (*running.live, *running.waiting) if can_arrive(process, one.key, key)
    ]
    if not on_the_way and not any(one.key == key for one in running.waiting):
        return None
    held = [one for one in running.waiting if one.key == key]
    skipped = tuple(one for one in on_the_way if running.at(one.key) == one)
    between = jumped(process, [one.key for one in on_the_way], key, known)
    missed = tuple(Live(one) for one in between if not running.is_begun(one))
    rounds = (*running.rounds, *((one.key, one.round) for one in missed))
    moved = Moved(replace(running, rounds=rounds), skipped=skipped, missed=missed)
    return _opened(_without(moved, [*on_the_way, *held]), key, frozenset())


def pull_back(process: Process, running: Running, to: str) -> Moved:
    """An act on the dossier has sent it back to step `to`: whatever is under way after it is returned,
    and it is done again. What is under way beside it goes on."""
    after = reached(process, following(process, to))
    gone = [one for one in (*running.live, *running.waiting) if one.key in after]
    returned = tuple(one for one in running.live if one.key in after)
    return _settled(
        process, _opened(_without(Moved(running, returned=returned), gone), to, frozenset())
    )


def call_off(running: Running) -> Moved:
    """The dossier has ended: nothing of the process is left to do."""
    return Moved(replace(running, live=(), waiting=()), called_off=running.live)


def ways_on(step: Step, known: Answers, way: str = "") -> tuple[str, ...]:
    """The steps that follow. Of one branch: that chosen by hand, else the first whose condition holds.
    Of all: those whose condition holds. The last branch is the way otherwise: nothing is ever stuck.

    Refusals: NoSuchWay.
    """
    fitting = [one for one in step.next if _holds(one, known)]
    if way:
        if step.split is Split.ALL or way not in {one.to for one in fitting}:
            raise NoSuchWay(field="way")
        return (way,)
    fitting = fitting or list(step.next[-1:])
    chosen = fitting if step.split is Split.ALL else fitting[:1]
    return tuple(dict.fromkeys(one.to for one in chosen))


def choices(step: Step, known: Answers) -> tuple[Next, ...]:
    """The branches among which somebody chooses by hand; none where there is nothing to choose."""
    if step.split is Split.ALL:
        return ()
    fitting = tuple(one for one in step.next if _holds(one, known))
    return fitting if len({one.to for one in fitting}) > 1 and fitting[0].when is None else ()


def _holds(way: Next, known: Answers) -> bool:
    return way.condition is None or holds(way.condition, known) is True


def _open_at(running: Running, key: str) -> Live:
    found = running.at(key)
    if found is None:
        raise StepNotOpen(step=key)
    return found


def _without(moved: Moved, gone: Iterable[Live]) -> Moved:
    left, running = set(gone), moved.running
    return replace(
        moved,
        running=replace(
            running,
            live=tuple(one for one in running.live if one not in left),
            waiting=tuple(one for one in running.waiting if one not in left),
        ),
    )


def _arrived(process: Process, moved: Moved, work: Live) -> Moved:
    """Work comes to a step: it is not heard, joins who is at it, waits, or opens it."""
    if work.key in work.spent or moved.running.at(work.key):
        return moved
    if process.step(work.key).join is Join.ALL:
        running = moved.running
        return replace(moved, running=replace(running, waiting=(*running.waiting, work)))
    return _opened(moved, work.key, work.spent)


def _pass_by(process: Process, moved: Moved, key: str) -> Moved:
    """The first has come to a step that takes the first: what else is on its way there is not heard
    any more, and called off when it leads nowhere else (but for what parted from it just now)."""
    running, parted = moved.running, {one.key for one in moved.opened}
    others = [
        one
        for one in (*running.live, *running.waiting)
        if one.key != key and can_arrive(process, one.key, key)
    ]
    useless = [
        one for one in others if one.key not in parted and only_leads_to(process, one.key, key)
    ]
    off = tuple(one for one in useless if one in running.live)
    moved = replace(_without(moved, useless), called_off=(*moved.called_off, *off))
    return _marked(moved, [one for one in others if one not in useless], key)


def _marked(moved: Moved, others: list[Live], key: str) -> Moved:
    def mark(one: Live) -> Live:
        return replace(one, spent=one.spent | {key}) if one in others else one

    running = moved.running
    live, waiting = tuple(map(mark, running.live)), tuple(map(mark, running.waiting))
    return replace(moved, running=replace(running, live=live, waiting=waiting))


def _opened(moved: Moved, key: str, spent: frozenset[str]) -> Moved:
    if moved.running.at(key):
        return moved
    rounds = dict(moved.running.rounds)
    rounds[key] = rounds.get(key, 0) + 1
    live = Live(key, rounds[key], spent - {key})
    running = replace(moved.running, live=(*moved.running.live, live), rounds=tuple(rounds.items()))
    return replace(moved, running=running, opened=(*moved.opened, live))


def _settled(process: Process, moved: Moved) -> Moved:
    """Joins for which nothing more can come begin; if each waits for another, the first of the table."""
    while moved.running.waiting:
        keys = list(dict.fromkeys(one.key for one in moved.running.waiting))
        ready = next((key for key in keys if not _is_awaited(process, moved.running, key)), None)
        if ready is None and moved.running.live:
            break
        moved = _joined(moved, ready or _first_of(process, keys))
    return moved


def _is_awaited(process: Process, running: Running, key: str) -> bool:
    """Whether anything else under way can still arrive at the join and will be heard there."""
    others = [one for one in (*running.live, *running.waiting) if one.key != key]
    return any(
        key not in one.spent and key in reached(process, following(process, one.key))
        for one in others
    )


def _first_of(process: Process, keys: list[str]) -> str:
    return next(step.key for step in process.steps if step.key in keys)


def _joined(moved: Moved, key: str) -> Moved:
    """All that waited here goes on as one: what any of them is still heard at, it is."""
    together = [one for one in moved.running.waiting if one.key == key]
    spent = frozenset.intersection(*(one.spent for one in together))
    return _opened(_without(moved, together), key, spent)
