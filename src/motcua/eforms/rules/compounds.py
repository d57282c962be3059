"""Answers of several parts: people, organizations, papers, addresses. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from motcua.eforms.rules.leaves import BLANK, Limits, Noticed, Read, faulty, is_blank, read_leaf
from motcua.eforms.rules.shapes import Field, Part
from motcua.eforms.vocabulary import ADDRESS_PARTS, NEEDED_OF_ADDRESS, AddressForm, FieldKind
from motcua.kernel.characters import not_in_names
from motcua.kernel.identifiers.personal_id import DIGITS, told_by
from motcua.kernel.places import PROVINCES_NOW, commune_called, communes_of, is_called

DEFAULT_FORMS: Final = (AddressForm.TWO_TIER, AddressForm.THREE_TIER, AddressForm.ABROAD)
_COMMUNE_CODE: Final = re.compile(r"\d{5}", re.ASCII)
_DETAIL_LENGTH: Final = 300
NAMES: Final = frozenset({"name", "representative_name"})
ODD_SHOWN_MAX: Final = 10


def read_compound(
    parts: Sequence[Part], raw: Any, limits: Limits, forms: Sequence[AddressForm] = ()
) -> Read:
    """A person, an organization or a paper: its parts, each with its faults."""
    if is_blank(raw):
        return BLANK
    if not isinstance(raw, Mapping):
        return faulty(None, "answer-shape")
    read = {part.key: _read_part(part, raw.get(part.key), limits, forms) for part in parts}
    if all(one == BLANK for one in read.values()):
        return BLANK
    faults = [
        *_missing(parts, read),
        *(_of_part(key, one.faults) for key, one in read.items()),
    ]
    whole = _joined(read)
    doubts = [_of_part(key, one.doubts) for key, one in read.items()]
    contradictions = tuple(_contradictions(whole.value or {}))
    return replace(whole, faults=_flat(faults), doubts=(*_flat(doubts), *contradictions))


def read_address(forms: Sequence[AddressForm], raw: Any, limits: Limits) -> Read:
    """An address in one of the forms allowed; without `form` the first of them."""
    if is_blank(raw):
        return BLANK
    if not isinstance(raw, Mapping):
        return faulty(None, "answer-shape")
    allowed = tuple(forms) or DEFAULT_FORMS
    said = raw.get("form") or allowed[0]
    if said not in allowed:
        return Read(faults=(Noticed("form", "choice-unknown"),))
    form = AddressForm(said)
    read = {name: _address_part(name, raw.get(name), limits) for name in ADDRESS_PARTS[form]}
    if all(one == BLANK for one in read.values()):
        return BLANK
    doubts: tuple[Noticed, ...] = ()
    if form is AddressForm.TWO_TIER:
        read, doubts = _with_commune(read)
    needed = NEEDED_OF_ADDRESS[form]
    missing = [(Noticed(name, "answer-required"),) for name in needed if read[name] == BLANK]
    faults = _flat([*missing, *(_of_part(name, one.faults) for name, one in read.items())])
    whole = _joined(read)
    value = {"form": str(form), **whole.value} if whole.value and not faults else None
    kept = {"form": str(form), **whole.kept} if whole.kept else None
    return Read(value, kept, faults, doubts)


def _with_commune(read: Mapping[str, Read]) -> tuple[dict[str, Read], tuple[Noticed, ...]]:
    """Code and name of the commune put together: either is enough. A name that is not in the list may
    be right all the same (communes change), a code that is not is wrong."""
    province, code = read["province_code"].value, read["commune_code"].value
    name, settled = read["commune"].value, dict(read)
    if province is None or (code is None and name is None):
        return settled, ()
    found = code if code is not None else commune_called(province, name)
    if found is None:
        return settled, (Noticed("commune", "commune-not-in-list"),)
    official = communes_of(province).get(found)
    if official is None:
        settled["commune_code"] = faulty(code, "commune-unknown")
    elif name is not None and not is_called(official, name):
        settled["commune"] = faulty(name, "commune-differs", official=official)
    else:
        settled |= {"commune_code": Read(found, found), "commune": Read(official, official)}
    return settled, ()


def needed_parts(asked: Field) -> tuple[str, ...]:
    """The parts without which a compound is no answer, so that each can be asked for in its place."""
    if asked.kind is FieldKind.ADDRESS:
        return NEEDED_OF_ADDRESS[(asked.address_forms or DEFAULT_FORMS)[0]]
    return tuple(part.key for part in asked.parts if part.is_required)


def _address_part(name: str, raw: Any, limits: Limits) -> Read:
    length = _DETAIL_LENGTH if name == "detail" else None
    read = read_leaf(FieldKind.TEXT, raw, Limits(today=limits.today, length_max=length))
    if name == "province_code" and read.value and read.value not in PROVINCES_NOW:
        return faulty(read.value, "province-unknown")
    if name == "commune_code" and read.value and not _COMMUNE_CODE.fullmatch(read.value):
        return faulty(read.value, "commune-code-faulty")
    return read


def _read_part(part: Part, raw: Any, limits: Limits, forms: Sequence[AddressForm]) -> Read:
    own = Limits(today=limits.today)
    if part.kind is FieldKind.ADDRESS:
        return read_address(forms, raw, own)
    if part.kind is FieldKind.PAPER_REFERENCE:
        return read_compound(IDENTITY_PAPER, raw, own)
    if part.kind is FieldKind.DATE:
        own = replace(own, max=limits.today)
    read = read_leaf(part.kind, raw, own)
    odd = not_in_names(read.value) if part.key in NAMES and read.value else ""
    return faulty(read.value, "name-odd", found=odd[:ODD_SHOWN_MAX]) if odd else read


IDENTITY_PAPER: Final = (
    Part(key="name", kind=FieldKind.TEXT, is_required=False),
    Part(key="number", kind=FieldKind.TEXT, is_required=True),
    Part(key="issued_on", kind=FieldKind.DATE, is_required=False),
    Part(key="issued_by", kind=FieldKind.TEXT, is_required=False),
)


def _missing(parts: Sequence[Part], read: Mapping[str, Read]) -> Iterator[tuple[Noticed, ...]]:
    for part in parts:
        if part.is_required and read[part.key] == BLANK:
            yield (Noticed(part.key, "answer-required"),)


def _of_part(key: str, noticed: tuple[Noticed, ...]) -> tuple[Noticed, ...]:
    return tuple(replace(one, part=f"{key}.{one.part}" if one.part else key) for one in noticed)


def _flat(found: Sequence[tuple[Noticed, ...]]) -> tuple[Noticed, ...]:
    return tuple(one for several in found for one in several)


def _joined(read: Mapping[str, Read]) -> Read:
    """The parts put together: what counts, and what is kept."""
    value = {key: one.value for key, one in read.items() if one.value is not None}
    kept = {key: one.kept for key, one in read.items() if one.kept is not None}
    return Read(value or None, kept or None)


def _contradictions(person: Mapping[str, Any]) -> Iterator[Noticed]:
    """A personal number that tells another year or sex: somebody should look, nobody is stopped."""
    number = str(person.get("personal_id", ""))
    if len(number) != DIGITS:
        return
    told = told_by(number)
    birth, sex = str(person.get("birth_date", "")), person.get("sex")
    if birth and int(birth[:4]) != told.birth_year:
        years = {"year": birth[:4], "number_says": told.birth_year}
        yield Noticed("birth_date", "person-birth-year-differs", years)
    if sex and sex != told.sex:
        yield Noticed("sex", "person-sex-differs", {"sex": sex, "number_says": told.sex})
