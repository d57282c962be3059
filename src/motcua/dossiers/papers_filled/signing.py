"""Who signs a paper: the officer of the fact, or the head of the agency that answers for it."""

from __future__ import annotations

from datetime import date

from motcua.accounts.queries.colleagues import Colleague, colleagues_of
from motcua.agencies.rows import AgencyRow
from motcua.dossiers.papers_filled.telling import Told
from motcua.kernel.actor import Role
from motcua.ledger.queries import FactRow
from motcua.papers.data.heads import NOBODY, Signer

COMMITTEE = "Ủy ban nhân dân"
OF_THE_COMMITTEE = (" UBND", " Ủy ban nhân dân")
DEPUTY = "Phó "


def officer_of(fact: FactRow) -> Signer:
    """Whoever did what the paper tells of, in the position held then."""
    return Signer(name=fact.actor.get("name", ""), title=fact.actor.get("title", ""))


def head_of(told: Told) -> Signer:
    """Who signs for the agency that settles the dossier: the one who did it if he may sign, else its
    chief. Nobody is named where it is not known who that is."""
    agency = told.competent(told.day)
    signers = _signers(agency.id, told.day)
    own = {told.fact.actor.get("holding"), told.fact.actor.get("for")}
    chosen = next((one for one in signers if one.holding_id in own), None) or _chief(signers)
    return _signing(chosen, agency) if chosen else NOBODY


def _signers(agency_id: int, on: date) -> list[Colleague]:
    return [one for one in colleagues_of(agency_id, on) if Role.SIGNATORY in one.roles]


def _chief(signers: list[Colleague]) -> Colleague | None:
    """The one who is nobody's deputy; the only one there is."""
    chiefs = [one for one in signers if not one.title.startswith(DEPUTY)]
    found = chiefs or signers
    return found[0] if len(found) == 1 else None


def _signing(one: Colleague, agency: AgencyRow) -> Signer:
    """In whose name (NĐ 30/2020/NĐ-CP): a deputy for the chief, a chief for the committee."""
    title = one.title
    for words in OF_THE_COMMITTEE:
        title = title.partition(words)[0]
    if title.startswith(DEPUTY):
        return Signer(name=one.name, title=title, authority=f"KT. {title.removeprefix(DEPUTY)}")
    is_committee = agency.name.startswith(COMMITTEE)
    return Signer(name=one.name, title=title, authority=f"TM. {COMMITTEE}" if is_committee else "")
