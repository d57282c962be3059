"""A merger, a split or a replacement tried out: done by the very commands that carry it out, in a
transaction that is rolled back, and laid beside what stands now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from motcua.accounts.queries.holders import HolderRow, holders_of
from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.commands.succeed_agency import on_behalf_of, succeed_agencies
from motcua.agencies.queries import positions_of
from motcua.agencies.rules.succession import Succession, SuccessionPlan
from motcua.agencies.successions import name_of, unit_places
from motcua.dossiers.commands.follow_succession import Heirs, follow
from motcua.dossiers.commands.move_holders import holders_ending, move_holders
from motcua.dossiers.queries.succession_totals import (
    Reach,
    dates_under,
    furniture_of,
    left_behind,
    numbering_of,
    placements,
    reach_of,
    register_totals,
    running_of,
)
from motcua.dossiers.rehearsal import (
    DossierMove,
    PersonMove,
    Rehearsal,
    Seen,
    SuccessionOrder,
    marks_of,
)
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.ledger.caching import unkept


def rehearse(*, actor: Actor, at: datetime, order: SuccessionOrder) -> Rehearsal:
    """Do it all, look, and undo it all. Refusals: NotPermitted, those of `succeed_agencies`, PlannedChangeAhead."""
    demand_succession(actor)
    with unkept(), transaction.atomic():
        rehearsal = _rehearsed(actor, at, order)
        transaction.set_rollback(True)
    return rehearsal


def demand_succession(actor: Actor) -> None:
    """Refusals: NotPermitted."""
    may(actor, Permission.AGENCY_CHANGE).demand()
    may(actor, Permission.OFFICER_CHANGE).demand()


def heirs_of(plan: SuccessionPlan, taken: Succession, day: date) -> Heirs:
    """Who takes over whose work by the plan, now that it has been carried out."""
    places = unit_places(frozenset(taken.unit_map.values()))
    return Heirs(
        day=day,
        agencies=dict.fromkeys(plan.predecessor_ids, taken.successor_ids[0]),
        units={old: places[new] for old, new in taken.unit_map.items()},
    )


def _look(agency_ids: tuple[int, ...], dossier_ids: list[int], day: date) -> Seen:
    return Seen(
        dossiers={row.id: row for row in placements(dossier_ids, day)},
        dates=dates_under(dossier_ids),
        numbering=tuple(numbering_of(agency_id, day) for agency_id in agency_ids),
        furniture=tuple(furniture_of(agency_id, day) for agency_id in agency_ids),
        register=register_totals(),
    )


def _rehearsed(actor: Actor, at: datetime, order: SuccessionOrder) -> Rehearsal:
    """Inside a transaction that the caller rolls back."""
    plan, today = order.plan, local_day(at)
    day = max(plan.from_day, today)
    standing = tuple(one for one in plan.successors if isinstance(one, int))
    ids = running_of(plan.predecessor_ids)
    before = _look((*plan.predecessor_ids, *standing), ids, min(today, plan.from_day))
    people_before = {
        row.holding_id: (row, reach_of(row, ids))
        for row in holders_of(plan.predecessor_ids, min(today, plan.from_day))
    }
    taken = succeed_agencies(actor=actor, at=at, plan=plan)
    ending = holders_ending(frozenset(taken.position_map), plan.from_day)
    moved = move_holders(on_behalf_of(actor), at, taken.position_map, plan.from_day, order.chosen)
    follow(on_behalf_of(actor), at, heirs_of(plan, taken, day))
    after = _look(taken.successor_ids, ids, day)
    people = _people(order, ending, people_before, moved, holders_of(taken.successor_ids, day), ids)
    left = left_behind(plan.predecessor_ids, ids, day)
    dossiers = tuple(
        DossierMove(
            before=placement,
            after=after.dossiers[pk],
            other_due_at=_other(before.dates.get(pk), after.dates.get(pk)),
        )
        for pk, placement in before.dossiers.items()
    )
    return Rehearsal(
        day=plan.from_day,
        dossiers=dossiers,
        people=people,
        numbering_before=before.numbering,
        numbering_after=after.numbering,
        furniture_before=before.furniture,
        furniture_after=after.furniture,
        register_before=before.register,
        register_after=after.register,
        left=left,
        positions=_positions(taken, day),
        units={unit.unit_id: unit.name for unit in unit_places(frozenset(taken.unit_map)).values()},
        marks=marks_of(order, before, after, people),
    )


def _positions(taken: Succession, day: date) -> dict[int, str]:
    """For each position of the successors, the first old one that leads to it, in words."""
    several = len(taken.successor_ids) > 1
    words = {
        row.id: ", ".join(
            part
            for part in (row.title, row.unit_name, name_of(agency_id, day) if several else "")
            if part
        )
        for agency_id in taken.successor_ids
        for row in positions_of(agency_id, day)
    }
    firsts: dict[int, int] = {}
    for old, new in sorted(taken.position_map.items()):
        firsts.setdefault(new, old)
    return {old: words[new] for new, old in firsts.items()}


def _people(
    order: SuccessionOrder,
    ending: tuple[HolderRow, ...],
    before: Mapping[int, tuple[HolderRow, Reach]],
    moved: Mapping[int, int | None],
    holders: tuple[HolderRow, ...],
    dossier_ids: list[int],
) -> tuple[PersonMove, ...]:
    """Everybody whose position ends, with what he had and what he will have."""
    by_id = {row.holding_id: row for row in holders}
    reach = {
        holding: reach_of(by_id[holding], dossier_ids)
        for holding in moved.values()
        if holding is not None
    }
    people = []
    for row in ending:
        new_id = moved[row.holding_id]
        seen = before[row.holding_id][1]
        people.append(
            PersonMove(
                before=row,
                after=by_id[new_id] if new_id is not None else None,
                reach_before=seen,
                reach_after=reach[new_id] if new_id is not None else None,
                chosen=order.chosen.get(row.holding_id, 0),
                loses=len(seen.sees - (reach[new_id].sees if new_id is not None else frozenset())),
            )
        )
    return tuple(people)


def _other(before: datetime | None, after: datetime | None) -> datetime | None:
    """The date under the successor's calendar, when it is not the one under the predecessor's."""
    return None if before == after else after
