"""Three communes with a month of work behind them, and whoever may see figures of which of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from motcua.agencies.queries import agency_called, line_of
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.inputs import Decide, IssueResult, Nothing
from motcua.dossiers.vocabulary import Act, Decision
from motcua.kernel.actor import Actor, Door, Role
from motcua.procedures.vocabulary import Channel
from motcua.reports.vocabulary import ReportAsked, ReportName
from tests.support.clock import PLAIN_FRIDAY, PLAIN_MORNING, at
from tests.support.offices import somebody
from tests.support.reception import BIRTH, BUSINESS, a_reception, receive
from tests.support.three_communes import Commune, busy, three_communes

CITY = "thanh-pho-ha-noi"
JUNE = (date(2026, 5, 15), date(2026, 6, 14))
"""The month of June 2026 of NĐ 09/2019: PLAIN_MORNING lies in it."""
JULY = (date(2026, 6, 15), date(2026, 7, 14))
AFTER_JUNE = at(date(2026, 6, 15), "08:00")
AFTER_JULY = at(date(2026, 7, 15), "08:00")


@dataclass(frozen=True, slots=True)
class Communes:
    """The communes, their city, and whoever looks at figures."""

    all: tuple[Commune, ...]
    city_id: int

    def signatory(self, place: int = 0) -> Actor:
        return self.all[place].actor(Role.SIGNATORY)

    def supervisor(self, moment: datetime = AFTER_JULY) -> Actor:
        """Of the city, with all below it."""
        actor = somebody(Role.SUPERVISOR, agency=self.city_id)
        return replace(actor, scope_agency_ids=line_of(self.city_id, moment.date()))

    def asked(
        self,
        name: ReportName = ReportName.II06A,
        days: tuple[date, date] = JUNE,
        place: int = 0,
    ) -> ReportAsked:
        return ReportAsked(
            name=name, agency_id=self.all[place].id, from_day=days[0], until_day=days[1]
        )

    def asked_of_city(
        self, name: ReportName = ReportName.II06A, days: tuple[date, date] = JUNE
    ) -> ReportAsked:
        return ReportAsked(
            name=name,
            agency_id=self.city_id,
            from_day=days[0],
            until_day=days[1],
            with_subordinates=True,
        )


def communes_at_work() -> Communes:
    """Each received and settled at its own pace; the first also late and online."""
    city = agency_called(CITY, PLAIN_MORNING.date())
    assert city is not None
    all_three = three_communes()
    for commune in all_three:
        busy(commune)
    home = all_three[0]
    for moment in (PLAIN_MORNING, at(PLAIN_FRIDAY, "09:00")):
        take_in(home, BUSINESS, moment, channel=Channel.ONLINE)
        take_in(home, BIRTH, moment)
    settle(home, take_in(home, BIRTH, PLAIN_MORNING), at(PLAIN_FRIDAY, "16:00"), "hộ tịch")
    return Communes(all=all_three, city_id=city.id)


def take_in(
    commune: Commune, procedure: str, moment: datetime, *, channel: Channel = Channel.DESK
) -> str:
    """Received at the desk of the commune, or online."""
    given = a_reception(procedure, at=moment, channel=channel)
    return receive(given, actor=commune.actor(Role.RECEPTION), at=moment).code


def settle(commune: Commune, code: str, moment: datetime, title: str) -> str:
    """Granted and issued at that moment; the title names who handles it."""
    handler = commune.actor(Role.HANDLING, title)
    issued = IssueResult(
        document_number="12/GP", document_date=moment.date(), subject="Giấy phép", signed_by="CT"
    )
    steps = (
        (handler, Act.START, Nothing()),
        (commune.actor(Role.SIGNATORY), Act.DECIDE, Decide(decision=Decision.GRANTED)),
        (commune.actor(Role.REGISTRY_CLERK), Act.ISSUE_RESULT, issued),
    )
    for actor, act, given in steps:
        perform(Asked(actor=actor, at=moment, code=code), act, given)
    return code


def operator_at_the_machine() -> Actor:
    return Actor(door=Door.COMMAND_LINE, job="report", name="operator")
