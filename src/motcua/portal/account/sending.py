"""A one-time code on its way, at once, by the carrier that the office has for this kind of contact.

It is not queued like a notice: nobody needs it after ten minutes, and it must stand in no table.
"""

from __future__ import annotations

import secrets
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from motcua.citizens.rules.codes import CodeTooSoon
from motcua.citizens.vocabulary import Contact, ContactKind
from motcua.kernel.pacing import Pace
from motcua.kernel.refusal import Refusal
from motcua.notices.gateways.choosing import gateways_of_office
from motcua.notices.gateways.ports import Accepted, Letter
from motcua.notices.rules.addressing import international
from motcua.notices.vocabulary import Carrier, Language

CARRIERS = {
    ContactKind.PHONE: (Carrier.SMS, Carrier.ZALO),
    ContactKind.EMAIL: (Carrier.EMAIL,),
}


CODES_PER_MINUTE_MAX = 10
codes_sent = Pace(CODES_PER_MINUTE_MAX)


class CarrierMissing(Refusal):
    """The office sends nothing to this kind of contact."""

    code = "carrier-missing"


class CodeNotSent(Refusal):
    """The carrier has not taken it now."""

    code = "code-not-sent"


def kinds_reached() -> frozenset[ContactKind]:
    """To which kinds of contact this office can send."""
    known = gateways_of_office()
    return frozenset(
        kind for kind, carriers in CARRIERS.items() if any(one in known for one in carriers)
    )


def demand_reached(contact: Contact) -> None:
    """Refusals: CarrierMissing."""
    if contact.kind not in kinds_reached():
        raise CarrierMissing(field="contact", kind=str(contact.kind))


def demand_pace(caller: str, at: datetime) -> None:
    """Messages cost money: nobody sends them to many contacts. Refusals: CodeTooSoon."""
    wait = codes_sent.take(caller, at)
    if wait:
        raise CodeTooSoon(field="contact", seconds=wait)


def send_text(contact: Contact, *, subject: str, body: str, language: str) -> None:
    """Refusals: CarrierMissing, CodeNotSent."""
    known = gateways_of_office()
    carriers = [one for one in CARRIERS[contact.kind] if one in known]
    if not carriers:
        raise CarrierMissing(field="contact", kind=str(contact.kind))
    is_phone = contact.kind == ContactKind.PHONE
    letter = Letter(
        key=f"once-{secrets.token_hex(16)}",
        to=international(contact.value) if is_phone else contact.value,
        subject=subject,
        body=body,
        language=Language.EN if language == "en" else Language.VI,
    )
    if not any(isinstance(known[one].send(letter), Accepted) for one in carriers):
        raise CodeNotSent(field="contact")


def send_code(contact: Contact, code: str, language: str) -> None:
    """The code in few words, for a small screen. Refusals: CarrierMissing, CodeNotSent."""
    told = {"code": code, "place": settings.PUBLIC_ADDRESS.partition("://")[2]}
    send_text(
        contact,
        subject=_("Mã %(code)s để vào %(place)s") % told,
        body=_(
            "%(code)s là mã để vào %(place)s, dùng một lần trong 10 phút. "
            "Cán bộ không bao giờ hỏi mã này: đừng đưa cho ai."
        )
        % told,
        language=language,
    )
