"""Who the people of a draft are: owner, submitter, representative, helper. Pure.

What the form tells of a person comes first, then what was said of whom one files for, then the account.
Basis: law.md 4.8 (submitter, owner, representative and helper are kept apart).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from motcua.dossiers.vocabulary import Party, PartyKind, PartyRole
from motcua.filing.rules.refusals import (
    BeneficiaryIncomplete,
    BeneficiaryNameOdd,
    BeneficiaryPhoneIsHelpers,
    BeneficiaryPhoneMissing,
)
from motcua.filing.vocabulary import Beneficiary, ForWhom
from motcua.kernel.characters import not_in_person_names, plain_words
from motcua.kernel.folding import fold
from motcua.kernel.identifiers.phone import parse_phone
from motcua.kernel.refusal import Refusal

Told = Mapping[str, Mapping[str, Any]]
ADDRESS = "address_words"
"""Where the form's address stands as one line; whoever reads the form has worded it."""
ODD_SHOWN_MAX = 10
SAME = ("name", "personal_id", "tax_code", "birth_date", "sex", "phone", "email")


@dataclass(frozen=True, kw_only=True, slots=True)
class Account:
    """What is known of who files, and of the organization he files for, if any."""

    name: str
    birth_date: str = ""
    personal_id: str = ""
    phone: str = ""
    email: str = ""
    organization_name: str = ""
    organization_tax_code: str = ""
    organization_address: str = ""


def parties_of_draft(
    account: Account, for_whom: ForWhom, beneficiary: Beneficiary, told: Told
) -> tuple[Party, ...]:
    """The people as reception is told of them; the owner first."""
    me = _me(account, PartyRole.SUBMITTER)
    if for_whom is ForWhom.ORGANIZATION:
        owner = Party(
            role=PartyRole.OWNER,
            kind=PartyKind.ORGANIZATION,
            name=account.organization_name,
            tax_code=account.organization_tax_code,
            address=account.organization_address,
            phone=account.phone,
        )
        return owner, me
    if for_whom is ForWhom.MYSELF:
        return _for_myself(account, told)
    owner = _filled(_beneficiary(beneficiary), told.get("owner", {}))
    if for_whom is ForWhom.HELPER:
        return owner, _me(account, PartyRole.HELPER)
    acting = replace(_me(account, PartyRole.REPRESENTATIVE), authority=beneficiary.authority)
    return owner, acting, me


def _for_myself(account: Account, told: Told) -> tuple[Party, ...]:
    """The applicant of the form, completed from the account; an owner of another name stands first."""
    me = _me(account, PartyRole.OWNER)
    applicant = told.get("applicant", {})
    if not applicant or applicant.get("name", me.name) == me.name:
        me = _filled(me, applicant)
    owner = told.get("owner", {})
    if not owner.get("name") or owner["name"] == me.name:
        return (_filled(me, owner),)
    child = _filled(Party(role=PartyRole.OWNER, name=str(owner["name"])), owner)
    return replace(child, phone=child.phone or me.phone), replace(me, role=PartyRole.SUBMITTER)


def beneficiary_problems(
    for_whom: ForWhom, beneficiary: Beneficiary, account: Account
) -> Iterator[Refusal]:
    """What is still to be said of whom one files for."""
    if for_whom not in (ForWhom.HELPER, ForWhom.REPRESENTATIVE):
        return
    needed = ["name", "personal_id"]
    needed += ["authority"] if for_whom is ForWhom.REPRESENTATIVE else []
    for name in needed:
        if not getattr(beneficiary, name).strip():
            yield BeneficiaryIncomplete(field=name)
    odd = not_in_person_names(beneficiary.name) if beneficiary.name.strip() else ""
    if odd:
        yield BeneficiaryNameOdd(field="name", found=odd[:ODD_SHOWN_MAX])
    if for_whom is ForWhom.HELPER:
        if not beneficiary.phone.strip():
            yield BeneficiaryPhoneMissing(field="phone")
        elif account.phone and _plain(beneficiary.phone) == _plain(account.phone):
            yield BeneficiaryPhoneIsHelpers(field="phone")


def other_name_told(
    account: Account, for_whom: ForWhom, beneficiary: Beneficiary, told: Told
) -> str:
    """The name in the form of whoever is the owner, where it is another than the one that counts; ""
    where both are the same or the form has none. Whoever files for an organization is not asked."""
    counts = {
        ForWhom.MYSELF: ("applicant", account.name),
        ForWhom.HELPER: ("owner", beneficiary.name),
        ForWhom.REPRESENTATIVE: ("owner", beneficiary.name),
    }
    role, name = counts.get(for_whom, ("", ""))
    said = str(told.get(role, {}).get("name") or "")
    is_other = said and name.strip() and fold(plain_words(said)) != fold(plain_words(name))
    return said if is_other else ""


def _plain(phone: str) -> str:
    try:
        return parse_phone(phone).phone
    except Refusal:
        return phone.strip()


def _me(account: Account, role: PartyRole) -> Party:
    return Party(
        role=role,
        name=account.name,
        birth_date=account.birth_date,
        personal_id=account.personal_id,
        phone=account.phone,
        email=account.email,
    )


def _beneficiary(beneficiary: Beneficiary) -> Party:
    return Party(
        role=PartyRole.OWNER,
        name=beneficiary.name,
        birth_date=beneficiary.birth_date,
        personal_id=beneficiary.personal_id,
        phone=beneficiary.phone,
        address=beneficiary.address,
    )


def _filled(party: Party, told: Mapping[str, Any]) -> Party:
    """With what the form tells where nothing is known yet."""
    more: dict[str, Any] = {
        name: str(told[name]) for name in SAME if told.get(name) and not getattr(party, name)
    }
    if told.get(ADDRESS) and not party.address:
        more["address"] = str(told[ADDRESS])
    return replace(party, **more)
