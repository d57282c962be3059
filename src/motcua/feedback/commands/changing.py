"""What each act changes of the row, besides its state and its dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.accounts.queries.colleagues import colleagues_of
from motcua.agencies.queries import agency_on, units_of
from motcua.feedback.models import Petition
from motcua.feedback.queries.answerers import has_answered
from motcua.feedback.rules.acting import publisher_problem
from motcua.feedback.rules.dates import Clock
from motcua.feedback.rules.revealing import StillReveals, reveals
from motcua.feedback.rules.sending import AnonymousNotTaken, PetitionFaulty
from motcua.feedback.rules.transitions import PUBLICATION
from motcua.feedback.vocabulary import Act, ActIn, Kind, Publication
from motcua.kernel.actor import Role
from motcua.kernel.clock import local_day
from motcua.kernel.folding import fold
from motcua.kernel.verdict import NotFound
from motcua.ledger.recording import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One act on one row, while the chain of its agency is locked."""

    record: Record
    row: Petition
    act: Act
    given: ActIn
    clock: Clock

    @property
    def at(self) -> datetime:
        return self.record.at


def nothing(_asked: Asked) -> dict[str, Any]:
    return {}


def _register(asked: Asked) -> dict[str, Any]:
    given, row = asked.given, asked.row
    kind = given.kind or Kind(row.kind)
    if row.is_anonymous and not asked.clock.terms.anonymous[kind].allowed:
        basis = asked.clock.terms.anonymous[kind].basis
        raise PetitionFaulty([AnonymousNotTaken(field="kind", basis=basis)])
    day = local_day(asked.at)
    units = {one.id for one in units_of(row.agency_id, day)}
    people = {one.holding_id: one for one in colleagues_of(row.agency_id, day)}
    holding = given.about_holding_id if given.about_holding_id in people else None
    unit = given.about_unit_id if given.about_unit_id in units else None
    return {"kind": str(kind), "about_unit_id": unit, "about_holding_id": holding}


def _route(asked: Asked) -> dict[str, Any]:
    return {"unit_id": asked.given.unit_id, "handler_id": asked.given.holding_id, "proposal": ""}


def _offer(asked: Asked) -> dict[str, Any]:
    if agency_on(asked.given.agency_id or 0, local_day(asked.at)) is None:
        raise NotFound(kind="agency")
    return {"offered_agency_id": asked.given.agency_id}


def _no_offer(_asked: Asked) -> dict[str, Any]:
    return {"offered_agency_id": None}


def _accept(asked: Asked) -> dict[str, Any]:
    return {"offered_agency_id": None, "ended_at": asked.at}


def _end(asked: Asked) -> dict[str, Any]:
    return {"ended_at": asked.at}


def _outside(asked: Asked) -> dict[str, Any]:
    return {"outside_body": asked.given.body, "ended_at": asked.at}


def _propose(asked: Asked) -> dict[str, Any]:
    return {"proposal": asked.given.text}


def _answer(asked: Asked) -> dict[str, Any]:
    return {"answer": asked.given.text, "answered_at": asked.at}


def _publish(asked: Asked) -> dict[str, Any]:
    """Names found are told first; whoever publishes may say that they are no names."""
    given, row, actor = asked.given, asked.row, asked.record.actor
    problem = publisher_problem(
        asked.clock.terms.checker,
        is_leader=Role.SIGNATORY in actor.roles,
        has_answered=has_answered(row, actor),
    )
    if problem is not None:
        raise PetitionFaulty([problem])
    texts = (given.published_title, given.published_text, given.published_answer)
    known = (row.sender_name, row.sender_address, row.sender_phone, row.sender_email)
    found = reveals(texts, [*(one for one in known if one), *_dossier(row)])
    if found and not given.reveals_confirmed:
        raise StillReveals(field="published_text", found=", ".join(found))
    return {
        "publication": str(PUBLICATION[Act.PUBLISH][1]),
        "published_at": asked.at,
        "published_title": given.published_title,
        "published_text": given.published_text,
        "published_answer": given.published_answer,
        "published_key": fold(" ".join(texts)),
    }


def _dossier(row: Petition) -> tuple[str, ...]:
    return (row.dossier_code,) if row.dossier_code else ()


def _unpublished(asked: Asked) -> dict[str, Any]:
    return {"publication": str(PUBLICATION[asked.act][1]), "published_at": None}


def _rate(asked: Asked) -> dict[str, Any]:
    return {"satisfaction": str(asked.given.satisfaction)}


def _reopen(asked: Asked) -> dict[str, Any]:
    """Counted anew from now; what was published is not shown while it is looked at again."""
    changes: dict[str, Any] = {
        "counts_from": asked.at, "answered_at": None, "answer": "", "ended_at": None,
        "proposal": asked.row.answer, "satisfaction": "",
    }  # fmt: skip
    published = asked.row.publication == Publication.PUBLISHED
    changes["publication"] = str(Publication.WITHDRAWN if published else Publication.NONE)
    changes["published_at"] = None
    return changes


CHANGES: dict[Act, Callable[[Asked], dict[str, Any]]] = {
    Act.REGISTER: _register,
    Act.REFUSE: _end,
    Act.ROUTE: _route,
    Act.OFFER: _offer,
    Act.ACCEPT_OFFER: _accept,
    Act.REFUSE_OFFER: _no_offer,
    Act.TAKE_BACK_OFFER: _no_offer,
    Act.FORWARD_OUTSIDE: _outside,
    Act.PROPOSE: _propose,
    Act.ANSWER: _answer,
    Act.PUBLISH: _publish,
    Act.WITHHOLD: _unpublished,
    Act.WITHDRAW: _unpublished,
    Act.RATE: _rate,
    Act.CLOSE: _end,
    Act.REOPEN: _reopen,
}
"""The columns that an act changes, besides state and dates."""
