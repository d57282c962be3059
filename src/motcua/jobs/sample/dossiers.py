"""Dossiers over recent weeks, each received by the real act at a moment the desk was open, and
what has become of them since."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random

from motcua.agencies.queries import units_of
from motcua.dossiers.commands.receive import receive_dossier, register_dossier
from motcua.dossiers.preparation import Ground, ground_for
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.vocabulary import PaperIn, Party, PartyRole, ReceptionInput, ReturnMethod
from motcua.jobs.sample.lives import Lives
from motcua.jobs.sample.people import as_party, invent
from motcua.kernel.actor import Actor
from motcua.kernel.clock import ZONE
from motcua.procedures.queries.catalogue import version_in_force
from motcua.procedures.vocabulary import Channel
from motcua.worktime.queries.calendars import office_time

WEEKS = 4
STILL_TO_CHECK = timedelta(days=2)
"""What came by web or post since then waits for the desk."""
WEIGHTS = {
    "2.000815": 18, "2.000884": 8, "1.001193": 9, "2.000635": 9, "1.004873": 8, "1.000894": 5,
    "1.000656": 4, "1.004859": 4, "1.004884": 3, "1.004837": 1, "1.001612": 6, "2.000720": 4,
    "1.001266": 2, "1.012753": 6, "1.012796": 4, "1.012817": 3, "1.012812": 2, "1.013949": 2,
    "1.013225": 6, "1.013229": 3, "1.013274": 2, "1.011607": 5, "1.011609": 3, "2.001827": 3,
}  # fmt: skip
RELATIVES = ["con ruột", "vợ", "chồng", "em ruột"]


@dataclass(frozen=True, slots=True)
class Plan:
    """One dossier to receive: when, of which procedure."""

    at: datetime
    ground: Ground


def receive_sample(
    actors: list[Actor],
    *,
    at: datetime,
    count: int,
    seed: int,
    progress: Callable[[int, int], None],
) -> list[DossierRef]:
    """Receive `count` dossiers in the order of time, the newest just before `at`, and let each
    live until then."""
    random = Random(seed)  # noqa: S311  # invented data, not a secret
    agency_id = actors[0].agency_id
    assert agency_id is not None
    received: list[DossierRef] = []
    lives = Lives(random, at, agency_id)
    for moment in _moments(random, agency_id, at, count):
        lives.go_on_until(moment)
        ground = _matter(random, agency_id, moment.date())
        given = invent_reception(random, ground)
        actor = random.choice(actors)
        if given.channel is not Channel.DESK and at - moment < STILL_TO_CHECK:
            received.append(register_dossier(actor=actor, at=moment, given=given))
            continue
        ref = receive_dossier(actor=actor, at=moment, given=given)
        lives.add(ref, moment, _unit_slug(ground, moment.date()), _minutes(ground, moment))
        received.append(ref)
        progress(len(received), count)
    lives.go_on_until(at)
    return received


def _unit_slug(ground: Ground, day: date) -> str:
    units = units_of(ground.agency.id, day)
    return next((unit.slug for unit in units if unit.id == ground.unit_id), "")


def _minutes(ground: Ground, moment: datetime) -> int:
    """Working time from that moment until the date that is promised."""
    return max(30, ground.office.calendar.working_minutes_between(moment, _due(ground, moment)))


def _moments(random: Random, agency_id: int, at: datetime, count: int) -> list[datetime]:
    """Moments at which the desk was open in recent weeks, more of them on the last days."""
    moments: list[datetime] = []
    days = _open_days(agency_id, at)
    weights = [1 + 2 * (place / len(days)) for place in range(len(days))]
    for _number in range(count * 20):
        day = random.choices(days, weights)[0]
        opening, closing = random.choice(
            office_time(agency_id, day).calendar.hours_on(day).sessions
        )
        minute = random.randint(opening, closing - 1)
        moment = datetime.combine(day, time(minute // 60, minute % 60), tzinfo=ZONE)
        moment += timedelta(seconds=random.randint(0, 59))
        if moment <= at:
            moments.append(moment)
        if len(moments) == count:
            break
    return sorted(moments)


def _open_days(agency_id: int, at: datetime) -> list[date]:
    today = at.astimezone(ZONE).date()
    days = [today - timedelta(days=back) for back in range(WEEKS * 7, -1, -1)]
    return [day for day in days if office_time(agency_id, day).calendar.hours_on(day).sessions]


def _matter(random: Random, agency_id: int, day: date) -> Ground:
    grounds = grounds_on(agency_id, day)
    return random.choices(grounds, [WEIGHTS[ground.detail.code] for ground in grounds])[0]


def grounds_on(agency_id: int, day: date) -> list[Ground]:
    """What may be received at the sample office on that day."""
    details = [version_in_force(code, day) for code in WEIGHTS]
    grounds = [
        ground_for(agency_id=agency_id, procedure_version_id=detail.version_id, day=day)
        for detail in details
        if detail is not None
    ]
    return [g for g in grounds if not g.states_no_limit(variant_id=None, channel=Channel.DESK)]


def _due(ground: Ground, moment: datetime) -> datetime:
    limit = ground.limit(variant_id=None, channel=Channel.DESK, typed=None)
    due_at = ground.promise(ground.clock(limit, moment)).due_at
    assert due_at is not None
    return due_at


def invent_reception(random: Random, ground: Ground) -> ReceptionInput:
    """A complete dossier of that procedure. The same random state gives the same dossier."""
    owner = invent(random)
    parties: list[Party] = [as_party(owner, PartyRole.OWNER)]
    if random.random() < 0.15:
        kin = replace(invent(random), address=owner.address)
        parties.append(as_party(kin, PartyRole.SUBMITTER))
        parties.append(as_party(kin, PartyRole.REPRESENTATIVE, random.choice(RELATIVES)))
    papers = tuple(
        PaperIn(
            name=paper.name,
            required_document_id=paper.id,
            originals=paper.originals if paper.originals is not None else 1,
            copies=paper.copies or 0,
            present_only=paper.present_only,
        )
        for paper in ground.variant(None).papers
        if not paper.is_optional or random.random() < 0.2
    )
    channel = random.choices([Channel.DESK, Channel.ONLINE, Channel.POST], [80, 15, 5])[0]
    return ReceptionInput(
        procedure_version_id=ground.detail.version_id,
        channel=channel,
        parties=tuple(parties),
        papers=papers,
        complete_confirmed=True,
        copies=random.randint(1, 5),
        pages=random.randint(1, 6),
        fee_choices=_fee_choice(ground),
        return_method=random.choices([ReturnMethod.DESK, ReturnMethod.POST], [85, 15])[0],
    )


def _fee_choice(ground: Ground) -> tuple[int, ...]:
    """The first alternative of each group."""
    first: dict[str, int] = {}
    for fee in ground.detail.fees:
        if fee.choice_group:
            first.setdefault(fee.choice_group, fee.id)
    return tuple(first.values())
