"""Random officers do random acts, fitting or not, over random office hours: whatever happens, the
register stays lawful, the ledger proves it, and each date is the calculator's."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import orjson
import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.accounts.queries.colleagues import colleagues_of
from motcua.agencies.queries import units_of
from motcua.dossiers import inputs
from motcua.dossiers.acting import Asked, facts_of
from motcua.dossiers.commands.performing import PERFORMERS, perform
from motcua.dossiers.commands.receive import receive_dossier, register_dossier
from motcua.dossiers.models import Dossier, Offer
from motcua.dossiers.policies import can
from motcua.dossiers.proof import disagreements
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.rules.custody import holder_of
from motcua.dossiers.rules.promise import ClockInputs, timing
from motcua.dossiers.rules.spans import spans
from motcua.dossiers.rules.timeliness import timeliness
from motcua.dossiers.rules.transitions import TRANSITIONS, ActNotAllowed
from motcua.dossiers.tallies.proof import tally_flaws
from motcua.dossiers.vocabulary import (
    ANSWERS_TO_OFFERS,
    IN_HAND_STAGES,
    STATUS_OF,
    WAITING_STAGES,
    Act,
    Decision,
    Limit,
    ReturnMethod,
    Stage,
    TerminationGround,
)
from motcua.kernel.actor import Actor, Role
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.caching import forget_all
from motcua.ledger.queries import facts_about
from motcua.ledger.verification import verify
from motcua.worktime.commands.set_calendar import set_calendar
from motcua.worktime.queries.calendars import office_time
from motcua.worktime.vocabulary import Counting, DayHours, OutsideHours, Terms, Unit
from tests.support.clock import PLAIN_MORNING
from tests.support.counting import figures_are_those_of_the_facts
from tests.support.offices import agency_id, somebody
from tests.support.reception import BIRTH, BUSINESS, LAND, OWNER, a_reception
from tests.support.working_office import SETUP, officer

OFFICERS = ("tiepnhan1", "tiepnhan2", "thuly1", "thuly2", "truongphong", "lanhdao", "vanthu")
MORNINGS = ((7 * 60, 11 * 60), (7 * 60 + 30, 11 * 60 + 30), (8 * 60, 12 * 60))
AFTERNOONS = ((13 * 60, 17 * 60), (13 * 60 + 30, 17 * 60), (14 * 60, 18 * 60))
AROUND = ("xa-bat-trang",)
PASSING = (Role.RECEPTION, Role.HANDLING)
ALONE = [act for act in PERFORMERS if act is not Act.RELEASE]
"""What comes to one dossier without another."""
HANDING = frozenset({Act.OFFER, Act.TAKE_BACK_OFFER, Act.REDIRECT, Act.REFUSE_TAKE_OVER})
"""What keeps a dossier from going on: done as often as the rarest, not more."""
NEVER = frozenset(Act)
"""More than any life has."""
TAKES_HOME = frozenset({Act.RECEIVE, Act.TAKE_OVER, Act.REOPEN})
STEPS = 60
EXAMPLES = 30
LONG = 4000
"""So many steps at most: a long life ends when every act has been done."""


class Life:
    """One random office: it is asked for acts, and says what must be true after each."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.at = PLAIN_MORNING
        self.dossiers: list[DossierRef] = []
        self.done: Counter[Act] = Counter()
        self.tried: Counter[Act] = Counter()
        city = agency_id("thanh-pho-ha-noi")
        self.city_desk = somebody(Role.RECEPTION, agency=city)
        neighbors = [somebody(role, agency=agency_id(slug)) for slug in AROUND for role in PASSING]
        self.officers = [*(officer(name) for name in OFFICERS), self.city_desk, *neighbors]
        self.places = [agency_id(), city, *(agency_id(slug) for slug in AROUND)]
        self.holders: dict[int, int] = {}
        self.digests = (f"{number:064x}" for number in range(1, 10_000))
        self._set_hours()

    def _set_hours(self) -> None:
        day = DayHours((self.chance.choice(MORNINGS), self.chance.choice(AFTERNOONS)))
        saturday = {5: DayHours((self.chance.choice(MORNINGS),))}
        set_calendar(
            actor=SETUP,
            at=self.at,
            agency_id=agency_id(),
            valid_from=date(2026, 1, 1),
            hours=dict.fromkeys(range(5), day) | self.chance.choice(({}, saturday)),
            terms=Terms(
                counting=self.chance.choice(list(Counting)),
                outside_hours=self.chance.choice(list(OutsideHours)),
            ),
            basis="Lịch ngẫu nhiên",
        )

    def step(self) -> None:
        self.at += timedelta(minutes=self.chance.choice((1, 20, 90, 500, 1600, 6000)))
        arrive = not self.dossiers or self.chance.random() < 0.05
        self._arrive() if arrive else self._act()

    def _arrive(self) -> None:
        command = self.chance.choice((receive_dossier, receive_dossier, register_dossier))
        given = a_reception(self.chance.choice((BIRTH, BUSINESS, LAND)), at=self.at)
        desk, for_another = self.officers[0], self.chance.random() < 0.15
        if for_another:
            desk, given = self.city_desk, replace(given, competent_agency_id=agency_id())
        self.dossiers.append(command(actor=desk, at=self.at, given=given))
        self.holders[self.dossiers[-1].id] = desk.agency_id or 0
        self._check(self.dossiers[-1])

    def _act(self) -> None:
        ref = self.chance.choice(self.dossiers)
        row = Dossier.objects.get(pk=ref.id)
        act = self._some_act(row)
        self.tried[act] += 1
        actor = self._somebody(act, row)
        asked = Asked(actor=actor, at=self.at, code=row.code)
        fits = (Stage(row.stage), act) in TRANSITIONS
        entitled = bool(can(actor, act, row))  # type: ignore[arg-type]  # an act's code is its permission's
        try:
            perform(asked, act, self._given(act, row))
        except (NotFound, NotPermitted):
            assert not entitled
            self._unchanged(row)
        except ActNotAllowed:
            assert entitled
            assert not fits
            self._unchanged(row)
        except Refusal:
            assert entitled
            assert fits
            self._unchanged(row)
        else:
            assert entitled
            assert fits
            self.done[act] += 1
            self._moved(row, act)
            self._passed(row, act)
        self._check(ref)

    def _some_act(self, row: Dossier) -> Act:
        """Mostly one that fits, often the one that has been done least, or tried least of those never done."""
        fitting = [act for act in ALONE if (Stage(row.stage), act) in TRANSITIONS]
        answers = ANSWERS_TO_OFFERS if row.offered_agency_id is None else frozenset()
        possible = [act for act in fitting if act not in answers]
        rarest = min(possible, key=lambda act: (self.done[act], self.tried[act]))
        any_act = self.chance.choice(list(PERFORMERS))
        calm = [act for act in fitting if act not in HANDING] or fitting
        return self.chance.choice((any_act, rarest, rarest, *self.chance.choices(calm, k=3)))

    def _somebody(self, act: Act, row: Dossier) -> Actor:
        entitled = [one for one in self.officers if can(one, act, row)]  # type: ignore[arg-type]
        keen = entitled and self.chance.random() < 0.85
        return self.chance.choice(entitled if keen else self.officers)

    def _unchanged(self, before: Dossier) -> None:
        after = Dossier.objects.values().get(pk=before.pk)
        assert after == {name: getattr(before, name) for name in after}

    def _moved(self, before: Dossier, act: Act) -> None:
        after = Dossier.objects.get(pk=before.pk)
        assert after.version == before.version + 1
        elsewhere = before.agency_id != before.competent_agency_id
        done = Act.RECEIVE_FOR_ANOTHER if act is Act.RECEIVE and elsewhere else act
        leads_to = {TRANSITIONS[Stage(before.stage), done]}
        partly = {Stage(before.stage)} if act is Act.SUPPLEMENT else set()
        assert Stage(after.stage) in leads_to | partly

    def _passed(self, before: Dossier, act: Act) -> None:
        """In whose hands it must be now: told here once more, in the words of the decree."""
        if act is Act.ACCEPT_OFFER:
            self.holders[before.pk] = before.offered_agency_id or 0
        elif act is Act.RECEIVE and before.agency_id != before.competent_agency_id:
            pass
        elif act in TAKES_HOME and before.held_agency_id is None:
            self.holders[before.pk] = before.competent_agency_id

    def _check(self, ref: DossierRef) -> None:
        row = Dossier.objects.get(pk=ref.id)
        assert holder_of(facts_of(row)).agency_id == self.holders[row.pk]
        waiting = Offer.objects.filter(dossier=row, answered_at=None)
        assert [(one.to_agency_id, one.to_unit_id) for one in waiting] == (
            [(row.offered_agency_id, row.offered_unit_id)] if row.offered_agency_id else []
        )
        stage = Stage(row.stage)
        assert row.status == STATUS_OF[stage]
        clock = ClockInputs.from_plain(orjson.loads(row.clock))
        office = office_time(row.competent_agency_id, local_day(clock.received_at))
        told = timing(clock, office.calendar)
        dated = row.original_due_at is not None
        assert (row.due_at, row.due_soon_at) == (
            (told.due_at, told.due_soon_at) if dated else (None, None)
        )
        assert clock.is_paused == (stage in WAITING_STAGES) or row.ended_at is not None
        assert stage not in IN_HAND_STAGES or row.due_at is not None
        ended_as = (
            str(timeliness(ended_at=row.ended_at, due_at=row.due_at))
            if row.ended_at and row.is_accepted
            else ""
        )
        assert row.timeliness == ended_as

    def _given(self, act: Act, row: Dossier) -> Any:
        return getattr(self, f"_{act.name.lower()}", self._default)(act, row)

    def _default(self, act: Act, _row: Dossier) -> Any:
        kind = PERFORMERS[act].given
        return kind(reason=self._text()) if kind is inputs.WithReason else kind()

    def _text(self) -> str:
        return self.chance.choice(("Lý do", "Theo quy định", "Đề nghị của công dân", " "))

    def _receive(self, _act: Act, _row: Dossier) -> inputs.Accept:
        return inputs.Accept(complete_confirmed=self.chance.random() < 0.5)

    def _asking(self, _act: Act, _row: Dossier) -> inputs.AskToComplete:
        count = self.chance.randint(0, 3)
        items = (inputs.AskedItem(name="Tờ khai", what="Ký tên"),) * count
        return inputs.AskToComplete(items=items, reason=self._text())

    _ask_to_complete = _request_supplement = _asking

    def _supplement(self, _act: Act, _row: Dossier) -> inputs.Supplement:
        places = [place for place in range(3) if self.chance.random() < 0.6]
        return inputs.Supplement(answered=tuple(places[:2]), waived=tuple(places[2:]), note="Thôi")

    def _assign(self, _act: Act, row: Dossier) -> inputs.Assign:
        day = local_day(self.at)
        people = colleagues_of(row.competent_agency_id, day) or colleagues_of(agency_id(), day)
        chosen = self.chance.choice(people).holding_id
        return inputs.Assign(holding_id=chosen, reason=self._text())

    def _forward(self, _act: Act, row: Dossier) -> inputs.Forward:
        day = local_day(self.at)
        units = units_of(row.competent_agency_id, day) or units_of(agency_id(), day)
        return inputs.Forward(unit_id=self.chance.choice(units).id, reason=self._text())

    def _offer(self, _act: Act, row: Dossier) -> inputs.Offer:
        """Home, to a neighbor, or to a unit; now and then with a paper that is not there."""
        units = [None, *(unit.id for unit in units_of(agency_id(), local_day(self.at)))]
        limit = Limit(unit=Unit.WORKING_DAYS, value=Decimal(self.chance.randint(1, 5)))
        papers = self.chance.choice((None, (), (0,), (0, 99)))
        return inputs.Offer(
            agency_id=self.chance.choice([*[row.competent_agency_id] * 4, *self.places]),
            unit_id=self.chance.choice(units) if self.chance.random() < 0.3 else None,
            task=self._text(),
            papers=papers,
            limit=self.chance.choice((None, limit)),
        )

    def _accept_offer(self, _act: Act, _row: Dossier) -> inputs.AcceptOffer:
        return inputs.AcceptOffer(received_all=self.chance.random() < 0.8)

    def _redirect(self, _act: Act, _row: Dossier) -> inputs.Redirect:
        homes = [*[agency_id()] * 4, *self.places]
        return inputs.Redirect(agency_id=self.chance.choice(homes), reason=self._text())

    def _propose(self, _act: Act, _row: Dossier) -> inputs.Propose:
        decision = self.chance.choice(list(Decision))
        return inputs.Propose(decision=decision, opinion=self._text())

    def _later(self, _act: Act, row: Dossier) -> inputs.Extend:
        base = local_day(row.due_at or self.at)
        to_day = max(base, local_day(self.at)) + timedelta(days=self.chance.randint(-1, 9))
        return inputs.Extend(to_day=to_day, reason=self._text())

    _extend = _apologize = _later

    def _withdraw(self, _act: Act, _row: Dossier) -> inputs.Withdraw:
        return inputs.Withdraw(reason=self._text())

    def _terminate(self, _act: Act, _row: Dossier) -> inputs.Terminate:
        ground = self.chance.choice(list(TerminationGround))
        return inputs.Terminate(ground=ground, reason=self._text())

    def _decide(self, _act: Act, _row: Dossier) -> inputs.Decide:
        return inputs.Decide(decision=self.chance.choice(list(Decision)), grounds=self._text())

    def _issue_result(self, _act: Act, _row: Dossier) -> inputs.IssueResult:
        day = local_day(self.at) + timedelta(days=self.chance.choice((0, 0, -3, 1)))
        return inputs.IssueResult(document_number="12/GCN", document_date=day)

    def _return_result(self, _act: Act, _row: Dossier) -> inputs.ReturnResult:
        name = self.chance.choice((OWNER.name, "Trần Văn Khác", ""))
        return inputs.ReturnResult(recipient_name=name, method=ReturnMethod.DESK)

    def _correct_result(self, _act: Act, _row: Dossier) -> inputs.CorrectResult:
        return inputs.CorrectResult(reason=self._text(), document_number="13/GCN")

    def _reopen(self, _act: Act, _row: Dossier) -> inputs.Reopen:
        return inputs.Reopen(ground="Bản án 12/2026", reason=self._text())

    def _amend(self, _act: Act, _row: Dossier) -> inputs.Amend:
        name = self.chance.choice((OWNER.name, "Nguyễn Thị Hồng Nhungg", ""))
        return inputs.Amend(parties=(_named(name),), reason=self._text())

    def _note(self, _act: Act, _row: Dossier) -> inputs.Note:
        return inputs.Note(text=self._text())

    def _attach(self, _act: Act, _row: Dossier) -> inputs.Attach:
        return inputs.Attach(
            digest=next(self.digests),
            name="tờ khai.pdf",
            media_type="application/pdf",
            size=1000,
            paper_position=self.chance.choice((None, 0, 99)),
        )


def _named(name: str) -> Any:
    return type(OWNER)(**{**vars(OWNER), "name": name})


@pytest.mark.slow
@pytest.mark.usefixtures("office", "db")
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.integers(0, 10**9))
def test_whatever_officers_try_the_register_stays_lawful_and_provable(seed: int) -> None:
    _live(Random(seed), STEPS)


@pytest.mark.slow
@pytest.mark.usefixtures("office", "db")
def test_in_a_long_random_life_every_act_is_done() -> None:
    assert set(_live(Random(7), LONG, until=frozenset(ALONE))) == set(ALONE)


def _live(chance: Random, steps: int, *, until: frozenset[Act] = NEVER) -> Counter[Act]:
    """So many random steps at most, fewer when all of `until` is done, proved at the end and undone;
    which acts went through, how often."""
    with transaction.atomic():
        forget_all()
        life = Life(chance)
        for _step in range(steps):
            life.step()
            if life.done.keys() >= until:
                break
        assert list(disagreements()) == []
        assert list(verify()) == []
        assert list(tally_flaws()) == []
        figures_are_those_of_the_facts(life.at)
        _times_add_up(life.dossiers, life.at)
        transaction.set_rollback(True)
    forget_all()
    return life.done


def _times_add_up(dossiers: list[DossierRef], at: datetime) -> None:
    for ref in dossiers:
        facts = facts_about("dossier", ref.id)
        found = spans(facts)
        total = sum(((span.to_at or at) - span.from_at for span in found), timedelta())
        assert total == at - facts[0].occurred_at
