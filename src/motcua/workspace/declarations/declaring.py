"""The declaration on the reception page: on paper, or the interactive form of the procedure filled in here.

It stands in the same form as all else; what is known of the people fills it, so that nothing is typed twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.http import QueryDict

from motcua.dossiers.vocabulary import Declared, Party, PartyKind, PartyRole
from motcua.eforms.posted import (
    TurnKind,
    after_turn,
    asked_paths,
    posted_answers,
    turn_of,
)
from motcua.eforms.queries.forms import FormInForce
from motcua.eforms.rules.parties import prefill
from motcua.eforms.showing import show, tell_all, tell_nothing
from motcua.eforms.shown import ShownForm

CHOICE: Final = "declared"
TYPED: Final = "typed"
FAULTS: Final = "declaration."
Parties = Mapping[PartyRole, Party]


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaring:
    """The form, and what of it was typed. `prefilled` are paths filled in from the people of the page;
    `looks_again`: a button of the form itself was pressed, or questions appeared that nobody has seen."""

    version: FormInForce
    answers: dict[str, Any]
    prefilled: frozenset[str]
    looks_again: bool
    day: date

    @property
    def declared(self) -> Declared:
        return Declared(eform_version_id=self.version.version_id, answers=self.answers)

    def shown(self, *, tells: bool) -> ShownForm:
        telling = tell_all if tells else tell_nothing
        return show(
            self.version.form,
            self.answers,
            on=self.day,
            telling=telling,
            prefilled=self.prefilled,
        )


def is_typed(data: QueryDict) -> bool:
    return data.get(CHOICE) == TYPED


def declaring(
    version: FormInForce, data: QueryDict, parties: Parties, day: date, *, is_sending: bool
) -> Declaring:
    """What stands in the form now. `is_sending`: a button of the page, not of the form, was pressed to
    take the dossier in, so nothing is filled in unseen."""
    asked_for = turn_of(data)
    form = version.form
    answers = after_turn(form, posted_answers(form, data), asked_for)
    seen = asked_paths(data)
    is_form_button = asked_for.kind is not TurnKind.SEND
    if not is_sending or is_form_button or seen is None:
        filled = prefill(form, known_of(parties), answers)
        return Declaring(
            version=version,
            answers=_laid_over(filled, answers),
            prefilled=frozenset(_paths(filled)),
            looks_again=is_form_button or (is_sending and seen is None),
            day=day,
        )
    asked = show(form, answers, on=day).asked
    return Declaring(
        version=version,
        answers=answers,
        prefilled=frozenset(),
        looks_again=any(path not in seen for path in asked),
        day=day,
    )


def known_of(parties: Parties) -> dict[str, dict[str, Any]]:
    """The people of the page as the form knows them: who asks, whose matter it is, who acts for them."""
    owner = parties[PartyRole.OWNER]
    asking = parties.get(PartyRole.SUBMITTER) or parties.get(PartyRole.REPRESENTATIVE) or owner
    known = {"applicant": _told(asking), "owner": _told(owner)}
    acting = parties.get(PartyRole.REPRESENTATIVE)
    if acting is not None:
        known["representative"] = _told(acting)
    return known


def _told(party: Party) -> dict[str, Any]:
    address = {"detail": party.address} if party.address else None
    told = {
        "name": party.name,
        "personal_id": party.personal_id,
        "birth_date": party.birth_date,
        "sex": party.sex,
        "phone": party.phone,
        "email": party.email,
        "tax_code": party.tax_code,
        "address" if party.kind is PartyKind.ORGANIZATION else "residence": address,
    }
    return {name: value for name, value in told.items() if value}


def _laid_over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Both together; where both have an answer the one above stays."""
    both = dict(below)
    for key, value in above.items():
        under = both.get(key)
        is_deep = isinstance(under, Mapping) and isinstance(value, Mapping)
        both[key] = _laid_over(under, value) if is_deep else value  # type: ignore[arg-type]
    return both


def _paths(answers: Mapping[str, Any], above: str = "") -> Iterator[str]:
    for key, value in answers.items():
        if isinstance(value, Mapping):
            yield from _paths(value, f"{above}{key}.")
        else:
            yield f"{above}{key}"
