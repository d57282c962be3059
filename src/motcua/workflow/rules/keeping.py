"""Where a dossier stands in its process, as plain values of a row and back."""

from __future__ import annotations

from typing import Any

from motcua.workflow.rules.running import Live, Running


def to_plain(running: Running) -> dict[str, Any]:
    return {
        "live": [_plain(one) for one in running.live],
        "waiting": [_plain(one) for one in running.waiting],
        "rounds": dict(running.rounds),
    }


def from_plain(plain: dict[str, Any]) -> Running:
    return Running(
        live=tuple(_live(one) for one in plain["live"]),
        waiting=tuple(_live(one) for one in plain["waiting"]),
        rounds=tuple(plain["rounds"].items()),
    )


def _plain(live: Live) -> list[Any]:
    return [live.key, live.round, sorted(live.spent)]


def _live(plain: list[Any]) -> Live:
    key, count, spent = plain
    return Live(key, count, frozenset(spent))
