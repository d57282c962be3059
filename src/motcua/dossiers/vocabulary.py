"""Words of the dossier: states, acts, roles of people, and the typed input of reception."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from motcua.procedures.rules.fees import CopiedDocument
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


class Stage(StrEnum):
    """Where exactly a dossier is: the national state, finer where the office works differently.

    Other systems see `STATUS_OF[stage]`; the table of acts is written in stages.
    """

    REGISTERED = "REGISTERED"
    COMPLETION_ASKED = "COMPLETION_ASKED"
    NOT_RECEIVED = "NOT_RECEIVED"
    IN_TRANSIT = "IN_TRANSIT"
    RECEIVED = "RECEIVED"
    PROCESSING = "PROCESSING"
    PROPOSED = "PROPOSED"
    DECIDED = "DECIDED"
    SUPPLEMENT_REQUESTED = "SUPPLEMENT_REQUESTED"
    OBLIGATION_DUE = "OBLIGATION_DUE"
    WITHDRAWN = "WITHDRAWN"
    TERMINATED = "TERMINATED"
    SETTLED = "SETTLED"
    RETURNED = "RETURNED"


STATUS_OF: dict[Stage, Status] = {
    Stage.COMPLETION_ASKED: Status.SUPPLEMENT_REQUESTED,
    Stage.IN_TRANSIT: Status.RECEIVED,
    Stage.PROPOSED: Status.PROCESSING,
    Stage.DECIDED: Status.PROCESSING,
    **{Stage(status): status for status in Status},
}
BEFORE_RECEPTION = frozenset({Stage.REGISTERED, Stage.COMPLETION_ASKED, Stage.NOT_RECEIVED})
OPEN_STAGES = frozenset(
    {
        Stage.IN_TRANSIT,
        Stage.RECEIVED,
        Stage.PROCESSING,
        Stage.PROPOSED,
        Stage.DECIDED,
        Stage.SUPPLEMENT_REQUESTED,
        Stage.OBLIGATION_DUE,
    }
)
"""Received and not yet ended: what the office still owes an answer to."""
WAITING_STAGES = frozenset({Stage.SUPPLEMENT_REQUESTED, Stage.OBLIGATION_DUE})
"""Open, but it is the applicant's turn."""
IN_HAND_STAGES = OPEN_STAGES - WAITING_STAGES - {Stage.IN_TRANSIT}
"""Open, and the office's own turn: the clock runs."""


class Act(StrEnum):
    """Verbs of the law. The value is the permission code too."""

    REGISTER = "dossier.register"
    RECEIVE = "dossier.receive"
    RECEIVE_FOR_ANOTHER = "dossier.receive-for-another"
    ASK_TO_COMPLETE = "dossier.ask-to-complete"
    REFUSE_RECEPTION = "dossier.refuse-reception"
    RELEASE = "dossier.release"
    TAKE_OVER = "dossier.take-over"
    REFUSE_TAKE_OVER = "dossier.refuse-take-over"
    REDIRECT = "dossier.redirect"
    ASSIGN = "dossier.assign"
    START = "dossier.start"
    FORWARD = "dossier.forward"
    OFFER = "dossier.offer"
    ACCEPT_OFFER = "dossier.accept-offer"
    REFUSE_OFFER = "dossier.refuse-offer"
    TAKE_BACK_OFFER = "dossier.take-back-offer"
    PROPOSE = "dossier.propose"
    SEND_BACK = "dossier.send-back"
    REQUEST_SUPPLEMENT = "dossier.request-supplement"
    ALLOW_SUPPLEMENT = "dossier.allow-supplement"
    SUPPLEMENT = "dossier.supplement"
    SUSPEND = "dossier.suspend"
    RESUME = "dossier.resume"
    EXTEND = "dossier.extend"
    APOLOGIZE = "dossier.apologize"
    WITHDRAW = "dossier.withdraw"
    TERMINATE = "dossier.terminate"
    DECIDE = "dossier.decide"
    ISSUE_RESULT = "dossier.issue-result"
    RETURN_RESULT = "dossier.return-result"
    CORRECT_RESULT = "dossier.correct-result"
    REOPEN = "dossier.reopen"
    AMEND = "dossier.amend"
    NOTE = "dossier.note"
    ATTACH = "dossier.attach"


ANSWERS_TO_OFFERS = frozenset({Act.ACCEPT_OFFER, Act.REFUSE_OFFER, Act.TAKE_BACK_OFFER})
"""Each ends an offer that waits, and there is none before somebody offers."""


class Decision(StrEnum):
    """What the competent person decides: the result asked for, or a reasoned refusal."""

    GRANTED = "GRANTED"
    DECLINED = "DECLINED"


class Timeliness(StrEnum):
    """How a dossier ended against its date; see `rules.timeliness`."""

    EARLY = "EARLY"
    ON_TIME = "ON_TIME"
    OVERDUE = "OVERDUE"


class Began(StrEnum):
    """How a stay begins: see `rules.stays`."""

    RECEIVED = "RECEIVED"
    REOPENED = "REOPENED"
    MOVED = "MOVED"


class Ended(StrEnum):
    """How a stay ends: as the dossier did against its date, or by moving on to another place."""

    EARLY = "EARLY"
    ON_TIME = "ON_TIME"
    OVERDUE = "OVERDUE"
    MOVED = "MOVED"


class TallyLevel(StrEnum):
    """What one row of a tally counts: a day, or a whole month (named by its first day)."""

    DAY = "DAY"
    MONTH = "MONTH"


class TerminationGround(StrEnum):
    """Why the office stops without a result."""

    WITHDRAWN = "WITHDRAWN"
    NOT_COMPLETED = "NOT_COMPLETED"
    OBLIGATION_NOT_MET = "OBLIGATION_NOT_MET"
    OTHER = "OTHER"


class OfferAnswer(StrEnum):
    """What became of a hand-over that was offered; one without an answer waits."""

    ACCEPTED = "ACCEPTED"
    REFUSED = "REFUSED"
    TAKEN_BACK = "TAKEN_BACK"


class FileKind(StrEnum):
    """What an attached file is: a scan of a paper handed in, a result, or anything else."""

    PAPER = "PAPER"
    RESULT = "RESULT"
    OTHER = "OTHER"


class BulkOutcome(StrEnum):
    """What became of one dossier of a bulk run."""

    DONE = "DONE"
    REFUSED = "REFUSED"


class PartyRole(StrEnum):
    """Whose matter it is, who hands it in, who acts for the owner, who helped to fill it in."""

    OWNER = "OWNER"
    SUBMITTER = "SUBMITTER"
    REPRESENTATIVE = "REPRESENTATIVE"
    HELPER = "HELPER"


class CitizenPart(StrEnum):
    """As what the holder of an account has to do with a dossier: he sent his own matter (or that of
    somebody he represents), or filled it in for somebody who asked for help."""

    FILER = "FILER"
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


@dataclass(frozen=True, kw_only=True)
class FileIn:
    """A stored file (see `documents`) that comes in with papers.

    `paper_position`: the place, among the papers that come with it, of the one it is a scan of.
    """

    digest: str
    name: str
    media_type: str
    size: int
    paper_position: int | None = None


@dataclass(frozen=True, kw_only=True)
class Declared:
    """Answers to the interactive form of the procedure as they were given; the rule checks them."""

    eform_version_id: int
    answers: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit, how many of what: typed by the officer when the catalogue states none."""

    unit: Unit
    value: Decimal


@dataclass(frozen=True, kw_only=True)
class Carried:
    """What the installation decided that received it first: its code, and what is owed (as facts keep
    fees). Neither is decided a second time."""

    code: str
    fees: tuple[dict[str, Any], ...] = ()


class ProofKind(StrEnum):
    """How somebody proves that a fee is lowered for him: a paper or file of the dossier, or one that was
    only looked at."""

    PAPER = "PAPER"
    FILE = "FILE"
    SEEN = "SEEN"


class ClaimState(StrEnum):
    """A citizen's claim waits until an officer has looked at its proof."""

    WAITING = "WAITING"
    ACCEPTED = "ACCEPTED"
    REFUSED = "REFUSED"


@dataclass(frozen=True, kw_only=True, slots=True)
class ProofIn:
    """What proves that somebody belongs to a group for whom a fee is lowered. `source`: the paper or file
    of the dossier, by its name; `expires_on`: the last day on which it holds."""

    group: str
    kind: ProofKind = ProofKind.SEEN
    source: str = ""
    number: str = ""
    issuer: str = ""
    expires_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class ReceptionInput:
    """All that an officer, a partner system or the command line gives to receive one dossier.

    `received_at` is empty for "now"; it may lie in the past for post and for the paper book kept
    during an outage, with a `note`. `copies`, `pages`, `preference_groups` and `fee_choices` (ids
    of fee rules, where the catalogue offers alternatives) feed the fee, and so do `local_fees`: (id
    of a fee rule, đồng) where the provincial council sets the amount and the catalogue has none.
    `items`: several originals at once, in place of `copies` and `pages`. `proofs`: what proves the
    groups; `claims_wait`: they are a citizen's word, on which an officer has yet to decide.
    `complete_confirmed`: the officer has looked, and what is not ticked is not needed here.
    `competent_agency_id`: the agency that will settle it, when that is not the receiving one.
    `group_id`: the reception of several dossiers at once that it belongs to.
    `group_limit`: the limit that holds for it as part of that group, before that of the catalogue.
    `awaits_companion`: it waits for a result of another of that group; `expected_at`: when it can be
    expected to be done, told on the slip of what has no date yet.
    `declared`: the declaration typed into the interactive form; None when it is on paper.
    `carried`: it comes from another installation, which received it; no door of this one gives it.
    """

    procedure_version_id: int
    variant_id: int | None = None
    channel: Channel = Channel.DESK
    parties: tuple[Party, ...]
    papers: tuple[PaperIn, ...] = ()
    declared: Declared | None = None
    files: tuple[FileIn, ...] = ()
    complete_confirmed: bool = False
    sets: int = 1
    copies: int = 1
    pages: int = 1
    items: tuple[CopiedDocument, ...] = ()
    preference_groups: tuple[str, ...] = ()
    proofs: tuple[ProofIn, ...] = ()
    claims_wait: bool = False
    fee_choices: tuple[int, ...] = ()
    local_fees: tuple[tuple[int, int], ...] = ()
    typed_limit: Limit | None = None
    return_method: ReturnMethod = ReturnMethod.DESK
    received_at: datetime | None = None
    counter_id: int | None = None
    competent_agency_id: int | None = None
    group_id: int | None = None
    awaits_companion: bool = False
    group_limit: Limit | None = None
    expected_at: datetime | None = None
    carried: Carried | None = None
    note: str = ""


def party_of(parties: tuple[Party, ...], role: PartyRole) -> Party | None:
    return next((party for party in parties if party.role is role), None)
