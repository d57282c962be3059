"""Whom the national identity says somebody is, out of the claims of its provider. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from motcua.citizens.rules.id_token import IdentityNotTrusted
from motcua.citizens.rules.names import NAME_LENGTH_MAX
from motcua.citizens.vocabulary import IdentityLevel
from motcua.kernel.characters import plain_words
from motcua.kernel.identifiers.personal_id import DIGITS

DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})|(\d{2})/(\d{2})/(\d{4})", re.ASCII)


@dataclass(frozen=True, kw_only=True, slots=True)
class Identity:
    """`subject`: how the provider names the person, always the same. Of level 2 name and personal number
    are vouched for; of level 1 nothing but that it is the same person as before."""

    subject: str
    level: IdentityLevel
    full_name: str
    birth_date: date | None
    personal_id: str


@dataclass(frozen=True, slots=True)
class Claims:
    """Which claim says what, as the office has agreed with the provider."""

    level: str
    level_2: Collection[str]
    personal_id: str


def identity_of(claims: Mapping[str, Any], named: Claims) -> Identity:
    """Level 2 only with a personal number of 12 digits and a name. Refusals: IdentityNotTrusted."""
    subject = str(claims.get("sub", ""))
    if not subject:
        raise IdentityNotTrusted(reason="subject")
    number = str(claims.get(named.personal_id, ""))
    is_number = len(number) == DIGITS and number.isascii() and number.isdigit()
    name = plain_words(str(claims.get("name", "")))[:NAME_LENGTH_MAX]
    says_2 = str(claims.get(named.level, "")) in named.level_2
    is_proven = says_2 and is_number and bool(name)
    return Identity(
        subject=subject,
        level=IdentityLevel.NATIONAL if is_proven else IdentityLevel.CONTACT,
        full_name=name,
        birth_date=_day(str(claims.get("birthdate", ""))),
        personal_id=number if is_proven else "",
    )


def _day(text: str) -> date | None:
    """ISO as the standard says, or dd/mm/yyyy as some providers do."""
    found = DAY.fullmatch(text)
    if found is None:
        return None
    year, month, day = found.groups()[:3] if found[1] else found.groups()[:2:-1]
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
