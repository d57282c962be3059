"""What of a process can still be reached from where: the ground of joins that wait and of those that go on."""

from __future__ import annotations

from collections.abc import Iterable

from motcua.processes.rules.shapes import Process


def following(process: Process, key: str) -> tuple[str, ...]:
    """The steps to which a branch of this one leads, in their order."""
    return tuple(dict.fromkeys(way.to for way in process.step(key).next))


def reached(process: Process, starts: Iterable[str], *, avoiding: str = "") -> frozenset[str]:
    """The starts and every step that branches lead to from them, not passing through `avoiding`."""
    seen: set[str] = set()
    waiting = [key for key in starts if key != avoiding]
    while waiting:
        key = waiting.pop()
        if key in seen:
            continue
        seen.add(key)
        waiting += [to for to in following(process, key) if to != avoiding]
    return frozenset(seen)


def can_arrive(process: Process, key: str, at: str) -> bool:
    """Whether work that stands at `key` can still arrive at the step `at`."""
    return any(at in reached(process, [to]) for to in following(process, key))


def only_leads_to(process: Process, key: str, at: str) -> bool:
    """Whether every way from `key` to an end of the process passes through `at`: work at `key` that is
    no longer needed there is needed nowhere."""
    around = reached(process, [key], avoiding=at)
    return not any(process.step(one).is_last for one in around)


def nearest(process: Process, starts: Iterable[str], wanted: Iterable[str]) -> str | None:
    """The first of the wanted steps on the ways on from the starts; None if none lies ahead."""
    targets, seen = set(wanted), set()
    line = list(starts)
    while line:
        key = line.pop(0)
        if key in targets:
            return key
        if key not in seen:
            seen.add(key)
            line += following(process, key)
    return None
