"""One agency through the five years, day after day: who comes, with what, and what becomes of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from itertools import accumulate
from random import Random

from motcua.dossiers.loading.desk import AnyLife, Books, Desk, Lot, new_lot
from motcua.dossiers.vocabulary import Party, PartyRole, ReceptionInput, ReturnMethod
from motcua.jobs.sample.district.calendar_days import DayPlan
from motcua.jobs.sample.district.figures import LAST_DAY
from motcua.jobs.sample.district.lives import END, Course, Outcome, live
from motcua.jobs.sample.district.matters import Matter, Shelf, those_of
from motcua.jobs.sample.district.staff import Staff
from motcua.jobs.sample.people import Person, as_party, invent
from motcua.kernel.actor import Actor
from motcua.kernel.clock import ZONE
from motcua.payments.loading.cash_desk import CashDesk, Room
from motcua.procedures.vocabulary import Channel
from motcua.worktime.rules.calendar import WorkCalendar

HOURS = {7: 4, 8: 11, 9: 14, 10: 10, 11: 5, 13: 6, 14: 11, 15: 10, 16: 5}
"""How many come in which hour."""
LAST_HOUR = {8: 11, 9: 14, 10: 10, 11: 5, 13: 6}
"""On the last day nobody comes whose matter could not be settled any more."""
BY_POST, RETURN_BY_POST, ONLINE_RETURN = 0.015, 0.08, 0.5
KNOWN_AGAIN, KNOWN_MAX = 0.22, 400
WITH_KIN = 0.12
RELATIVES = ("con ruột", "vợ", "chồng", "em ruột")
EVENING = (17 * 60 + 5, 22 * 60)
QUARTER = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """An agency as it is before its first dossier: all that its years are made from."""

    agency_id: int
    agency_code: str
    pattern: str
    place: str
    calendar: WorkCalendar
    staff: Staff
    offered: Shelf
    others: Shelf
    plans: tuple[DayPlan, ...]
    seed: str
    room: Room
    prints: bool = True


@dataclass(slots=True)
class _Visit:
    """One dossier to come: when it is received, and when it came in if that was before."""

    received_at: datetime
    outcome: Outcome
    is_offered: bool
    is_online: bool
    came_at: datetime | None = None


@dataclass(slots=True)
class OfficeYears:
    """The years of one agency. `ids`: the first free id on each day."""

    setting: Setting
    ids: Mapping[date, int]
    desk: Desk = field(init=False)
    cash_desk: CashDesk = field(init=False)
    _random: Random = field(init=False)
    _known: list[Person] = field(default_factory=list)
    _number: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    _registered: dict[int, tuple[AnyLife, Matter]] = field(default_factory=dict)
    _visits: list[list[_Visit]] = field(default_factory=list)
    _quick: dict[bool, Shelf] = field(default_factory=dict)
    _slow: dict[bool, Shelf] = field(default_factory=dict)

    def __post_init__(self) -> None:
        setting = self.setting
        self.desk = Desk(
            setting.agency_id, setting.agency_code, setting.pattern, prints=setting.prints
        )
        self.cash_desk = CashDesk(setting.agency_id, setting.room)
        self._random = Random(setting.seed)  # noqa: S311  # invented data, not a secret
        for offered, shelf in ((True, setting.offered), (False, setting.others)):
            self._quick[offered] = those_of(shelf, same_day=True)
            self._slow[offered] = those_of(shelf, same_day=False)

    def days(self) -> Iterator[tuple[date, Lot]]:
        """What is written of each day, the days on which the desk is open."""
        plans = self.setting.plans
        today = self._visits_of(plans[0], None)
        for place, plan in enumerate(plans):
            following = None
            if place + 1 < len(plans):
                following = self._visits_of(plans[place + 1], plan.day)
            lot = new_lot()
            if today or following:
                self._live_day(plan, today, following or [], lot)
            yield plan.day, lot
            today = following or []

    def close(self) -> tuple[Lot, Books]:
        """What is still to be bound, and where the books stand."""
        lot = new_lot()
        self.desk.bind_until(None, lot)
        return lot, self.desk.books()

    def _visits_of(self, plan: DayPlan, day_before: date | None) -> list[_Visit]:
        """The dossiers received on a day in the order of time."""
        if not plan.received:
            return []
        random = self._random
        outcomes = _mixed(plan, random)
        marks = [(place < plan.offered, place < plan.online) for place in range(plan.received)]
        moments = self._moments(plan)
        random.shuffle(marks)
        visits = [
            _Visit(at, outcome, *mark)
            for at, outcome, mark in zip(moments, outcomes, marks, strict=True)
        ]
        online = [visit for visit in visits if visit.is_online]
        for place, visit in enumerate(online):
            early = place < plan.early and day_before is not None
            visit.came_at = self._came_at(visit.received_at, day_before if early else None)
        return visits

    def _moments(self, plan: DayPlan) -> list[datetime]:
        """Moments at which the desk is open, more of them in the middle of each session."""
        day, random = plan.day, self._random
        quarters, weights = [], []
        hours = LAST_HOUR if day == LAST_DAY else HOURS
        for opening, closing in self.setting.calendar.hours_on(day).sessions:
            for minute in range(opening, closing, QUARTER):
                quarters.append(minute)
                weights.append(hours.get(minute // 60, 0))
        reached = list(accumulate(weights))
        drawn = random.choices(quarters, cum_weights=reached, k=plan.received)
        midnight = datetime.combine(day, time(), tzinfo=ZONE)
        return sorted(
            midnight + timedelta(minutes=minute, seconds=random.randrange(QUARTER * 60))
            for minute in drawn
        )

    def _came_at(self, received_at: datetime, day_before: date | None) -> datetime:
        """When it was sent: in the evening before, or earlier on the day itself."""
        random = self._random
        if day_before is None:
            midnight = datetime.combine(received_at.date(), time(), tzinfo=ZONE)
            span = int((received_at - midnight).total_seconds()) - 6 * 3600
            return midnight + timedelta(hours=6, seconds=random.randrange(max(1, span - 240)))
        midnight = datetime.combine(day_before, time(), tzinfo=ZONE)
        minutes = random.randint(*EVENING)
        return midnight + timedelta(minutes=minutes, seconds=random.randrange(60))

    def _live_day(
        self, plan: DayPlan, today: list[_Visit], following: list[_Visit], lot: Lot
    ) -> None:
        """Everything that comes in on the day, and what is received of what came in before."""
        next_id = self.ids[plan.day]
        coming = [
            (visit.came_at, 0, place, visit)
            for place, visit in enumerate(today)
            if visit.came_at is not None and visit.came_at.date() == plan.day
        ]
        coming += [
            (visit.came_at, 0, place + len(today), visit)
            for place, visit in enumerate(following)
            if visit.came_at is not None and visit.came_at.date() == plan.day
        ]
        coming += [(visit.received_at, 1, place, visit) for place, visit in enumerate(today)]
        coming.sort(key=lambda one: one[:3])
        for at, is_reception, _place, visit in coming:
            if not is_reception:
                self._register(visit, at, next_id)
                next_id += 1
            elif visit.came_at is None:
                self._receive(visit, next_id, lot)
                next_id += 1
            else:
                self._accept(visit, lot)
        self.cash_desk.close_day(lot)
        self.desk.tell(self.cash_desk.hand_over())
        self.desk.bind_until(datetime.combine(plan.day, time(23, 59, 59), tzinfo=ZONE), lot)

    def _register(self, visit: _Visit, at: datetime, dossier_id: int) -> None:
        matter = self._matter(visit)
        given, actor = self._given(visit, matter), self._officer()
        life = self.desk.register(dossier_id, at, actor, given, matter.ground)
        self._registered[id(visit)] = (life, matter)

    def _accept(self, visit: _Visit, lot: Lot) -> None:
        life, matter = self._registered.pop(id(visit))
        actor = self._officer()
        self.desk.accept(life, actor, visit.received_at)
        self.cash_desk.take(life.coming, actor, visit.received_at, lot)
        self._live(visit, life, matter, lot)

    def _receive(self, visit: _Visit, dossier_id: int, lot: Lot) -> None:
        matter = self._matter(visit)
        given, actor = self._given(visit, matter), self._officer()
        life = self.desk.receive(dossier_id, visit.received_at, actor, given, matter.ground)
        self.cash_desk.take(life.coming, actor, visit.received_at, lot)
        self._live(visit, life, matter, lot)

    def _live(self, visit: _Visit, life: AnyLife, matter: Matter, lot: Lot) -> None:
        random, setting = self._random, self.setting
        self._number[visit.received_at.year] += 1
        course = Course(
            life=life,
            matter=matter,
            staff=setting.staff,
            calendar=setting.calendar,
            random=random,
            number=self._number[visit.received_at.year],
            at=visit.received_at,
            handler=random.choice(setting.staff.handlers[matter.ground.unit_id]),
        )
        live(course, visit.outcome)
        self.desk.keep(life, lot)

    def _officer(self) -> Actor:
        return self._random.choice(self.setting.staff.reception)

    def _matter(self, visit: _Visit) -> Matter:
        """What it is about; it fits what is to become of it."""
        offered = visit.is_offered
        if visit.outcome is Outcome.OPEN and self._slow[offered].matters:
            return self._slow[offered].draw(self._random)
        near = END - visit.received_at < timedelta(days=30)
        if near and self._quick[offered].matters:
            return self._quick[offered].draw(self._random)
        shelf = self.setting.offered if offered else self.setting.others
        return shelf.draw(self._random)

    def _given(self, visit: _Visit, matter: Matter) -> ReceptionInput:
        random = self._random
        channel = Channel.DESK
        if visit.is_online:
            channel = Channel.ONLINE
        elif random.random() < BY_POST and not matter.is_at_once:
            channel = Channel.POST
        return matter.given(self._parties(), channel, self._method(channel), random)

    def _method(self, channel: Channel) -> ReturnMethod:
        chance = self._random.random()
        if channel is Channel.ONLINE and chance < ONLINE_RETURN:
            return ReturnMethod.ONLINE
        return ReturnMethod.POST if chance > 1 - RETURN_BY_POST else ReturnMethod.DESK

    def _parties(self) -> tuple[Party, ...]:
        random = self._random
        owner = self._person()
        parties = (as_party(owner, PartyRole.OWNER),)
        if random.random() >= WITH_KIN:
            return parties
        kin = replace(invent(random), address=owner.address)
        return (
            *parties,
            as_party(kin, PartyRole.SUBMITTER),
            as_party(kin, PartyRole.REPRESENTATIVE, random.choice(RELATIVES)),
        )

    def _person(self) -> Person:
        """Some have been here before."""
        random, known = self._random, self._known
        if known and random.random() < KNOWN_AGAIN:
            return random.choice(known)
        person = invent(random)
        home = f"Thôn {random.randint(1, 9)}, {self.setting.place}"
        person = replace(person, address=home)
        if len(known) < KNOWN_MAX:
            known.append(person)
        else:
            known[random.randrange(KNOWN_MAX)] = person
        return person


def _mixed(plan: DayPlan, random: Random) -> list[Outcome]:
    in_time = plan.received - plan.open - plan.late
    outcomes = [Outcome.OPEN] * plan.open + [Outcome.LATE] * plan.late + [Outcome.IN_TIME] * in_time
    random.shuffle(outcomes)
    return outcomes
