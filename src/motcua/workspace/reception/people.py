"""Who stands at the counter: a card read into any field, and who has been here before."""

from __future__ import annotations

from django.utils.translation import gettext as _

from motcua.dossiers.queries.people import KnownPerson, known_people
from motcua.dossiers.vocabulary import PartyRole
from motcua.kernel.clock import local_day
from motcua.kernel.identifiers.citizen_card import parse_citizen_card
from motcua.kernel.refusal import Refusal
from motcua.kernel.wording import word_doubt
from motcua.workspace.reception import cards
from motcua.workspace.reception.page import ReceptionPage
from motcua.workspace.reception.reading import Problem, problems_of

REMEMBERED = ("phone", "email", "address", "tax_code")
SPACES = str.maketrans("", "", " .")


def read_card(page: ReceptionPage) -> bool:
    """Put a card's person into the fields. True when a card was there, readable or not."""
    found = cards.find_card(page.data)
    if found is None:
        return False
    try:
        card = parse_citizen_card(found.text, today=local_day(page.at))
    except Refusal as refusal:
        place = place_of(found.field)
        page.problems += [Problem(text=one.text, field=place) for one in problems_of(refusal)]
        return True
    page.data = cards.fill(page.data, found, card)
    page.notices.append(("success", _("Đã đọc thẻ của %(name)s.") % {"name": card.name}))
    page.notices += [("warning", word_doubt(doubt, _)) for doubt in card.doubts]
    return True


def recognize_people(page: ReceptionPage) -> None:
    """Who has been here before: offer what they gave then, never over what is typed now."""
    for role in PartyRole:
        prefix = str(role).lower()
        number = page.data.get(f"{prefix}-personal_id") or page.data.get(f"{prefix}-tax_code")
        people = known_people(page.actor, (number or "").translate(SPACES))
        if not people:
            continue
        page.known[role] = people[0]
        _remember(page, prefix, people[0])


def _remember(page: ReceptionPage, prefix: str, person: KnownPerson) -> None:
    if not page.data.get(f"{prefix}-name", "").strip():
        for name in ("kind", "name", "birth_date", "sex", "personal_id"):
            page.data[f"{prefix}-{name}"] = shown(name, getattr(person, name))
    for name in REMEMBERED:
        if not page.data.get(f"{prefix}-{name}", "").strip():
            page.data[f"{prefix}-{name}"] = getattr(person, name)


def shown(name: str, value: str) -> str:
    """A value as its field shows it: a birth goes by day, month, year."""
    return "/".join(reversed(value.split("-"))) if name == "birth_date" else value


def place_of(field: str) -> str:
    """Where a field's problem is shown: the search box of `procedure` is `procedure-text`."""
    return field.removesuffix("-text")
