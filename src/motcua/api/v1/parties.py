"""A person or an organization as a partner system sends them: by card, by fields, or both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from motcua.api.refusals import BirthDateFaulty, CardUnreadable
from motcua.api.v1.shapes.reception import PartyIn
from motcua.dossiers.vocabulary import Party, PartyRole
from motcua.kernel.identifiers.card_dates import parse_birth
from motcua.kernel.identifiers.citizen_card import parse_citizen_card
from motcua.kernel.identifiers.doubt import Doubt
from motcua.kernel.identifiers.personal_id import parse_personal_id
from motcua.kernel.identifiers.phone import parse_phone
from motcua.kernel.identifiers.tax_code import parse_tax_code
from motcua.kernel.refusal import Refusal

PLAIN = ("name", "old_id", "sex", "address", "email", "authority")
CHECKED = ("personal_id", "tax_code", "phone")


@dataclass(slots=True, kw_only=True)
class ReadParty:
    """The party, what could not be read, and what to look at; both by path in the request."""

    party: Party
    problems: list[Refusal] = field(default_factory=list)
    doubts: list[tuple[str, Doubt]] = field(default_factory=list)


class _Parsed(Protocol):
    @property
    def doubts(self) -> tuple[Doubt, ...]: ...


def read_party(role: PartyRole, place: str, given: PartyIn, *, today: date) -> ReadParty:
    """`place` is the part of the request, e.g. `applicant`. Numbers that cannot be right stay as
    they were given: the rule of reception refuses them with its own words."""
    read = ReadParty(party=Party(role=role, kind=given.kind, name=given.name))
    values = _card_values(given, place, read, today) | _given_values(given, place, read)
    for name, parse in _parsers(today).items():
        if values.get(name):
            values[name] = _normal(values[name], name, parse, place, read)
    read.party = Party(role=role, kind=given.kind, **{"name": "", **values})
    return read


def _card_values(given: PartyIn, place: str, read: ReadParty, today: date) -> dict[str, str]:
    if not given.card.strip():
        return {}
    try:
        card = parse_citizen_card(given.card, today=today)
    except Refusal as refusal:
        read.problems.append(CardUnreadable(field=f"{place}.card", why=refusal.code))
        return {}
    read.doubts += [(f"{place}.card", doubt) for doubt in card.doubts]
    return {
        "name": card.name,
        "personal_id": card.personal_id,
        "old_id": card.old_id or "",
        "sex": str(card.sex),
        "address": card.address,
        "birth_date": card.birth_date.iso(),
    }


def _given_values(given: PartyIn, place: str, read: ReadParty) -> dict[str, str]:
    values = {name: getattr(given, name) for name in (*PLAIN, *CHECKED) if getattr(given, name)}
    if not given.birth_date:
        return values
    try:
        return values | {"birth_date": parse_birth(given.birth_date).iso()}
    except Refusal:
        read.problems.append(BirthDateFaulty(field=f"{place}.birth_date"))
        return values


def _parsers(today: date) -> dict[str, Callable[[str], _Parsed]]:
    return {
        "personal_id": lambda text: parse_personal_id(text, today=today),
        "tax_code": lambda text: parse_tax_code(text, today=today),
        "phone": parse_phone,
    }


def _normal(
    text: str, name: str, parse: Callable[[str], _Parsed], place: str, read: ReadParty
) -> str:
    try:
        parsed = parse(text)
    except Refusal:
        return text[:20]
    known = {doubt.code for _path, doubt in read.doubts}
    read.doubts += [(f"{place}.{name}", one) for one in parsed.doubts if one.code not in known]
    return str(getattr(parsed, name))
