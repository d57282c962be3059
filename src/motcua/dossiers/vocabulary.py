"""Words of the dossier: states, acts, roles of people, and the typed input of reception."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from motcua.procedures.vocabulary import Channel
from motcua.worktime.vocabulary import Unit


class Status(StrEnum):
    """The ten national states; `NATIONAL_CODE` gives the numbers other systems use."""

    REGISTERED = "REGISTERED"
    RECEIVED = "RECEIVED"
    NOT_RECEIVED = "NOT_RECEIVED"
    PROCESSING = "PROCESSING"
    SUPPLEMENT_REQUESTED = "SUPPLEMENT_REQUESTED"
    OBLIGATION_DUE = "OBLIGATION_DUE"
    WITHDRAWN = "WITHDRAWN"
    TERMINATED = "TERMINATED"
    SETTLED = "SETTLED"
    RETURNED = "RETURNED"


NATIONAL_CODE = {status: number for number, status in enumerate(Status, start=1)}

OPEN = frozenset(
    {
        Status.RECEIVED,
        Status.PROCESSING,
        Status.SUPPLEMENT_REQUESTED,
        Status.OBLIGATION_DUE,
    }
)
CLOCK_RUNS = frozenset({Status.RECEIVED, Status.PROCESSING})
ENDED = frozenset({Status.NOT_RECEIVED, Status.TERMINATED, Status.SETTLED, Status.RETURNED})


class Act(StrEnum):
    """Verbs of the law. The value is the permission code too."""

    RECEIVE = "dossier.receive"


class PartyRole(StrEnum):
    """Whose matter it is, who hands it in, who acts for the owner, who helped to fill it in."""

    OWNER = "OWNER"
    SUBMITTER = "SUBMITTER"
    REPRESENTATIVE = "REPRESENTATIVE"
    HELPER = "HELPER"


class PartyKind(StrEnum):
    CITIZEN = "CITIZEN"
    ORGANIZATION = "ORGANIZATION"


class ReturnMethod(StrEnum):
    """Where the result is to be collected."""

    DESK = "DESK"
    ONLINE = "ONLINE"
    POST = "POST"


@dataclass(frozen=True, kw_only=True)
class Party:
    """A person or an organization as given on the day; a snapshot, never changed later.

    `personal_id` and `tax_code` are normalized. `birth_date` is `1995-08-15`, `1950-08` or `1950`:
    many old people know only the year. `authority` is the ground on which a representative acts.
    """

    role: PartyRole
    kind: PartyKind = PartyKind.CITIZEN
    name: str
    personal_id: str = ""
    old_id: str = ""
    tax_code: str = ""
    birth_date: str = ""
    sex: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    authority: str = ""


@dataclass(frozen=True, kw_only=True)
class PaperIn:
    """A paper handed in: `required_document_id` is empty for one the catalogue does not ask for."""

    name: str
    required_document_id: int | None = None
    originals: int = 0
    copies: int = 0
    present_only: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit, how many of what: typed by the officer when the catalogue states none."""

    unit: Unit
    value: Decimal


@dataclass(frozen=True, kw_only=True)
class ReceptionInput:
    """All that an officer, a partner system or the command line gives to receive one dossier.

    `received_at` is empty for "now"; it may lie in the past for post and for the paper book kept
    during an outage, with a `note`. `copies`, `pages`, `preference_groups` and `fee_choices` (ids
    of fee rules, where the catalogue offers alternatives) feed the fee, and so do `local_fees`: (id
    of a fee rule, đồng) where the provincial council sets the amount and the catalogue has none.
    `complete_confirmed`: the officer has looked, and what is not ticked is not needed here.
    """

    procedure_version_id: int
    variant_id: int | None = None
    channel: Channel = Channel.DESK
    parties: tuple[Party, ...]
    papers: tuple[PaperIn, ...] = ()
    complete_confirmed: bool = False
    sets: int = 1
    copies: int = 1
    pages: int = 1
    preference_groups: tuple[str, ...] = ()
    fee_choices: tuple[int, ...] = ()
    local_fees: tuple[tuple[int, int], ...] = ()
    typed_limit: Limit | None = None
    return_method: ReturnMethod = ReturnMethod.DESK
    received_at: datetime | None = None
    counter_id: int | None = None
    note: str = ""


def party_of(parties: tuple[Party, ...], role: PartyRole) -> Party | None:
    return next((party for party in parties if party.role is role), None)
