"""What must be known of another installation before it is heard."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from motcua.kernel.characters import plain_words
from motcua.kernel.refusal import ManyProblems, Refusal

NAME_MAX: Final = 150
ADDRESS_MAX: Final = 200
KEY: Final = re.compile(r"[0-9a-f]{64}")
OWN_MACHINE: Final = frozenset({"localhost", "127.0.0.1", "::1"})


class PartnerRefused(ManyProblems):
    """The partner cannot be kept so; every reason at once."""

    code = "partner-refused"


class PartnerNameFaulty(Refusal):
    """A name has from 1 to NAME_MAX letters."""

    code = "partner-name-faulty"


class PartnerAddressFaulty(Refusal):
    """`https://…`, or `http://` on this very machine: what is told holds personal data."""

    code = "partner-address-faulty"


class PartnerKeyFaulty(Refusal):
    """A public key is 64 hexadecimal digits."""

    code = "partner-key-faulty"


class PartnerIsOurselves(Refusal):
    """The key is the one of this installation."""

    code = "partner-is-ourselves"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerInput:
    """What is typed, or read from the card that the partner gave."""

    name: str
    address: str
    key: str


def decide_partner(given: PartnerInput, *, own_key: str) -> PartnerInput:
    """As it is kept. Refusals: PartnerRefused."""
    name, key = plain_words(given.name), "".join(given.key.split()).lower()
    address = given.address.strip().rstrip("/")
    problems: list[Refusal] = []
    if not 0 < len(name) <= NAME_MAX:
        problems.append(PartnerNameFaulty(field="name", count_max=NAME_MAX))
    if not is_address(address):
        problems.append(PartnerAddressFaulty(field="address"))
    if not KEY.fullmatch(key):
        problems.append(PartnerKeyFaulty(field="key"))
    elif key == own_key:
        problems.append(PartnerIsOurselves(field="key"))
    if problems:
        raise PartnerRefused(problems)
    return PartnerInput(name=name, address=address, key=key)


def is_address(text: str) -> bool:
    """Where an installation can be reached: no user, no query, nothing but the way to its door."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    if not parts.hostname or parts.username or parts.query or parts.fragment or port == 0:
        return False
    is_plain = text.isascii() and text.isprintable() and " " not in text
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in OWN_MACHINE)
    return is_plain and is_safe and len(text) <= ADDRESS_MAX
