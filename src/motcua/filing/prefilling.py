"""What is known already, for the fields of a form: the account, whom one files for, earlier answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from motcua.dossiers.queries.own.declared import last_declared
from motcua.eforms.queries.forms import form_version
from motcua.eforms.rules.parties import parties_of, prefill
from motcua.filing.rules.people import Account
from motcua.filing.vocabulary import Beneficiary, ForWhom
from motcua.filing.whole import WholeDraft
from motcua.kernel.actor import Actor

Party = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """Answers with what is known filled in where nothing was answered; `filled`: those paths;
    `people`: who is known, by the parts of a person."""

    answers: dict[str, Any]
    filled: frozenset[str]
    people: tuple[Party, ...] = ()


def offered_answers(actor: Actor, whole: WholeDraft) -> Offered:
    """Nothing is overwritten, and nothing counts until the page is sent. Two queries at most."""
    if whole.version is None:
        return Offered(answers={}, filled=frozenset())
    known = _known(whole.account, whole.row.for_whom, whole.row.beneficiary, _earlier(actor, whole))
    filled = prefill(whole.version.form, known, whole.row.answers)
    people = {party.get("name", ""): party for party in known.values() if "tax_code" not in party}
    return Offered(
        answers=_together(whole.row.answers, filled),
        filled=frozenset(_paths(filled, "")),
        people=tuple(one for name, one in people.items() if name),
    )


def _known(
    account: Account, for_whom: ForWhom, beneficiary: Beneficiary, earlier: Party
) -> dict[str, Party]:
    me = {**earlier, **_told(account, ("name", "birth_date", "personal_id", "phone", "email"))}
    other = _told(beneficiary, ("name", "birth_date", "personal_id", "phone"))
    if for_whom is ForWhom.HELPER:
        return {"applicant": other}
    if for_whom is ForWhom.REPRESENTATIVE:
        return {"applicant": me, "owner": other, "representative": me}
    if for_whom is ForWhom.ORGANIZATION:
        owner = {"name": account.organization_name, "tax_code": account.organization_tax_code}
        return {"applicant": me, "owner": owner}
    return {"applicant": me}


def _earlier(actor: Actor, whole: WholeDraft) -> Party:
    """What the last declaration told of the same person: above all where he lives."""
    declared = last_declared(actor) if whole.row.for_whom is not ForWhom.HELPER else None
    version = form_version(declared.eform_version_id) if declared else None
    if declared is None or version is None:
        return {}
    party = parties_of(version.form, declared.answers).get("applicant", {})
    is_same = party.get("name") in (None, whole.account.name)
    return {key: value for key, value in party.items() if key != "kind"} if is_same else {}


def _told(source: object, names: tuple[str, ...]) -> Party:
    return {name: getattr(source, name) for name in names if getattr(source, name)}


def _together(answers: Mapping[str, Any], filled: Mapping[str, Any]) -> dict[str, Any]:
    whole = dict(answers)
    for key, value in filled.items():
        there = whole.get(key)
        if isinstance(there, Mapping) and isinstance(value, Mapping):
            whole[key] = _together(there, value)
        elif there is None:
            whole[key] = value
    return whole


def _paths(filled: Mapping[str, Any], above: str) -> Iterator[str]:
    for key, value in filled.items():
        path = f"{above}.{key}" if above else key
        yield path
        if isinstance(value, Mapping):
            yield from _paths(value, path)
