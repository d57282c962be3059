"""One round of the worker: read the ledger on, bundle, send, ask. Again and again, at any moment killed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from motcua.notices.commands.bundling import Sites, bundle_due
from motcua.notices.commands.queueing import Telling, queue_notices
from motcua.notices.commands.sending import Sending, ask_due, send_due
from motcua.notices.gateways.choosing import Gateways
from motcua.notices.rules.hours import SendingHours


@dataclass(frozen=True, slots=True)
class Office:
    """The carriers, hours and public addresses of this office."""

    gateways: Gateways
    hours: SendingHours
    sites: Sites


@dataclass(frozen=True, slots=True)
class Round:
    """How many notices were queued and bundled, tries made, messages taken by a carrier, and messages
    whose end became known."""

    queued: int
    bundled: int
    tried: int
    sent: int
    known: int

    @property
    def got_on(self) -> bool:
        """Whether there may be more to do at once. Tries alone do not say so: a carrier may be away."""
        return any((self.queued, self.bundled, self.sent, self.known))


def tell_round(office: Office, now: Callable[[], datetime]) -> Round:
    """Everything that is due now, a bounded piece of each."""
    sending = Sending(office.gateways, now, office.hours)
    queued = queue_notices(at=now(), telling=Telling(tuple(office.gateways), office.hours))
    bundled = bundle_due(at=now(), sites=office.sites)
    tries = send_due(sending)
    return Round(queued, bundled, tries.made, tries.sent, known=ask_due(sending))
