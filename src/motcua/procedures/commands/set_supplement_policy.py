"""Set one thing for many procedures from a day on: what becomes of the time limit when a supplement is
requested, when fees are asked for, for whom they are lowered. Each becomes a new version."""

from __future__ import annotations

from datetime import datetime

from motcua.accounts.rules.roles import Permission, may
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.ledger.recording import recording
from motcua.procedures.commands.publishing import make_publisher
from motcua.procedures.commands.succeeding import Follower, follow
from motcua.procedures.models import Procedure, ProcedureVersion
from motcua.procedures.queries.policy_plan import (
    AskingWish,
    PolicyWish,
    ReliefWish,
    Wish,
    plan_policy,
    policy_step,
)


def set_supplement_policy(*, actor: Actor, at: datetime, wish: PolicyWish) -> int:
    """Publish, for each version that says otherwise, the same text with this policy; as `republish`."""
    return republish(actor=actor, at=at, wish=wish)


def set_fee_moment(*, actor: Actor, at: datetime, wish: AskingWish) -> int:
    """Publish, for each version that says otherwise, the same fees asked for at this moment; as
    `republish`."""
    return republish(actor=actor, at=at, wish=wish)


def set_relief(*, actor: Actor, at: datetime, wish: ReliefWish) -> int:
    """Publish, for each version that says otherwise, the same fees lowered for this group; as `republish`."""
    return republish(actor=actor, at=at, wish=wish)


def republish(*, actor: Actor, at: datetime, wish: Wish) -> int:
    """Publish, for each version that says otherwise, the same text with what is wished.

    Versions that have begun are closed on the day, those to come are withdrawn and published
    again; open dossiers keep theirs. One transaction per procedure. Returns how many were
    published. Refusals: NotPermitted, PolicyStartsTooEarly, PolicyForNothing.
    """
    may(actor, Permission.PROCEDURE_IMPORT).demand()
    today = local_day(at)
    planned = [one for one in plan_policy(wish, today=today) if one.changes]
    publisher = make_publisher(one.content for one in planned)
    count = 0
    for one in planned:
        with recording(actor, at) as facts:
            procedure = Procedure.objects.select_for_update(no_key=True).get(
                pk=one.detail.procedure_id
            )
            version = ProcedureVersion.objects.get(pk=one.detail.version_id)
            now = policy_step(version, wish, today=today)
            if version.valid_until == version.valid_from or not now.changes:
                continue
            follower = Follower(
                content=now.content,
                content_digest=now.content_digest,
                step=now.step,
                changed_fields=(wish.field,),
            )
            follow(facts, procedure, follower, publisher=publisher)
            count += 1
    return count
