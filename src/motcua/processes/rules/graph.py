"""The ways through a process: what can be reached, what can still end, which branches go back. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from motcua.processes.rules.shapes import Process

Ways = Mapping[str, tuple[str, ...]]


def ways_of(process: Process) -> Ways:
    """By step, the steps that follow it and are there; each once, in the order of the branches."""
    known = {step.key for step in process.steps}
    return {
        step.key: tuple(dict.fromkeys(one.to for one in step.next if one.to in known))
        for step in process.steps
    }


def backwards(ways: Ways) -> Ways:
    """By step, the steps it follows."""
    return {key: tuple(start for start, targets in ways.items() if key in targets) for key in ways}


def reached_from(ways: Ways, starts: tuple[str, ...], *, avoiding: str = "") -> frozenset[str]:
    """The starts and all that follows them, without going through `avoiding`."""
    seen: set[str] = set()
    waiting = [key for key in starts if key != avoiding]
    while waiting:
        key = waiting.pop()
        if key not in seen:
            seen.add(key)
            waiting.extend(one for one in ways[key] if one != avoiding)
    return frozenset(seen)


def forward_ways(ways: Ways, first: str) -> Ways:
    """The ways without the branches that go back to a step on the way there: no circle is left.
    Steps that cannot be reached are not in it."""
    kept: dict[str, tuple[str, ...]] = {}
    on_the_way: list[str] = []

    def visit(key: str) -> None:
        on_the_way.append(key)
        kept[key] = tuple(one for one in ways[key] if one not in on_the_way)
        for one in kept[key]:
            if one not in kept:
                visit(one)
        on_the_way.pop()

    visit(first)
    return kept


def in_order(ways: Ways) -> tuple[str, ...]:
    """Steps of ways without a circle, each after all that lead to it."""
    before = {key: len(found) for key, found in backwards(ways).items()}
    ready = [key for key, count in before.items() if not count]
    ordered: list[str] = []
    while ready:
        key = ready.pop(0)
        ordered.append(key)
        for one in ways[key]:
            before[one] -= 1
            if not before[one]:
                ready.append(one)
    return tuple(ordered)


def paths(ways: Ways, first: str) -> Iterator[tuple[str, ...]]:
    """Every way from the first step to an end, no step twice; lazily, for there may be very many."""
    waiting: list[tuple[str, ...]] = [(first,)]
    while waiting:
        path = waiting.pop()
        onward = [one for one in ways[path[-1]] if one not in path]
        if not ways[path[-1]]:
            yield path
        waiting.extend((*path, one) for one in reversed(onward))
