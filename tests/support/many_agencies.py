"""Agencies of every kind around the sample office, and dossiers of which each has had a task on some.

Nobody reads another agency's dossier unless it has, is offered or had a task on it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from motcua.accounts.commands.sample_officers import VERTICAL_OFFICERS
from motcua.accounts.rules.roles import PERMISSIONS_OF, Permission
from motcua.dossiers import inputs
from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.vocabulary import Act, Party, PartyRole
from motcua.workflow.commands.asking import ask, go_on_without
from motcua.workflow.inputs import Question
from motcua.workflow.models import Task
from motcua.workflow.vocabulary import TaskKind
from tests.support.acts import attach, do
from tests.support.clock import PLAIN_MORNING
from tests.support.interlinked import (
    BIRTH,
    INSURANCE,
    INSURANCE_AGENCY,
    POLICE_AGENCY,
    RESIDENCE,
    put_up_groups,
    submit,
)
from tests.support.offices import agency_id
from tests.support.reception import OWNER, a_reception
from tests.support.two_communes import (
    HOME,
    NEIGHBOR,
    NEIGHBOR_PREFIX,
    PEOPLE,
    Held,
    Somebody,
    put_up_two_communes,
    slow_rule,
)
from tests.support.working_office import BIRTH_AGAIN, officer

REGISTRY = "chi-nhanh-dang-ky-dat-dai-gia-lam"
TAX = "thue-co-so-gia-lam"
DEPARTMENT = "so-nong-nghiep-moi-truong-ha-noi"
VERTICAL = tuple(
    Somebody(username=one.username, roles=frozenset(one.roles), agency=one.agency, unit="")
    for one in VERTICAL_OFFICERS
)
EVERYBODY = (*PEOPLE, *VERTICAL)
Told = tuple[str, ...]
OFFICE = "van-phong"
SECRET = "Dặn riêng trong cơ quan: gọi lại chủ hồ sơ"
"""What the office at home tells itself about each of its dossiers."""
TASK_WORDS = "Xác minh nguồn gốc"


@dataclass(frozen=True, kw_only=True, slots=True)
class Shared:
    """A dossier: whose it is, received where, and which agencies have or had a task on it."""

    name: str
    held: Held
    received_at: str
    tasked: frozenset[str]
    tasks: tuple[int, ...]
    position: str

    @property
    def code(self) -> str:
        return self.held.code

    @property
    def words(self) -> Told:
        """By which an answer would tell of it; dossiers of one group have their owner in common."""
        alone = (self.held.owner, self.held.personal_id)
        return (self.code, *(() if self.name.startswith("of_a_group") else alone))


def reads(person: Somebody, dossier: Shared) -> bool:
    """As one would tell a newcomer: whose it is by place, or whose agency has had a task on it.

    Who runs the system and who keeps the books read no dossiers.
    """
    if not any(Permission.DOSSIER_VIEW in PERMISSIONS_OF[role] for role in person.roles):
        return False
    if person.agency in dossier.tasked:
        return True
    received = replace(dossier.held, agency=dossier.received_at, unit="")
    return slow_rule(person, dossier.held) or slow_rule(person, received)


def put_up_many_agencies(monkeypatch: Any, at: datetime = PLAIN_MORNING) -> tuple[Shared, ...]:
    """Two communes, the vertical sectors, and dossiers in every relation to them."""
    neighbors = put_up_two_communes(monkeypatch, at)
    put_up_groups(at)
    kinds = (_untouched, _offered, _refused, _handed_on, _given_back, _asked, _done_without)
    own = tuple(_shared(number, kind, at) for number, kind in enumerate(kinds))
    there = tuple(_of_nobody_else(one) for one in neighbors if one.agency == NEIGHBOR)
    return (*own, *_of_a_group(at), *there)


Kind = Callable[[str, datetime], Told]


def _shared(number: int, kind: Kind, at: datetime) -> Shared:
    owner, personal_id = f"Lê Thị Chung {'ABCDEFG'[number]}", f"00119500020{number}"
    party = replace(OWNER, name=owner, personal_id=personal_id)
    given = a_reception(BIRTH_AGAIN, at=at, parties=(party,))
    code = receive_dossier(actor=officer("tiepnhan1", at), at=at, given=given).code
    do(code, Act.START, inputs.Nothing(), by="thuly1", at=at)
    do(code, Act.NOTE, inputs.Note(text=SECRET), by="tiepnhan1", at=at)
    tasked = kind(code, at)
    held = Held(code=code, agency=HOME, unit=OFFICE, owner=owner, personal_id=personal_id)
    return _standing(kind.__name__, held, HOME, frozenset(tasked), at)


def _standing(
    name: str, held: Held, received_at: str, tasked: frozenset[str], at: datetime
) -> Shared:
    return Shared(
        name=name.strip("_"),
        held=held,
        received_at=received_at,
        tasked=tasked,
        tasks=tuple(Task.objects.filter(dossier__code=held.code).values_list("id", flat=True)),
        position=attach(held.code, at=at) if received_at == HOME else "0",
    )


def _of_nobody_else(held: Held) -> Shared:
    return _standing("of_the_neighbor", held, NEIGHBOR, frozenset(), PLAIN_MORNING)


def _offer(code: str, by: str, to: str, at: datetime) -> None:
    do(code, Act.OFFER, inputs.Offer(agency_id=agency_id(to), task=TASK_WORDS), by=by, at=at)


def _accept(code: str, by: str, at: datetime) -> None:
    do(code, Act.ACCEPT_OFFER, inputs.AcceptOffer(received_all=True), by=by, at=at)


def _untouched(_code: str, _at: datetime) -> Told:
    return ()


def _offered(code: str, at: datetime) -> Told:
    """To the neighbor: it waits for an answer."""
    _offer(code, "thuly1", NEIGHBOR, at)
    return (NEIGHBOR,)


def _refused(code: str, at: datetime) -> Told:
    """Whoever refuses it sees it no more."""
    _offer(code, "thuly1", TAX, at)
    do(code, Act.REFUSE_OFFER, inputs.WithReason(reason="Không thuộc"), by="thue1", at=at)
    return ()


def _handed_on(code: str, at: datetime) -> Told:
    _offer(code, "thuly1", REGISTRY, at)
    _accept(code, "datdai1", at)
    _offer(code, "datdai1", DEPARTMENT, at)
    _accept(code, "so1", at)
    return (REGISTRY, DEPARTMENT)


def _given_back(code: str, at: datetime) -> Told:
    """Who had it in hand goes on reading it."""
    _offer(code, "thuly1", TAX, at)
    _accept(code, "thue1", at)
    _offer(code, "thue1", HOME, at)
    _accept(code, "thuly1", at)
    return (TAX,)


def _question(slug: str, at: datetime) -> Question:
    return Question(
        kind=TaskKind.CONSULTATION,
        text="Có tranh chấp không?",
        agency_id=agency_id(slug),
        due_on=(at + timedelta(days=1)).date(),
    )


def _asked(code: str, at: datetime) -> Told:
    ask(actor=officer("thuly1", at), at=at, code=code, question=_question(POLICE_AGENCY, at))
    return (POLICE_AGENCY,)


def _done_without(code: str, at: datetime) -> Told:
    """Who was asked and did not answer held a task on it all the same."""
    actor = officer("thuly1", at)
    task = ask(actor=actor, at=at, code=code, question=_question(INSURANCE_AGENCY, at))
    go_on_without(actor=actor, at=at, task_id=task, reason="Đã có đủ căn cứ")
    return (INSURANCE_AGENCY,)


def _of_a_group(at: datetime) -> tuple[Shared, ...]:
    """Received at home: registered there, and sent to the police and the insurance."""
    owner = Party(role=PartyRole.OWNER, name="Trần Thị Liên", personal_id="001195000301")
    refs = submit(at=at, parties=(owner,))
    places = {BIRTH: HOME, RESIDENCE: POLICE_AGENCY, INSURANCE: INSURANCE_AGENCY}
    return tuple(_member(refs[key], place, owner, at) for key, place in places.items())


def _member(ref: DossierRef, place: str, owner: Party, at: datetime) -> Shared:
    unit = OFFICE if place == HOME else ""
    held = Held(
        code=ref.code, agency=place, unit=unit, owner=owner.name, personal_id=owner.personal_id
    )
    return _standing(f"of_a_group_{place}", held, HOME, frozenset(), at)


def of_the_neighbor(username: str) -> str:
    return NEIGHBOR_PREFIX + username
