"""Notices told for real: the worker's rounds at moments of the test's own, carriers that really listen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from motcua.dossiers.vocabulary import Party, PartyRole
from motcua.jobs.simulator.keeping import Mailroom
from motcua.jobs.simulator.running import Simulator
from motcua.notices.commands.bundling import Sites
from motcua.notices.commands.round import Office, Round, tell_round
from motcua.notices.gateways.mail import MailGateway
from motcua.notices.gateways.ports import Gateway
from motcua.notices.gateways.web import WebGateway
from motcua.notices.models import Delivery, Notice
from motcua.notices.rules.hours import SendingHours
from motcua.notices.vocabulary import Carrier
from tests.support.clock import PLAIN_MORNING
from tests.support.reception import OWNER

SITE = "https://motcua.example.vn/ho-so/"
SITES = Sites(SITE, "https://motcua.example.vn/danh-gia/")
SECRET = "khoa-thu"
TIMEOUT_SECONDS = 2.0
MAILBOX = "hong.nhung@example.vn"
PHONE = "+84912345678"
MOTHER = replace(OWNER, email=MAILBOX)
FATHER = Party(
    role=PartyRole.SUBMITTER, name="Trần Văn Bình", personal_id="001083011111", phone="0987654321"
)


@dataclass
class Teller:
    """An office that tells by these carriers. `at` is its clock, which only the test moves."""

    simulator: Simulator
    gateways: Mapping[Carrier, Gateway]
    at: datetime = PLAIN_MORNING
    hours: SendingHours = field(default_factory=SendingHours)

    @property
    def mailroom(self) -> Mailroom:
        return self.simulator.mailroom

    @property
    def office(self) -> Office:
        return Office(self.gateways, self.hours, SITES)

    def round(self, after: timedelta = timedelta(0)) -> Round:
        """One round of the worker, so much later."""
        self.at += after
        return tell_round(self.office, lambda: self.at)

    def states(self) -> list[str]:
        """Of all notices, in the order they were queued."""
        return list(Notice.objects.order_by("id").values_list("state", flat=True))

    def only(self) -> Delivery:
        return Delivery.objects.get()


@contextmanager
def a_teller(*carriers: Carrier, seconds_to_arrive: float = 0.0) -> Iterator[Teller]:
    """With every carrier unless some are named."""
    with Simulator(secret=SECRET, seconds_to_arrive=seconds_to_arrive) as simulator:
        every: dict[Carrier, Gateway] = {
            Carrier.EMAIL: MailGateway(
                simulator.smtp, "Một Cửa <motcua@example.vn>", TIMEOUT_SECONDS
            ),
            Carrier.SMS: WebGateway(simulator.gateway("sms"), SECRET, TIMEOUT_SECONDS),
            Carrier.ZALO: WebGateway(simulator.gateway("zalo"), SECRET, TIMEOUT_SECONDS),
        }
        yield Teller(simulator, {one: every[one] for one in carriers or tuple(Carrier)})
