"""Who acts: one value through all layers, never `user=` here and `token=` there."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Door(StrEnum):
    """By which entrance the actor came in."""

    PAGE = "PAGE"
    PORTAL = "PORTAL"
    API = "API"
    COMMAND_LINE = "COMMAND_LINE"
    JOB = "JOB"
    EXCHANGE = "EXCHANGE"


class Role(StrEnum):
    """What a position entitles its holder to do; mapped to permissions in `accounts.rules.roles`.

    `CITIZEN` is no position: whoever has opened an account of his own acts in it.
    """

    RECEPTION = "RECEPTION"
    HANDLING = "HANDLING"
    UNIT_HEAD = "UNIT_HEAD"
    SIGNATORY = "SIGNATORY"
    REGISTRY_CLERK = "REGISTRY_CLERK"
    ADMINISTRATOR = "ADMINISTRATOR"
    SUPERVISOR = "SUPERVISOR"
    ACCOUNTANT = "ACCOUNTANT"
    CITIZEN = "CITIZEN"


@dataclass(frozen=True, kw_only=True, slots=True)
class Actor:
    """A person in a position (or a job of the system) at the moment of one request.

    `holding_id` is the position held; `stands_in_for_id` the holding acted for, if a stand-in
    is in force. `scope_agency_ids` are the agencies a supervisor sees: his own and all below,
    with those they have taken over and those that ended below them.
    `predecessor_ids` are the ended agencies that his own has taken over.
    An actor without roles may do nothing.

    A citizen acts in `citizen_id`, for himself or for `organization_id`. The ledger keeps these
    numbers and not his name: an account can be closed, and a fact cannot be changed. `proven_id` is
    the personal number that the national identity vouches for, "" below level 2; never written down.
    """

    door: Door
    user_id: int | None = None
    holding_id: int | None = None
    agency_id: int | None = None
    unit_id: int | None = None
    roles: frozenset[Role] = frozenset()
    scope_agency_ids: frozenset[int] = field(default_factory=frozenset)
    predecessor_ids: frozenset[int] = frozenset()
    stands_in_for_id: int | None = None
    citizen_id: int | None = None
    organization_id: int | None = None
    proven_id: str = ""
    name: str = ""
    title: str = ""
    job: str = ""
    request_id: str = ""

    @property
    def own_agency_ids(self) -> frozenset[int]:
        """The agency worked for and those it has taken over; none for whoever works for none."""
        return self.predecessor_ids | {self.agency_id} if self.agency_id else frozenset()

    @property
    def is_system(self) -> bool:
        return bool(self.job)

    def envelope(self) -> dict[str, str | int]:
        """The plain values the ledger keeps of who acted; empty ones are left out."""
        values = {
            "door": str(self.door),
            "user": self.user_id,
            "holding": self.holding_id,
            "agency": self.agency_id,
            "for": self.stands_in_for_id,
            "citizen": self.citizen_id,
            "organization": self.organization_id,
            "name": "" if self.citizen_id else self.name,
            "title": self.title,
            "job": self.job,
        }
        return {key: value for key, value in values.items() if value}


def system(job: str) -> Actor:
    """The system itself, acting as the named job. It holds no role: commands say what it may do."""
    return Actor(door=Door.JOB, job=job, name=job)


def stranger(*, door: Door, request_id: str = "") -> Actor:
    """Somebody who has not signed in."""
    return Actor(door=door, request_id=request_id)
