"""From a contact to where a notice goes; addresses as carriers know them, and as a list may show them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable
from typing import Final

from motcua.kernel.identifiers.phone import parse_phone
from motcua.kernel.refusal import Refusal
from motcua.notices.vocabulary import Address, Carrier, Contact

EMAIL: Final = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}"
)
EMAIL_LENGTH_MAX: Final = 254
BY_PHONE: Final = (Carrier.ZALO, Carrier.SMS)
"""The first of them that the office has; the next one when it cannot reach somebody."""
SHOWN_LAST: Final = 3


def addresses_of(contacts: Iterable[Contact], carriers: Collection[Carrier]) -> tuple[Address, ...]:
    """Each address once, in the order of the contacts: the phone by one carrier, and the mailbox."""
    found: dict[Address, None] = {}
    for contact in contacts:
        found |= dict.fromkeys(_of_one(contact, carriers))
    return tuple(found)


def _of_one(contact: Contact, carriers: Collection[Carrier]) -> Iterable[Address]:
    by_phone = next((carrier for carrier in BY_PHONE if carrier in carriers), None)
    number = international(contact.phone)
    if by_phone and number:
        yield Address(by_phone, number)
    mailbox = contact.email.strip()
    if Carrier.EMAIL in carriers and is_email(mailbox):
        yield Address(Carrier.EMAIL, mailbox)


def instead_of(carrier: Carrier, carriers: Collection[Carrier]) -> Carrier | None:
    """By what a phone is reached that this carrier does not reach; None when nothing is left."""
    later = BY_PHONE[BY_PHONE.index(carrier) + 1 :] if carrier in BY_PHONE else ()
    return next((one for one in later if one in carriers), None)


def international(phone: str) -> str:
    """`+84912345678` for a Vietnamese mobile as it was typed at reception; "" for anything else: a
    landline takes no message."""
    try:
        found = parse_phone(phone)
    except Refusal:
        return ""
    return found.international if found.kind == "mobile" else ""


def is_email(text: str) -> bool:
    return len(text) <= EMAIL_LENGTH_MAX and EMAIL.fullmatch(text) is not None


def address_digest(at: str) -> str:
    """Names an address after it has been forgotten. A phone is one, whoever carries to it; the same
    mailbox in capitals is the same."""
    return hashlib.sha256(at.lower().encode()).hexdigest()


def masked(at: str) -> str:
    """Enough to recognize an address one knows, too little to learn one: `+84•••678`, `n•••@x.vn`."""
    if not at:
        return ""
    name, _sign, place = at.partition("@")
    return f"{name[:1]}•••@{place}" if place else f"{at[:3]}•••{at[-SHOWN_LAST:]}"
