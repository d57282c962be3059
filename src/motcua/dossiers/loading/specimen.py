"""A life that the rules work out with values that cannot be mistaken for any other."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from motcua.dossiers.loading.lives import ComingIn, Life
from motcua.dossiers.preparation import Ground
from motcua.dossiers.vocabulary import Act, Party, PartyRole, ReceptionInput
from motcua.kernel.actor import Actor, Door, Role
from motcua.kernel.clock import ZONE, local_day
from motcua.kernel.event import instant_text
from motcua.procedures.rules.content import Limit
from motcua.worktime.vocabulary import Unit

Path = tuple[tuple[Act, Any], ...]
"""The acts of a plain life after it was received, each with its input."""

PLAIN_ACTS = frozenset({Act.START, Act.PROPOSE, Act.DECIDE, Act.ISSUE_RESULT, Act.RETURN_RESULT})
NUMBER = 9_100_000_000_000_000
"""Ids of a specimen are above this."""


def _number(place: int) -> int:
    return NUMBER + place


def _instant(day: int, minute: int) -> datetime:
    """Every moment of a specimen lies on a day of its own: 7 March 2022 was a Monday."""
    return datetime(2022, 3, day, 9, minute, 17, tzinfo=ZONE)


REGISTERED_AT, RECEIVED_AT = _instant(7, 11), _instant(8, 13)
ACT_AT = dict(zip(
    (Act.START, Act.PROPOSE, Act.DECIDE, Act.ISSUE_RESULT, Act.RETURN_RESULT),
    (_instant(9, 19), _instant(10, 23), _instant(11, 29), _instant(14, 31), _instant(15, 37)),
    strict=True,
))  # fmt: skip
LONG = Limit(unit=Unit.WORKING_DAYS, value=Decimal(25))
"""A limit whose date lies far behind the moments of a specimen."""
TEXTS = {
    name: f"ZQ-{name.upper()}-QZ"
    for name in (
        "code",
        "owner",
        "owner_number",
        "decided_by",
        "decided_by_title",
        "document_number",
        "signed_by",
    )
}
IDS = {
    name: _number(place)
    for place, name in enumerate(
        ("dossier", "agency", "unit", "received_by", "assignee", "register_number"), start=1
    )
}
OWNER = Party(role=PartyRole.OWNER, name=TEXTS["owner"])


def specimen(
    ground: Ground, given: ReceptionInput, path: Path | None, *, is_registered: bool
) -> Life:
    """Let it live. `path` None: it is registered and no more."""
    unit_id = None if ground.unit_id is None else IDS["unit"]
    ground = replace(
        ground,
        detail=replace(ground.detail, limits=(LONG,), fees=()),
        agency=replace(ground.agency, id=IDS["agency"]),
        unit_id=unit_id,
    )
    desk = Actor(
        door=Door.COMMAND_LINE,
        agency_id=IDS["agency"],
        unit_id=unit_id,
        roles=frozenset({Role.RECEPTION, Role.HANDLING, Role.SIGNATORY, Role.REGISTRY_CLERK}),
    )
    receiver = replace(desk, holding_id=IDS["received_by"])
    life = Life(
        ComingIn(
            dossier_id=IDS["dossier"],
            code=TEXTS["code"],
            register_number=None if is_registered else IDS["register_number"],
            at=REGISTERED_AT if is_registered else RECEIVED_AT,
            actor=receiver,
            given=replace(given, parties=(OWNER,), fee_choices=(), local_fees=()),
            ground=ground,
        )
    )
    if path is None:
        return life
    if is_registered:
        life.accept(receiver, RECEIVED_AT, IDS["register_number"])
    signatory = replace(
        desk, name=TEXTS["decided_by"], title=TEXTS["decided_by_title"], holding_id=None
    )
    handler = replace(desk, holding_id=IDS["assignee"])
    actors = {Act.START: handler, Act.PROPOSE: handler, Act.DECIDE: signatory}
    for act, said in path:
        life.do(act, actors.get(act, desk), ACT_AT[act], _marked(act, said))
    return life


def _marked(act: Act, said: Any) -> Any:
    if act is Act.ISSUE_RESULT:
        return replace(said, document_number=TEXTS["document_number"], signed_by=TEXTS["signed_by"])
    if act is Act.RETURN_RESULT:
        return replace(said, recipient_name=TEXTS["owner"], recipient_number=TEXTS["owner_number"])
    return said


def instants_of(life: Life) -> dict[str, str]:
    """The texts of all moments of a specimen, each with the name of its slot."""
    state = life.state
    moments = {
        instant_text(REGISTERED_AT): "registered_at",
        instant_text(RECEIVED_AT): "received_at",
        **{instant_text(at): slot_at(act) for act, at in ACT_AT.items()},
    }
    dates = {state["due_at"]: "due_at", state["due_soon_at"]: "due_soon_at"}
    return {**moments, **{text: name for text, name in dates.items() if text}}


def slot_at(act: Act) -> str:
    """The slot of the moment of an act."""
    return f"at_{act.name.lower()}"


def days_of(life: Life) -> dict[str, str]:
    """The texts of the days of a specimen that rows and facts name."""
    days = {
        local_day(RECEIVED_AT).isoformat(): "received_on",
        local_day(ACT_AT[Act.ISSUE_RESULT]).isoformat(): "ended_on",
    }
    if life.facts.due_at:
        days[local_day(life.facts.due_at).isoformat()] = "overdue_on"
    return days
