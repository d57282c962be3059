"""Five years of a district at a small scale: the published shares exactly, every row provable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time
from random import Random
from typing import Any

import orjson
import pytest
from django.db import transaction
from django.db.models import Count, Q

from motcua.agencies.queries import agency_called
from motcua.agencies.shipped import SAMPLE_AGENCY
from motcua.books.proof import books_flaws
from motcua.database.filling import copy_text
from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.loading.desk import Desk, Lot
from motcua.dossiers.loading.load import NotEmpty
from motcua.dossiers.models import Dossier, HandOver, Result
from motcua.dossiers.preparation import ground_for
from motcua.dossiers.proof import disagreements
from motcua.dossiers.rules.promise import ClockInputs, timing
from motcua.dossiers.tallies.proof import tally_flaws
from motcua.dossiers.vocabulary import Stage, Timeliness
from motcua.jobs import demo
from motcua.jobs.sample.district.accounts import AFTER
from motcua.jobs.sample.district.building import (
    Wanted,
    build_district,
    ensure_district,
    room_of,
    setting_of,
)
from motcua.jobs.sample.district.figures import (
    ALL,
    COMMUNES,
    DISTRICT,
    FIRST_DAY,
    LAST_DAY,
    Totals,
    of_size,
    shared,
)
from motcua.jobs.sample.district.matters import COMMUNE_ONLINE, DISTRICT_ONLINE
from motcua.jobs.sample.district.places import COMMUNES as SIZES
from motcua.jobs.sample.district.places import DISTRICT_SLUG
from motcua.jobs.sample.district.staff import staff_of
from motcua.jobs.sample.district.years import Years, ids_by_day, in_processes
from motcua.jobs.sample.dossiers import invent_reception
from motcua.kernel.clock import ZONE
from motcua.ledger.caching import forget_all
from motcua.ledger.models import Fact
from motcua.ledger.verification import verify
from motcua.payments.commands.collect import collect_fee
from motcua.payments.models import Receipt, ReceiptBook, Till
from motcua.payments.proof import money_flaws
from motcua.payments.vocabulary import FeeInput, ReceiptLineIn
from motcua.procedures.queries.catalogue import version_in_force
from motcua.procedures.vocabulary import Channel, FeeKind
from motcua.worktime.queries.calendars import office_time

COUNT = 2_000


def _silent(_words: str) -> None:
    pass


def _wanted(count: int) -> Wanted:
    return Wanted(
        count=count, hours=demo.HOURS, password="Mot-Cua-9abcd1234", progress=_silent, processes=0
    )


@pytest.fixture(scope="module")
def _district(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Built once for this file; what a test adds is gone with the test."""
    forget_all()
    with django_db_blocker.unblock(), transaction.atomic():
        demo.ensure_ground(_silent)
        build_district(_wanted(COUNT))
        yield
        transaction.set_rollback(True)
    forget_all()


def _found(which: Q, offered: dict[str, int]) -> Totals:
    in_time = Q(timeliness__in=[Timeliness.EARLY, Timeliness.ON_TIME])
    of_online = Q(procedure_version__procedure__code__in=offered)
    told = Dossier.objects.filter(which).aggregate(
        received=Count("id"),
        settled=Count("id", filter=Q(ended_at__isnull=False)),
        on_time=Count("id", filter=in_time),
        offered=Count("id", filter=of_online),
        online=Count("id", filter=Q(channel=Channel.ONLINE)),
    )
    return Totals(**told)


@pytest.mark.usefixtures("_district", "db")
def test_every_published_share_is_there_exactly() -> None:
    district, communes = of_size(COUNT)
    here = agency_called(DISTRICT_SLUG, FIRST_DAY)
    assert here is not None
    assert _found(Q(agency=here.id), DISTRICT_ONLINE) == district
    assert _found(~Q(agency=here.id), COMMUNE_ONLINE) == communes
    assert district.received + communes.received == COUNT


@pytest.mark.usefixtures("_district", "db")
def test_rows_and_ledger_say_the_same_of_every_dossier() -> None:
    assert [*verify(), *disagreements(), *tally_flaws()] == []


@pytest.mark.usefixtures("_district", "db")
def test_every_date_is_the_one_the_calculator_gives() -> None:
    for dossier in Dossier.objects.all():
        office = office_time(dossier.competent_agency_id, FIRST_DAY)
        told = timing(ClockInputs.from_plain(orjson.loads(dossier.clock)), office.calendar)
        assert (told.due_at, told.due_soon_at) == (dossier.due_at, dossier.due_soon_at)


@pytest.mark.usefixtures("_district", "db")
def test_what_the_rules_follow_is_what_the_rows_say() -> None:
    lives = [life for life in _lives_of(300) if len(life.told) > 1]
    assert len({life.stage for life in lives}) > 3
    for life in lives:
        assert life.state["stage"] == str(life.facts.stage)
        assert life.state["decision"] == life.facts.decision
        assert len(life.state["papers"]) == life.facts.paper_count
        assert len(life.state["requests"]) == life.facts.request_count
        assert len(life.state["results"]) == life.facts.result_count
        assert life.state["clock"] == life.facts.clock.to_plain()


@pytest.mark.usefixtures("_district", "db")
def test_everything_happens_within_the_years_while_the_desk_is_open() -> None:
    for dossier in Dossier.objects.all():
        office = office_time(dossier.agency_id, FIRST_DAY)
        assert office.calendar.is_open(dossier.received_at)
    days = set(Dossier.objects.values_list("received_on", flat=True))
    assert FIRST_DAY <= min(days) < max(days) <= LAST_DAY
    end = datetime.combine(LAST_DAY, time(17), tzinfo=ZONE)
    assert not Fact.objects.filter(subject_kind="dossier", occurred_at__gt=end).exists()


@pytest.mark.usefixtures("_district", "db")
def test_what_is_settled_has_its_result_and_most_of_it_was_handed_over() -> None:
    granted = Dossier.objects.filter(stage__in=[Stage.SETTLED, Stage.RETURNED])
    assert Result.objects.filter(issued_at__isnull=False, seq=1).count() == granted.count()
    assert HandOver.objects.values("dossier").distinct().count() > 0.95 * granted.count()


@pytest.mark.usefixtures("_district", "db")
def test_the_next_reception_takes_the_next_numbers() -> None:
    here = agency_called(DISTRICT_SLUG, FIRST_DAY)
    assert here is not None
    detail = version_in_force("2.000815", LAST_DAY)
    assert detail is not None
    ground = ground_for(agency_id=here.id, procedure_version_id=detail.version_id, day=LAST_DAY)
    last = (
        Dossier.objects.filter(agency=here.id, register_year=2025)
        .order_by("register_number")
        .last()
    )
    assert last is not None
    assert last.register_number is not None
    at = datetime(2025, 6, 30, 18, 0, tzinfo=ZONE)
    ref = receive_dossier(
        actor=staff_of(here.id, FIRST_DAY).reception[0],
        at=at,
        given=invent_reception(Random(1), ground),
    )
    new = Dossier.objects.get(pk=ref.id)
    assert new.register_number == last.register_number + 1
    assert not Dossier.objects.filter(pk__gt=new.pk).exists()
    assert [*verify(), *disagreements(), *tally_flaws()] == []


@pytest.mark.usefixtures("_district", "db")
def test_who_owes_has_paid_and_every_till_and_book_is_right() -> None:
    asked = Dossier.objects.exclude(agency=_sample()).filter(
        fee_total_vnd__gt=0, received_at__isnull=False
    )
    paid = Receipt.objects.filter(dossier__in=asked).values_list("dossier", "total_vnd")
    assert len(paid) > COUNT / 4
    assert dict(paid) == dict(asked.values_list("id", "fee_total_vnd"))
    assert not Till.objects.filter(closed_at__isnull=True).exclude(agency=_sample()).exists()
    assert [*money_flaws(), *books_flaws()] == []


@pytest.mark.usefixtures("_district", "db")
def test_the_next_receipt_takes_the_next_number_of_the_book() -> None:
    here = agency_called(DISTRICT_SLUG, FIRST_DAY)
    assert here is not None
    book = ReceiptBook.objects.get(agency=here.id, year=2025)
    line = ReceiptLineIn(kind=FeeKind.CHARGE, name="Chứng thực bản sao", amount_vnd=2_000)
    given = FeeInput(payer_name="Nguyễn Văn Trả", lines=(line,))
    cashier = staff_of(here.id, FIRST_DAY).reception[0]
    ref = collect_fee(actor=cashier, at=datetime(2025, 7, 1, 9, tzinfo=ZONE), given=given)
    assert ref.number == book.last + 1
    assert ref.id == max(Receipt.objects.values_list("id", flat=True))
    assert [*verify(), *money_flaws(), *books_flaws()] == []


def _sample() -> int:
    sample = agency_called(SAMPLE_AGENCY, AFTER)
    return sample.id if sample else 0


@pytest.mark.usefixtures("_district", "db")
def test_it_is_not_built_beside_dossiers_of_others() -> None:
    with pytest.raises(NotEmpty):
        build_district(_wanted(10))


@pytest.mark.parametrize("count", [1, 2, 10, 999, ALL, 5_000_000])
def test_the_shares_add_up_at_every_scale(count: int) -> None:
    district, communes = of_size(count)
    shares = shared(communes, list(SIZES.values()))
    assert district.received + sum(one.received for one in shares) == count
    for name in ("settled", "on_time", "offered", "online"):
        assert sum(getattr(one, name) for one in shares) == getattr(communes, name)
    for one in (district, *shares):
        assert 0 <= one.on_time <= one.settled <= one.received
        assert 0 <= one.online <= one.offered <= one.received


def test_the_whole_is_what_was_published() -> None:
    assert of_size(ALL) == (DISTRICT, COMMUNES)
    assert format(100 * DISTRICT.on_time / DISTRICT.settled, ".2f") == "99.75"
    assert format(100 * COMMUNES.on_time / COMMUNES.settled, ".2f") == "99.92"
    assert format(100 * DISTRICT.online / DISTRICT.offered, ".0f") == "83"
    assert format(100 * COMMUNES.online / COMMUNES.offered, ".2f") == "94.12"


@pytest.mark.usefixtures("_district", "db")
def test_what_is_printed_is_what_the_rules_make_of_it() -> None:
    printed, worked_out = (_lots_of(prints=prints) for prints in (True, False))
    for one, other in zip(printed, worked_out, strict=True):
        assert {sheet.table: _in_order(rows) for sheet, rows in one.items() if rows} == {
            sheet.table: _in_order(rows) for sheet, rows in other.items() if rows
        }


def _in_order(rows: list[Any]) -> list[Any]:
    """Lines of COPY and rows alike: what belongs to several dossiers of a day in any order."""
    return sorted(copy_text([row]) for row in rows)


def _lots_of(*, prints: bool) -> Iterator[Lot]:
    return _years_of(600, prints=prints).lots()


def _years_of(count: int, *, prints: bool) -> Years:
    """The district and one commune, each dossier printed or worked out."""
    agencies = ensure_district(_wanted(count))[:2]
    settings = [
        replace(setting_of(name, agency, totals, room=room_of(0)), prints=prints)
        for (name, agency), totals in zip(agencies, of_size(count), strict=True)
    ]
    (source,) = in_processes(settings, ids_by_day(settings, 1), 1)
    return source


class _Keeping(Desk):
    """A desk that remembers every life that it keeps."""

    def keep(self, life: Any, lot: Lot) -> None:
        KEPT.append(life)
        super().keep(life, lot)


KEPT: list[Any] = []


def _lives_of(count: int) -> list[Any]:
    years = _years_of(count, prints=False)
    KEPT.clear()
    for office in years.offices:
        desk = office.desk
        office.desk = _Keeping(desk.agency_id, desk.agency_code, desk.pattern, prints=False)
    for _lot in years.lots():
        pass
    return list(KEPT)
