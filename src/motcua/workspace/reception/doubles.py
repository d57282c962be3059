"""The same matter of the same person in the register already: told once before it is received."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from motcua.dossiers.queries.duplicates import Duplicate, likely_duplicates
from motcua.dossiers.vocabulary import PartyRole
from motcua.kernel.dates_vi import short_moment
from motcua.ledger.queries import subject_of_request
from motcua.workspace.reception.page import ReceptionPage
from motcua.workspace.showing import stage_shown

SEEN = "doubles_seen"


def doubles_of(page: ReceptionPage) -> tuple[Duplicate, ...]:
    """The likely duplicates of the matter on the page. One query, none without a number."""
    if page.ground is None or not page.is_sent:
        return ()
    owner = page.parties[PartyRole.OWNER].to_party()
    return likely_duplicates(
        page.actor,
        procedure_id=page.ground.row.procedure_id,
        owner_number=owner.personal_id or owner.tax_code,
        at=page.at,
    )


def are_news(page: ReceptionPage, found: tuple[Duplicate, ...], request_key: str) -> bool:
    """Whether they must be told before receiving: not yet seen, and none of them made by this page."""
    seen = set(page.data.get(SEEN, "").split())
    news = [one for one in found if one.code not in seen]
    return bool(news) and subject_of_request(request_key) is None


def doubles_shown(found: tuple[Duplicate, ...]) -> list[dict[str, Any]]:
    return [
        {
            "code": one.code,
            "url": reverse("workspace:dossier", args=[one.code]),
            "stage": stage_shown(one.stage),
            "received": short_moment(one.received_at),
        }
        for one in found
    ]
