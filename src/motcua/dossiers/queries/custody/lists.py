"""What passes from hand to hand, in lists: what is offered to us, what we offered, what is away."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import Exists, OuterRef, Q

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.models import Dossier, Offer
from motcua.dossiers.policies import visible
from motcua.dossiers.vocabulary import OfferAnswer, Stage
from motcua.kernel.actor import Actor
from motcua.kernel.paging import Page, after, page_of, size_of
from motcua.ledger.queries import facts_about_these

REFUSED_DAYS = 30
"""So long a refusal that nobody has followed is shown."""
TURNED_BACK = "dossier.take-over-refused"
FACTS_EACH_MAX = 20
"""Facts of each dossier that are looked through for the reason; those on their way have few."""
FIGURE_MAX = 1001
"""Nobody counts further: this many stands for more than a thousand."""


class Hands(StrEnum):
    """A list. `TO_ACCEPT`: offered to us. `HELD`: another agency's, in our hands. `SENT`: offered by us,
    not answered. `REFUSED`: offered by us and not taken. `AWAY`: ours, in other hands. `TURNED_BACK`:
    received for an agency that says it is not the one."""

    TO_ACCEPT = "TO_ACCEPT"
    HELD = "HELD"
    SENT = "SENT"
    REFUSED = "REFUSED"
    AWAY = "AWAY"
    TURNED_BACK = "TURNED_BACK"


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedRow:
    """One dossier of a list with its last offer, if it has one; agencies and units by id. Of one that is
    held, the offer that was accepted last, whatever was offered since: it tells who has it.

    `hold_due_at`: until when the one who has it is to be done; `limit_…` what the offer allots.
    """

    id: int
    code: str
    owner_name: str
    procedure_name: str
    due_at: datetime | None
    from_agency_id: int
    from_unit_id: int | None
    to_agency_id: int
    to_unit_id: int | None
    task: str = ""
    reason: str = ""
    offered_at: datetime | None = None
    answered_at: datetime | None = None
    hold_due_at: datetime | None = None
    limit_unit: str = ""
    limit_value: str = ""


HELD_LISTS = (Hands.HELD, Hands.AWAY)


COLUMNS = (
    "id",
    "code",
    "owner_name",
    "procedure_version__name",
    "due_at",
    "agency_id",
    "competent_agency_id",
)


def passed(
    actor: Actor, hands: Hands, *, at: datetime, cursor: str = "", size: int | None = None
) -> Page[PassedRow]:
    """The dossiers of the list that the actor may see, newest first. Two queries, three of those turned back, served by
    `dossier_offered`, `dossier_held`, `dossier_away`, `dossier_in_transit` and `offer_refused`.
    Refusals: CursorFaulty."""
    size, found = size_of(size), _which(actor, hands, at)
    start = after(cursor)
    if start is not None:
        found = found.filter(id__lt=start)
    values = list(found.order_by("-id").values_list(*COLUMNS)[: size + 1])
    ids = [value[0] for value in values]
    offers = _last_offers(ids, is_held=hands in HELD_LISTS)
    why = _turned_back_why(ids) if hands is Hands.TURNED_BACK else {}
    rows = [_row(value, offers.get(value[0]), why.get(value[0], "")) for value in values]
    return page_of(rows, size=size, key="id")


def count_passed(actor: Actor, *, at: datetime) -> dict[Hands, int]:
    """How many each list has, none above `FIGURE_MAX`. One query a list."""
    return {hands: _which(actor, hands, at)[:FIGURE_MAX].count() for hands in Hands}


def count_to_accept(actor: Actor, *, at: datetime) -> int:
    """How many dossiers wait until one's own agency or unit accepts them, none above `FIGURE_MAX`. One
    query (dossier_offered), none for whoever answers no offers."""
    if not may(actor, Permission.DOSSIER_ACCEPT_OFFER):
        return 0
    return int(_which(actor, Hands.TO_ACCEPT, at)[:FIGURE_MAX].count())


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Which agency has a dossier for the time being, and until when."""

    agency_id: int
    unit_id: int | None
    until: datetime | None


def held_elsewhere(actor: Actor, codes: Collection[str]) -> dict[str, Elsewhere]:
    """Those of the dossiers on a page that another agency has in hand. One query, none for none."""
    if not codes:
        return {}
    taken = Offer.objects.filter(
        dossier__in=Dossier.objects.filter(
            visible(actor), code__in=list(codes), held_agency__isnull=False
        ),
        answer=str(OfferAnswer.ACCEPTED),
    )
    rows = taken.order_by("seq").values_list(
        "dossier__code", "dossier__held_agency", "dossier__held_unit", "hold_due_at"
    )
    return {code: Elsewhere(agency, unit, until) for code, agency, unit, until in rows if agency}


def _which(actor: Actor, hands: Hands, at: datetime) -> Any:
    rows, own = Dossier.objects.all(), actor.own_agency_ids
    if hands is Hands.TO_ACCEPT:
        offered = Q(offered_agency__isnull=False)
        return rows.filter(offered, visible(actor, Permission.DOSSIER_ACCEPT_OFFER))
    if hands is Hands.SENT:
        offered = Q(offered_agency__isnull=False)
        return rows.filter(offered, visible(actor, Permission.DOSSIER_TAKE_BACK_OFFER))
    if hands is Hands.HELD:
        return rows.filter(visible(actor, Permission.DOSSIER_OFFER), held_agency__in=own)
    if hands is Hands.AWAY:
        away = Q(held_agency__isnull=False, competent_agency__in=own)
        return rows.filter(away, visible(actor))
    if hands is Hands.TURNED_BACK:
        back = Q(stage=str(Stage.IN_TRANSIT), is_turned_back=True)
        return rows.filter(back, visible(actor, Permission.DOSSIER_REDIRECT))
    return rows.filter(
        visible(actor, Permission.DOSSIER_OFFER),
        pk__in=_refused(actor, at).values("dossier"),
        ended_at__isnull=True,
    )


def _refused(actor: Actor, at: datetime) -> Any:
    """Offers of the agency that were refused of late, and not followed by another."""
    later = Offer.objects.filter(dossier=OuterRef("dossier"), seq__gt=OuterRef("seq"))
    return Offer.objects.filter(
        ~Exists(later),
        from_agency__in=actor.own_agency_ids,
        answer=str(OfferAnswer.REFUSED),
        answered_at__gte=at - timedelta(days=REFUSED_DAYS),
    )


def _last_offers(dossier_ids: list[int], *, is_held: bool) -> dict[int, Offer]:
    rows = Offer.objects.filter(dossier__in=dossier_ids).order_by("dossier", "seq")
    if is_held:
        rows = rows.filter(answer=str(OfferAnswer.ACCEPTED))
    return {row.dossier_id: row for row in rows}


def _turned_back_why(dossier_ids: list[int]) -> dict[int, str]:
    """What the agency said that did not take it over, the last word of each. One query."""
    facts = facts_about_these({"dossier": dossier_ids}, rows_max=FACTS_EACH_MAX * len(dossier_ids))
    told = (fact for fact in reversed(facts) if fact.code == TURNED_BACK)
    return {fact.subject_id: fact.payload["reason"] for fact in told}


def _row(value: tuple[Any, ...], offer: Offer | None, why: str) -> PassedRow:
    pk, code, owner, procedure, due_at, agency_id, competent_id = value
    same = {
        "id": pk,
        "code": code,
        "owner_name": owner,
        "procedure_name": procedure,
        "due_at": due_at,
    }
    if offer is None:
        return PassedRow(
            **same,
            from_agency_id=agency_id,
            from_unit_id=None,
            to_agency_id=competent_id,
            to_unit_id=None,
            reason=why,
        )
    return PassedRow(**same, **{name: getattr(offer, name) for name in OFFERED})


OFFERED = (
    "from_agency_id",
    "from_unit_id",
    "to_agency_id",
    "to_unit_id",
    "task",
    "reason",
    "offered_at",
    "answered_at",
    "hold_due_at",
    "limit_unit",
    "limit_value",
)
