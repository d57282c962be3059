"""What waits at the counter: piles, each with the right of those whose turn it is."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from django.db.models import Q

from motcua.accounts.rules.roles import Permission, may
from motcua.database.joining import counts_of, in_parts
from motcua.dossiers.models import Dossier
from motcua.dossiers.policies import visible, visible_apart
from motcua.dossiers.queries import filters
from motcua.dossiers.queries.urgency import Urgency, urgent
from motcua.dossiers.vocabulary import STATUS_OF, Stage
from motcua.kernel.actor import Actor

FIGURE_MAX = 1001
"""Nobody counts further at a counter: this many stands for more than a thousand."""


class Pile(StrEnum):
    """What a reception officer looks after, besides the people who stand before him."""

    TO_RECEIVE = "TO_RECEIVE"
    TO_TAKE_OVER = "TO_TAKE_OVER"
    TO_HAND_OVER = "TO_HAND_OVER"
    TO_COMPLETE = "TO_COMPLETE"
    PARTLY_COMPLETED = "PARTLY_COMPLETED"
    TO_ACCEPT = "TO_ACCEPT"
    TURNED_BACK = "TURNED_BACK"


_ASKED = (Stage.COMPLETION_ASKED, Stage.SUPPLEMENT_REQUESTED)
STAGES_OF = {
    Pile.TO_RECEIVE: (Permission.DOSSIER_RECEIVE, (Stage.REGISTERED,)),
    Pile.TO_TAKE_OVER: (Permission.DOSSIER_TAKE_OVER, (Stage.IN_TRANSIT,)),
    Pile.TO_HAND_OVER: (Permission.DOSSIER_RETURN_RESULT, (Stage.SETTLED,)),
    Pile.TO_COMPLETE: (Permission.DOSSIER_SUPPLEMENT, _ASKED),
    Pile.PARTLY_COMPLETED: (Permission.DOSSIER_SUPPLEMENT, _ASKED),
    Pile.TO_ACCEPT: (Permission.DOSSIER_ACCEPT_OFFER, ()),
    Pile.TURNED_BACK: (Permission.DOSSIER_REDIRECT, (Stage.IN_TRANSIT,)),
}


def lying(actor: Actor, pile: Pile) -> Q:
    """The dossiers of a pile on which the actor may do what they wait for."""
    return visible(actor, STAGES_OF[pile][0]) & lies_in(pile)


def count_lying(actor: Actor, pile: Pile) -> int:
    """How many of a pile wait for the actor, none above `FIGURE_MAX`. One query, none for whoever may not
    do what they wait for."""
    if not may(actor, STAGES_OF[pile][0]):
        return 0
    return int(Dossier.objects.filter(lying(actor, pile))[:FIGURE_MAX].count())


def lies_in(pile: Pile) -> Q:
    """What a pile holds, whoever looks at it."""
    if pile is Pile.TO_ACCEPT:
        return Q(offered_agency__isnull=False)
    if pile is Pile.TURNED_BACK:
        return Q(stage=str(Stage.IN_TRANSIT), is_turned_back=True)
    held = _at_stage(pile)
    return held & filters.partly_completed() if pile is Pile.PARTLY_COMPLETED else held


def _at_stage(pile: Pile) -> Q:
    """A stage alone names its index (`dossier_to_hand_over`, `dossier_in_transit`); of several, the
    status does (`dossier_agency_status`)."""
    stages = STAGES_OF[pile][1]
    if len(stages) == 1:
        (stage,) = stages
        held = Q(stage=str(stage), status=str(STATUS_OF[stage]))
        return held & filters.to_take_over() if stage is Stage.IN_TRANSIT else held
    statuses = sorted({str(STATUS_OF[stage]) for stage in stages})
    return Q(stage__in=[str(stage) for stage in stages], status__in=statuses)


def _came_in(actor: Actor, day: date) -> Q:
    """Received on the day; what another desk received for one's own agency, once that has taken it over."""
    here = actor.own_agency_ids | actor.scope_agency_ids
    is_here = Q(agency__in=here) | ~Q(stage=str(Stage.IN_TRANSIT))
    return Q(received_on=day, is_accepted=True) & is_here


def desk_figures(actor: Actor, day: date, *, at: datetime) -> dict[str, int]:
    """What was received on the day, what is due today and overdue now, and each pile, by its name in
    small letters; none above `FIGURE_MAX`. One query.

    Served by `dossier_agency_day`, `dossier_elsewhere_day`, `dossier_open_agency`,
    `dossier_open_competent`, `dossier_agency_status`, `dossier_in_transit`, `dossier_to_hand_over`,
    `dossier_offered`
    and `dossier_hand_over_elsewhere`.
    """
    rows = Dossier.objects.all()
    seen, dated = visible_apart(actor), rows.order_by("due_at", "id")
    counted = {
        "received": in_parts(rows.filter(_came_in(actor, day)), seen),
        "due_today": in_parts(dated.filter(urgent(Urgency.DUE_TODAY, at)), seen),
        "overdue": in_parts(dated.filter(filters.overdue(at)), seen),
    }
    for pile, (permission, _stages) in STAGES_OF.items():
        waiting = rows.filter(lies_in(pile))
        counted[pile.lower()] = in_parts(waiting, visible_apart(actor, permission))
    return counts_of(counted, at_most=FIGURE_MAX)
