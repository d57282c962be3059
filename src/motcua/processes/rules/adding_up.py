"""The sum of the steps along every path, against the limit of the whole. Pure, exact.

Branches that run at once take as long as the longest of them, so a process takes as long as its longest
path. A path that is longer than the limit is told with the step at which it passes it; when even the
longest is shorter, that is told too: the time that nobody has is where a dossier is lost.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import islice

from motcua.processes.rules.amounts import DAY_HOURS, Amount, amount_of, most_of
from motcua.processes.rules.graph import Ways, backwards, forward_ways, in_order, paths, ways_of
from motcua.processes.rules.shapes import Process, Step, StepLimit

PATHS_TOLD_MAX = 50


class Verdict(StrEnum):
    """How a path stands to the limit. MIXED: kinds of time that cannot be compared exactly; UNTIMED: as
    far as it can be added up it is not over, but a step of the office has no time yet."""

    EQUAL = "EQUAL"
    OVER = "OVER"
    UNDER = "UNDER"
    MIXED = "MIXED"
    NO_LIMIT = "NO_LIMIT"
    UNTIMED = "UNTIMED"


@dataclass(frozen=True, slots=True, kw_only=True)
class PathSum:
    """One way through the process. `passes_at`: the step at which it goes past the limit ("" when it
    does not); `difference`: sum less limit, in the kind of time of the limit; `untimed`: steps whose time
    is missing from the sum."""

    keys: tuple[str, ...]
    total: Amount
    verdict: Verdict
    difference: Fraction = Fraction(0)
    passes_at: str = ""
    untimed: tuple[str, ...] = ()

    @property
    def told(self) -> Verdict:
        """What may be said of it: a sum in which a time is missing agrees with nothing yet."""
        return (
            Verdict.UNTIMED if self.untimed and self.verdict is not Verdict.OVER else self.verdict
        )


def step_amount(step: Step, day_hours: Fraction = DAY_HOURS) -> Amount:
    """What the step takes of the office's time: nothing when it is done outside."""
    return Amount() if step.is_outside else amount_of(step.limit, day_hours)


def is_untimed(step: Step) -> bool:
    """Whether the office has to do something there and nobody has said in how much time."""
    return step.limit is None and not step.is_outside


def path_sums(
    process: Process, limit: StepLimit | None, *, day_hours: Fraction = DAY_HOURS
) -> tuple[PathSum, ...]:
    """The ways through the process with their sums, PATHS_TOLD_MAX at most; the longest is always told,
    and first."""
    if not process.steps:
        return ()
    ways = ways_of(process)
    longest = longest_paths(process, day_hours=day_hours)
    told = islice(paths(ways, process.first.key), PATHS_TOLD_MAX)
    every = dict.fromkeys((*longest, *told))
    return tuple(path_sum(process, keys, limit, day_hours=day_hours) for keys in every)


def longest_paths(
    process: Process, *, day_hours: Fraction = DAY_HOURS
) -> tuple[tuple[str, ...], ...]:
    """The longest way to an end (several where kinds of time differ). However many ways there are: each
    step is looked at once; branches that go back are not taken."""
    ways = forward_ways(ways_of(process), process.first.key)
    came_from = backwards(ways)
    best: dict[str, dict[Amount, tuple[str, ...]]] = {}
    for key in in_order(ways):
        own = step_amount(process.step(key), day_hours)
        found = {
            total + own: (*path, key)
            for start in came_from[key]
            for total, path in best[start].items()
        } or {own: (key,)}
        best[key] = {total: found[total] for total in most_of(found)}
    return _longest_of_ends(ways, best)


def _longest_of_ends(
    ways: Ways, best: Mapping[str, Mapping[Amount, tuple[str, ...]]]
) -> tuple[tuple[str, ...], ...]:
    ends = {total: path for key in best if not ways[key] for total, path in best[key].items()}
    return tuple(ends[total] for total in most_of(ends))


def path_sum(
    process: Process,
    keys: tuple[str, ...],
    limit: StepLimit | None,
    *,
    day_hours: Fraction = DAY_HOURS,
) -> PathSum:
    """The sum along one path, and where it passes the limit."""
    running: list[Amount] = []
    for key in keys:
        own = step_amount(process.step(key), day_hours)
        running.append(running[-1] + own if running else own)
    total, bound = running[-1], amount_of(limit, day_hours)
    untimed = tuple(key for key in keys if is_untimed(process.step(key)))
    verdict = _verdict(total, bound, limit)
    if verdict in (Verdict.MIXED, Verdict.NO_LIMIT):
        return PathSum(keys=keys, total=total, verdict=verdict, untimed=untimed)
    kind = _kind(bound)
    most = Fraction(1) if bound.same_day else _of_kind(bound, kind)
    passed = (
        key for key, sum_so_far in zip(keys, running, strict=True)
        if _of_kind(sum_so_far, kind) > most
    )  # fmt: skip
    return PathSum(
        keys=keys,
        total=total,
        verdict=verdict,
        difference=_of_kind(total, kind) - most,
        passes_at=next(passed, ""),
        untimed=untimed,
    )


def _verdict(total: Amount, bound: Amount, limit: StepLimit | None) -> Verdict:
    if limit is None:
        return Verdict.NO_LIMIT
    kind = _kind(bound)
    if set(total.kinds) - ({kind, "same_day"} if bound.same_day else {kind}):
        return Verdict.MIXED
    own = _of_kind(total, kind)
    most = Fraction(1) if bound.same_day else _of_kind(bound, kind)
    if own == most or (bound.same_day and own < most and total.kinds):
        return Verdict.EQUAL
    return Verdict.OVER if own > most else Verdict.UNDER


def _kind(bound: Amount) -> str:
    """The kind of time of the limit; a limit within the day is one working day at most."""
    return "working" if bound.same_day else next(iter(bound.kinds), "working")


def _of_kind(amount: Amount, kind: str) -> Fraction:
    return Fraction(getattr(amount, kind))
