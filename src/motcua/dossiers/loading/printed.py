"""A dossier that lives a plain life: it is printed from a plate when nothing more is to happen.

As soon as something happens to it that a plain life does not have, it becomes a `Life`, which the
rules have worked out from the beginning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from motcua.database.filling import Row, Sheet
from motcua.dossiers.loading.clocks import Clocks, Promised
from motcua.dossiers.loading.lives import KIND, ComingIn, Life, Spot, actor_text
from motcua.dossiers.loading.plates import Plate, plate_of, sort_of
from motcua.dossiers.loading.press import Press, in_json, is_plain_text
from motcua.dossiers.loading.sheets import FEES, PARTIES, fee_rows, party_rows
from motcua.dossiers.loading.specimen import PLAIN_ACTS, slot_at
from motcua.dossiers.rows import party_values, search_key
from motcua.dossiers.rules.intake import ReceptionRefused, people_problems
from motcua.dossiers.rules.timeliness import timeliness
from motcua.dossiers.rules.transitions import next_stage
from motcua.dossiers.vocabulary import Act, Limit, Party, PartyRole, Stage
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.event import instant_text
from motcua.ledger.loading import Unbound
from motcua.ledger.rules.chain import canonical

TEXT_MAX = 80


PLATES: dict[Any, Plate] = {}
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
        and not given.proofs
        and given.competent_agency_id is None
        and given.parties[0].role is PartyRole.OWNER
    )


class PrintedLife:
    """As `Life`, for those who load it."""

    __slots__ = (
        "_acts",
        "_fees",
        "_given_to",
        "_parties",
        "_path",
        "_press",
        "_promised",
        "_real",
        "_received_at",
        "_values",
        "coming",
        "due_at",
        "stage",
    )  # fmt: skip

    def __init__(self, coming: ComingIn, press: Press) -> None:
        """Take it in. Refusals: NotPermitted, ReceptionRefused."""
        given, ground = coming.given, coming.ground
        problems = list(people_problems(given.parties, coming.at))
        if problems:
            raise ReceptionRefused(problems)
        self.coming, self._press = coming, press
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
        coming, ground = self.coming, self.coming.ground
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
        return self._press.limit(self.coming.ground, self.coming.given.channel)

    def _clocks(self) -> Clocks:
        return self._press.clocks(self.coming.ground)

    def accept(self, actor: Actor, at: datetime, register_number: int) -> None:
        """Receive what was registered. Refusals: NotPermitted."""
        self._demand(actor, Act.RECEIVE, None)
        self._acts.append((Act.RECEIVE, actor, at, register_number))
        self._receive(at, register_number)

    def do(self, act: Act, actor: Actor, at: datetime, given: Any) -> None:
        """Carry out an act. Refusals: NotPermitted, those of its rule."""
        if self._real is None and not self._stays_plain(act, actor, given):
            self._real = self._worked_out()
        if self._real is not None:
            self._real.do(act, actor, at, given)
            self.stage, self.due_at = self._real.facts.stage, self._real.facts.due_at
            return
        self._demand(actor, act, self.coming.ground.unit_id)
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

    def _stays_plain(self, act: Act, actor: Actor, given: Any) -> bool:
        if act not in PLAIN_ACTS or any(act is done for done, _given in self._path):
            return False
        if act is Act.RETURN_RESULT:
            owner = self.owner
            return (
                given.recipient_name == owner.name
                and given.recipient_number == owner.personal_id
                and is_sound(owner.name)
                and is_sound(owner.personal_id)
            )
        texts = FILL[act](actor, given)
        return act is Act.START or all(is_sound(text) for text in texts.values())

    def _demand(self, actor: Actor, act: Act, unit_id: int | None) -> None:
        agency_id = self.coming.ground.agency.id
        self._press.demand(actor, act, Spot(agency_id, agency_id, unit_id, self._given_to))

    def _worked_out(self) -> Life:
        """The same life so far, by the rules."""
        life = Life(self.coming)
        for act, actor, at, given in self._acts:
            if act is Act.RECEIVE:
                life.accept(actor, at, given)
            else:
                life.do(act, actor, at, given)
        return life

    @property
    def dossier_id(self) -> int:
        return self.coming.dossier_id

    @property
    def owner(self) -> Party:
        return self.coming.given.parties[0]

    @property
    def return_method(self) -> str:
        return str(self.coming.given.return_method)

    @property
    def told(self) -> list[Unbound]:
        """Its facts so far, in order."""
        if self._real is not None:
            return self._real.told
        coming, values = self.coming, self._values
        values["parties"] = canonical(self._parties)
        if any(not is_plain_text(values[name]) for name in TEXTS_IN_FACTS & values.keys()):
            values = {
                name: in_json(value) if name in TEXTS_IN_FACTS else value
                for name, value in values.items()
            }
        first = values["registered_at" if coming.register_number is None else "received_at"]
        moments = [(first, coming.actor)]
        moments += [(values[slot], actor) for (_a, actor, _t, _g), slot in self._moments()]
        pairs = zip(self._plate().facts, moments, strict=True)
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
        coming, plate = self.coming, self._plate()
        self._values["search_key"] = search_key(
            coming.code, coming.given.procedure_version_id, coming.given.parties
        )
        if self._press.copies:
            yield from plate.print_lines(self._values)
        else:
            yield from plate.print_rows(self._values)
        for row in party_rows(coming.dossier_id, self._parties):
            yield PARTIES, row
        for row in fee_rows(coming.dossier_id, self._fees[0]):
            yield FEES, row

    def _plate(self) -> Plate:
        coming, given = self.coming, self.coming.given
        is_registered = coming.register_number is None
        key = (
            given.procedure_version_id, given.variant_id, given.papers, given.channel,
            given.return_method, given.sets, given.note, given.counter_id,
            self._values["unit"] is None, is_registered, self._promised is None, *self._path,
        )  # fmt: skip
        found = PLATES.get(key)
        if found is None:
            acts = tuple(
                (act, said) for act, _by, _at, said in self._acts if act is not Act.RECEIVE
            )
            path = None if self._promised is None else acts
            found = plate_of(coming.ground, given, path, is_registered=is_registered)
            PLATES[key] = found
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


def is_sound(text: str) -> bool:
    """A text that the rules keep as it is."""
    return 0 < len(text) <= TEXT_MAX and text == text.strip()


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
