"""What somebody typed as phone or e-mail, brought into its one spelling; and how it is shown. Pure."""

from __future__ import annotations

import re

from motcua.citizens.vocabulary import Contact, ContactKind
from motcua.kernel.characters import plain_code
from motcua.kernel.identifiers.phone import parse_phone
from motcua.kernel.refusal import Refusal

EMAIL = re.compile(r"[a-z0-9._%+-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}")
EMAIL_LENGTH_MAX = 254
SHOWN_AT_END = 3


class ContactMissing(Refusal):
    """Neither a phone number nor a mailbox was typed."""

    code = "contact-missing"


class ContactFaulty(Refusal):
    """What was typed is neither a phone number that reaches somebody nor an e-mail address."""

    code = "contact-faulty"


class ContactNoMobile(Refusal):
    """A landline takes no messages."""

    code = "contact-no-mobile"


def parse_contact(text: str, *, field: str = "contact") -> Contact:
    """`0912 345 678` or `Lan@Example.vn`. Refusals: ContactMissing, ContactFaulty, ContactNoMobile."""
    typed = text.strip()
    if not typed:
        raise ContactMissing(field=field)
    return _mailbox(typed, field) if "@" in typed else _phone(typed, field)


def _mailbox(typed: str, field: str) -> Contact:
    address = plain_code(typed).lower()
    faulty = len(address) > EMAIL_LENGTH_MAX or ".." in address
    if faulty or EMAIL.fullmatch(address) is None:
        raise ContactFaulty(field=field)
    return Contact(ContactKind.EMAIL, address)


def _phone(typed: str, field: str) -> Contact:
    try:
        phone = parse_phone(typed)
    except Refusal as refusal:
        raise ContactFaulty(field=field) from refusal
    if phone.kind != "mobile":
        raise ContactNoMobile(field=field)
    return Contact(ContactKind.PHONE, phone.phone)


def masked(contact: Contact) -> str:
    """`•••••••678`, `l•••@example.vn`: enough to know one's own, too little to learn another's."""
    if contact.kind == ContactKind.PHONE:
        hidden = len(contact.value) - SHOWN_AT_END
        return "•" * hidden + contact.value[hidden:]
    name, _at, host = contact.value.partition("@")
    return f"{name[:1]}•••@{host}"
