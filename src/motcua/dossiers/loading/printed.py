"""A dossier that lives a plain life: it is printed from a stamp when nothing more is to happen.

As soon as something happens to it that a plain life does not have, it becomes a `Life`, which the
rules have worked out from the beginning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from motcua.accounts.rules.roles import Permission
from motcua.database.filling import Row, Sheet, is_postgresql
from motcua.dossiers.loading.clocks import Clocks, Promised, clocks_of
from motcua.dossiers.loading.lives import KIND, ComingIn, Life, Spot, actor_text
from motcua.dossiers.loading.sheets import FEES, PARTIES, fee_rows, party_rows
from motcua.dossiers.loading.stamps import PLAIN_ACTS, Stamp, slot_at, sort_of, stamp_of
from motcua.dossiers.policies import can
from motcua.dossiers.preparation import Ground
from motcua.dossiers.rows import fee_values, party_values, search_key
from motcua.dossiers.rules.intake import ReceptionRefused, people_problems
from motcua.dossiers.rules.timeliness import timeliness
from motcua.dossiers.rules.transitions import next_stage
from motcua.dossiers.vocabulary import Act, Limit, Party, PartyRole, ReceptionInput, Stage
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.event import instant_text
from motcua.ledger.loading import Unbound
from motcua.ledger.rules.chain import canonical
from motcua.procedures.vocabulary import Channel

NUMBER_MAX = 80
Fees = tuple[list[dict[str, Any]], str, int]


@dataclass(slots=True)
class Press:
    """What one agency's desk works out once for many dossiers. `copies`: rows become lines of COPY."""

    copies: bool = field(default_factory=is_postgresql)
    _fees: dict[Any, Fees] = field(default_factory=dict)
    _limits: dict[Any, Limit] = field(default_factory=dict)
    _clocks: dict[int, Clocks] = field(default_factory=dict)
    _rights: set[Any] = field(default_factory=set)

    def fees(self, ground: Ground, given: ReceptionInput) -> Fees:
        """What is owed: as plain values, as JSON, in all."""
        key = (ground.detail.version_id, given.copies, given.pages, given.channel)
        found = self._fees.get(key)
        if found is None:
            lines = [fee_values(line) for line in ground.fee_sheet(given).lines]
            total = sum(line["amount_vnd"] for line in lines)
            found = self._fees[key] = (lines, canonical(lines), total)
        return found

    def limit(self, ground: Ground, channel: Channel) -> Limit:
        key = (ground.detail.version_id, channel)
        found = self._limits.get(key)
        if found is None:
            found = ground.limit(variant_id=None, channel=channel, typed=None)
            self._limits[key] = found
        return found

    def clocks(self, ground: Ground) -> Clocks:
        key = id(ground.office)
        found = self._clocks.get(key)
        if found is None:
            found = clocks_of(ground.office.calendar, ground.office.terms)
            self._clocks[key] = found
        return found

    def demand(self, actor: Actor, act: Act, spot: Spot) -> None:
        """Refusals: NotPermitted."""
        key = (actor.holding_id, act, spot.agency_id, spot.unit_id, spot.assignee_id)
        if key not in self._rights:
            can(actor, Permission(act), spot).demand()
            self._rights.add(key)


STAMPS: dict[Any, Stamp] = {}
"""Cut once in a process: agencies and people are slots, so all agencies share them."""


def is_plain(coming: ComingIn) -> bool:
    """Whether such a reception can be printed: nothing out of the ordinary was given with it."""
    given, row = coming.given, coming.ground.row
    day = local_day(coming.at)
    in_force = row.valid_from <= day and (row.valid_until is None or day < row.valid_until)
    return (
        in_force
        and given.complete_confirmed
        and given.received_at is None
        and given.typed_limit is None
        and given.group_id is None
        and not given.items
        and not given.preference_groups
        and given.competent_agency_id is None
        and given.parties[0].role is PartyRole.OWNER
    )


class PrintedLife:
    """As `Life`, for those who load it."""

    __slots__ = (
        "_acts",
        "_coming",
        "_fees",
        "_given_to",
        "_parties",
        "_path",
        "_press",
        "_promised",
        "_real",
        "_received_at",
        "_values",
        "due_at",
        "stage",
    )  # fmt: skip

    def __init__(self, coming: ComingIn, press: Press) -> None:
        """Take it in. Refusals: NotPermitted, ReceptionRefused."""
        given, ground = coming.given, coming.ground
        problems = list(people_problems(given.parties, coming.at))
        if problems:
            raise ReceptionRefused(problems)
        self._coming, self._press = coming, press
        self._real: Life | None = None
        self._acts: list[tuple[Act, Actor, datetime, Any]] = []
        self._path: list[tuple[Act, Any]] = []
        self._given_to: int | None = None
        self._promised: Promised | None = None
        self._received_at = coming.at
        self.due_at: datetime | None = None
        self._fees = press.fees(ground, given)
        self._parties = [party_values(party) for party in given.parties]
        self._values: dict[str, Any] = self._first_values()
        if coming.register_number is None:
            self.stage, act = next_stage(None, Act.REGISTER), Act.REGISTER
        else:
            act = Act.RECEIVE
            self._receive(coming.at, coming.register_number)
        press.demand(coming.actor, act, Spot(ground.agency.id, ground.agency.id, None, None))

    def _first_values(self) -> dict[str, Any]:
        coming, ground = self._coming, self._coming.ground
        owner, at = coming.given.parties[0], instant_text(coming.at)
        values = {
            "dossier": coming.dossier_id,
            "agency": ground.agency.id,
            "unit": ground.unit_id,
            "received_by": coming.actor.holding_id,
            "code": coming.code,
            "owner": owner.name,
            "owner_number": owner.personal_id,
            "fees": self._fees[1],
            "fee_total": self._fees[2],
        }
        if coming.register_number is None:
            values["registered_at"] = at
            values["clock_before"] = self._clocks().clock(self._limit(), at)
        return values

    def _receive(self, at: datetime, register_number: int) -> None:
        limit, text = self._limit(), instant_text(at)
        promised = self._promised = self._clocks().promised(limit, at)
        self._received_at, self.due_at, self.stage = at, promised.due_at, Stage.RECEIVED
        day = local_day(at)
        self._values |= {
            "register_number": register_number,
            "register_year": day.year,
            "received_at": text,
            "received_on": day.isoformat(),
            "clock": self._clocks().clock(limit, text),
            "trace": promised.trace,
            "due_at": promised.due_text,
            "due_soon_at": promised.due_soon_text or text,
            "overdue_on": promised.overdue_on,
        }

    def _limit(self) -> Limit:
        return self._press.limit(self._coming.ground, self._coming.given.channel)

    def _clocks(self) -> Clocks:
        return self._press.clocks(self._coming.ground)

    def accept(self, actor: Actor, at: datetime, register_number: int) -> None:
        """Receive what was registered. Refusals: NotPermitted."""
        self._demand(actor, Act.RECEIVE, None)
        self._acts.append((Act.RECEIVE, actor, at, register_number))
        self._receive(at, register_number)

    def do(self, act: Act, actor: Actor, at: datetime, given: Any) -> None:
        """Carry out an act. Refusals: NotPermitted, those of its rule."""
        if self._real is None and not self._stays_plain(act, given):
            self._real = self._worked_out()
        if self._real is not None:
            self._real.do(act, actor, at, given)
            self.stage, self.due_at = self._real.facts.stage, self._real.facts.due_at
            return
        self._demand(actor, act, self._coming.ground.unit_id)
        self.stage = next_stage(self.stage, act)
        self._acts.append((act, actor, at, given))
        self._path.append((act, sort_of(act, given)))
        self._values[slot_at(act)] = instant_text(at)
        self._values |= FILL[act](actor, given)
        if act is Act.START:
            self._given_to = actor.holding_id
        elif act is Act.ISSUE_RESULT:
            self._values |= {
                "ended_on": local_day(at).isoformat(),
                "timeliness": str(timeliness(ended_at=at, due_at=self.due_at)),
            }

    def _stays_plain(self, act: Act, given: Any) -> bool:
        if act not in PLAIN_ACTS or any(act is done for done, _given in self._path):
            return False
        if act is Act.RETURN_RESULT:
            owner = self.owner
            to_owner = given.recipient_name == owner.name
            return bool(to_owner and given.recipient_number == owner.personal_id)
        return act is not Act.ISSUE_RESULT or len(given.document_number) <= NUMBER_MAX

    def _demand(self, actor: Actor, act: Act, unit_id: int | None) -> None:
        agency_id = self._coming.ground.agency.id
        self._press.demand(actor, act, Spot(agency_id, agency_id, unit_id, self._given_to))

    def _worked_out(self) -> Life:
        """The same life so far, by the rules."""
        life = Life(self._coming)
        for act, actor, at, given in self._acts:
            if act is Act.RECEIVE:
                life.accept(actor, at, given)
            else:
                life.do(act, actor, at, given)
        return life

    @property
    def dossier_id(self) -> int:
        return self._coming.dossier_id

    @property
    def owner(self) -> Party:
        return self._coming.given.parties[0]

    @property
    def return_method(self) -> str:
        return str(self._coming.given.return_method)

    @property
    def told(self) -> list[Unbound]:
        """Its facts so far, in order."""
        if self._real is not None:
            return self._real.told
        coming, values = self._coming, self._values
        values["parties"] = canonical(self._parties)
        if any(not is_plain_text(values[name]) for name in TEXTS_IN_FACTS & values.keys()):
            values = {
                name: in_json(value) if name in TEXTS_IN_FACTS else value
                for name, value in values.items()
            }
        first = values["registered_at" if coming.register_number is None else "received_at"]
        moments = [(first, coming.actor)]
        moments += [(values[slot], actor) for (_a, actor, _t, _g), slot in self._moments()]
        pairs = zip(self._stamp().facts, moments, strict=True)
        return [
            Unbound(
                at, actor_text(actor), actor.request_id, KIND, coming.dossier_id, seq, code,
                version, text % values,
            )
            for seq, ((code, version, text), (at, actor)) in enumerate(pairs, start=1)
        ]  # fmt: skip

    def _moments(self) -> Iterator[tuple[Any, str]]:
        """The acts so far, each with the slot of its moment."""
        for done in self._acts:
            yield done, "received_at" if done[0] is Act.RECEIVE else slot_at(done[0])

    def rows(self) -> Iterator[tuple[Sheet, Row | str]]:
        """Its rows, when nothing more is to happen."""
        if self._real is not None:
            yield from self._real.rows()
            return
        coming, stamp = self._coming, self._stamp()
        self._values["search_key"] = search_key(coming.code, coming.given.parties)
        if self._press.copies:
            yield from stamp.print_lines(self._values)
        else:
            yield from stamp.print_rows(self._values)
        for row in party_rows(coming.dossier_id, self._parties):
            yield PARTIES, row
        for row in fee_rows(coming.dossier_id, self._fees[0]):
            yield FEES, row

    def _stamp(self) -> Stamp:
        coming, given = self._coming, self._coming.given
        is_registered = coming.register_number is None
        key = (
            given.procedure_version_id, given.variant_id, given.papers, given.channel,
            given.return_method, given.sets, given.note, given.counter_id,
            self._values["unit"] is None, is_registered, self._promised is None, *self._path,
        )  # fmt: skip
        found = STAMPS.get(key)
        if found is None:
            acts = tuple(
                (act, said) for act, _by, _at, said in self._acts if act is not Act.RECEIVE
            )
            path = None if self._promised is None else acts
            found = stamp_of(coming.ground, given, path, is_registered=is_registered)
            STAMPS[key] = found
        return found


TEXTS_IN_FACTS = frozenset(
    {
        "code",
        "owner",
        "owner_number",
        "decided_by",
        "decided_by_title",
        "document_number",
        "signed_by",
    }
)


def is_plain_text(text: str) -> bool:
    """Whether it stands between quotation marks as it is."""
    return text.isprintable() and '"' not in text and "\\" not in text


def in_json(text: str) -> str:
    """The text as it stands between quotation marks."""
    return canonical(text)[1:-1]


FILL: dict[Act, Callable[[Actor, Any], dict[str, Any]]] = {
    Act.START: lambda actor, _given: {"assignee": actor.holding_id},
    Act.PROPOSE: lambda _actor, _given: {},
    Act.DECIDE: lambda actor, _given: {"decided_by": actor.name, "decided_by_title": actor.title},
    Act.ISSUE_RESULT: lambda _actor, given: {
        "document_number": given.document_number,
        "signed_by": given.signed_by,
    },
    Act.RETURN_RESULT: lambda _actor, _given: {},
}
"""What an act says of its own."""
