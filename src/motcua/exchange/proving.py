"""Whether a request is from a partner, to us, and of now. Nothing of it is read before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from motcua.exchange.keys import is_signed_by, own_mark
from motcua.exchange.models import Partner
from motcua.exchange.rules.envelope import Envelope, instant_of, is_of_now, request_text
from motcua.kernel.refusal import Refusal

FROM: Final = "X-Exchange-From"
TO: Final = "X-Exchange-To"
AT: Final = "X-Exchange-At"
SIGNATURE: Final = "X-Exchange-Signature"


class PartnerNotKnown(Refusal):
    """No partner names itself so, or it is not heard at present."""

    code = "partner-not-known"


class SignatureRefused(Refusal):
    """The signature is not that of the partner over this request to us."""

    code = "signature-refused"


class ClocksDiffer(Refusal):
    """Signed too long ago, or in the future: the clock of one side is wrong."""

    code = "clocks-differ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request as it came, all of it still unproved."""

    method: str
    path: str
    sender: str
    receiver: str
    at: str
    signature: str
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerProved:
    id: int
    mark: str
    name: str


def prove(asked: Asked, at: datetime) -> PartnerProved:
    """Who it is. Refusals: PartnerNotKnown, SignatureRefused, ClocksDiffer."""
    partner = Partner.objects.filter(mark=asked.sender, is_active=True).first()
    if partner is None:
        raise PartnerNotKnown
    told = instant_of(asked.at)
    if told is None or asked.receiver != own_mark():
        raise SignatureRefused
    envelope = Envelope(
        method=asked.method,
        path=asked.path,
        sender=asked.sender,
        receiver=asked.receiver,
        at=told,
    )
    if not is_signed_by(partner.key, asked.signature, request_text(envelope, asked.body)):
        raise SignatureRefused
    if not is_of_now(told, at):
        raise ClocksDiffer
    return PartnerProved(id=partner.pk, mark=partner.mark, name=partner.name)
