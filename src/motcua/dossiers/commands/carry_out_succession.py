"""A merger, a split or a replacement carried out whole: agencies, people, running dossiers; only as
long as everything is as it was rehearsed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from motcua.agencies.commands.succeed_agency import on_behalf_of, succeed_agencies
from motcua.dossiers.commands.follow_succession import Heirs, follow
from motcua.dossiers.commands.move_holders import move_holders
from motcua.dossiers.commands.rehearse_succession import demand_succession, heirs_of, rehearse
from motcua.dossiers.rehearsal import Rehearsal, SuccessionOrder
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.ledger.caching import unkept


class ChangedSinceRehearsal(Refusal):
    """Something is not as it was rehearsed; `what` names the parts by their codes."""

    code = "changed-since-rehearsal"


class LeftBehind(Refusal):
    """Something would stay open at an agency that has ended; `what` names the kinds."""

    code = "left-behind"


@dataclass(frozen=True, kw_only=True, slots=True)
class CarriedOut:
    """`dossiers` have followed already; none have when the day is still ahead."""

    successor_ids: tuple[int, ...]
    people: int
    dossiers: int


def carry_out(
    *,
    actor: Actor,
    at: datetime,
    order: SuccessionOrder,
    marks: Mapping[str, str],
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> CarriedOut:
    """Do it as it was rehearsed: agencies and people at once, then the dossiers in pieces.

    When the day is still ahead, the dossiers follow on that day (`follow_all_due`). Refusals:
    NotPermitted, those of `succeed_agencies`, ChangedSinceRehearsal, LeftBehind.
    """
    begun = take_effect(actor=actor, at=at, order=order, marks=marks)
    followed = follow(on_behalf_of(actor), at, begun.heirs, progress) if begun.heirs else 0
    return CarriedOut(successor_ids=begun.successor_ids, people=begun.people, dossiers=followed)


@dataclass(frozen=True, kw_only=True, slots=True)
class Begun:
    """Agencies and people are where they belong. `heirs`: whom the running dossiers follow now; None
    while the day is still ahead."""

    successor_ids: tuple[int, ...]
    people: int
    heirs: Heirs | None


def take_effect(
    *, actor: Actor, at: datetime, order: SuccessionOrder, marks: Mapping[str, str]
) -> Begun:
    """Agencies and people, in one transaction, as it was rehearsed; the dossiers are left to follow.

    Refusals: those of `carry_out`.
    """
    demand_succession(actor)
    with unkept(), transaction.atomic():
        _check(rehearse(actor=actor, at=at, order=order), marks)
        taken = succeed_agencies(actor=actor, at=at, plan=order.plan)
        moved = move_holders(
            on_behalf_of(actor), at, taken.position_map, order.plan.from_day, order.chosen
        )
        in_force = order.plan.from_day <= local_day(at)
        heirs = heirs_of(order.plan, taken, local_day(at)) if in_force else None
    return Begun(
        successor_ids=taken.successor_ids,
        people=sum(holding is not None for holding in moved.values()),
        heirs=heirs,
    )


def _check(fresh: Rehearsal, marks: Mapping[str, str]) -> None:
    changed = [part for part, mark in fresh.marks.items() if marks.get(part) != mark]
    if changed:
        raise ChangedSinceRehearsal(what=", ".join(changed))
    if not fresh.is_whole:
        raise LeftBehind(what=", ".join(sorted(fresh.left) or ["totals"]))
