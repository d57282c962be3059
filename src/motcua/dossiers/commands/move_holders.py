"""Whoever holds a position that ends is given the one that takes its place, with the same roles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from motcua.accounts.commands.officers import HoldsAlready, appoint_officer, end_holding
from motcua.accounts.queries.holders import HolderRow, holders_of
from motcua.agencies.rules.periods import PlannedChangeAhead
from motcua.agencies.successions import positions_since
from motcua.kernel.actor import Actor

NOBODY: Mapping[int, int | None] = {}


def holders_ending(position_ids: frozenset[int], from_day: date) -> tuple[HolderRow, ...]:
    """Who holds these positions when they end. Refusals: PlannedChangeAhead."""
    agencies = {agency_id for agency_id, _unit in positions_since(position_ids).values()}
    rows = holders_of(agencies, from_day - timedelta(days=1))
    ending = [row for row in rows if row.position_id in position_ids]
    for row in ending:
        if row.valid_from >= from_day:
            raise PlannedChangeAhead(field="from_day", day=row.valid_from)
    return tuple(row for row in ending if row.valid_until is None or row.valid_until > from_day)


def move_holders(
    actor: Actor,
    at: datetime,
    position_map: Mapping[int, int],
    from_day: date,
    chosen: Mapping[int, int | None] = NOBODY,
) -> dict[int, int | None]:
    """The new holding for each that ended; None for whoever is given no position.

    `chosen`: for a holding, the old position whose successor its holder gets instead, None for none.
    The right to it has been asked before. Refusals: PlannedChangeAhead and those of the accounts.
    """
    moved: dict[int, int | None] = {}
    for row in holders_ending(frozenset(position_map), from_day):
        mover = _mover(actor, row)
        end_holding(
            actor=mover, at=at, holding_id=row.holding_id, from_day=from_day, reason="succession"
        )
        old_position = chosen.get(row.holding_id, row.position_id)
        if old_position is None:
            moved[row.holding_id] = None
            continue
        moved[row.holding_id] = _appoint(mover, at, row, position_map[old_position], from_day)
    return moved


def _mover(actor: Actor, row: HolderRow) -> Actor:
    """Nobody ends a position of his own; the job that carries out a succession does."""
    own = row.user_id is not None and row.user_id == actor.user_id
    return replace(actor, user_id=None, holding_id=None) if own else actor


def _appoint(
    actor: Actor, at: datetime, row: HolderRow, position_id: int, from_day: date
) -> int | None:
    """None when the officer has this position from another predecessor already, or no role at all."""
    if not row.roles:
        return None
    agency_id, _unit = positions_since(frozenset({position_id}))[position_id]
    try:
        return appoint_officer(
            actor=actor,
            at=at,
            officer_id=row.officer_id,
            agency_id=agency_id,
            position_id=position_id,
            roles=row.roles,
            from_day=from_day,
            until_day=row.valid_until,
        )
    except HoldsAlready:
        return None
