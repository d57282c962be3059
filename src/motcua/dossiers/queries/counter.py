"""What waits at the counter: piles, each with the right of those whose turn it is."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from django.db.models import Count, Q

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.models import Dossier
from motcua.dossiers.policies import visible
from motcua.dossiers.queries import filters
from motcua.dossiers.queries.urgency import Urgency, urgent
from motcua.dossiers.vocabulary import STATUS_OF, Stage
from motcua.kernel.actor import Actor


class Pile(StrEnum):
    """What a reception officer looks after, besides the people who stand before him."""

    TO_RECEIVE = "TO_RECEIVE"
    TO_TAKE_OVER = "TO_TAKE_OVER"
    TO_HAND_OVER = "TO_HAND_OVER"
    TO_COMPLETE = "TO_COMPLETE"


STAGES_OF = {
    Pile.TO_RECEIVE: (Permission.DOSSIER_RECEIVE, (Stage.REGISTERED,)),
    Pile.TO_TAKE_OVER: (Permission.DOSSIER_TAKE_OVER, (Stage.IN_TRANSIT,)),
    Pile.TO_HAND_OVER: (Permission.DOSSIER_RETURN_RESULT, (Stage.SETTLED,)),
    Pile.TO_COMPLETE: (
        Permission.DOSSIER_SUPPLEMENT,
        (Stage.COMPLETION_ASKED, Stage.SUPPLEMENT_REQUESTED),
    ),
}


def lying(actor: Actor, pile: Pile) -> Q:
    """The dossiers of a pile on which the actor may do what they wait for."""
    permission, stages = STAGES_OF[pile]
    at_stage = Q(
        stage__in=[str(stage) for stage in stages],
        status__in=sorted({str(STATUS_OF[stage]) for stage in stages}),
    )
    return visible(actor, permission) & at_stage


def desk_figures(actor: Actor, day: date, *, at: datetime) -> dict[str, int]:
    """What was received on the day, what is due today and overdue now, and each pile, by its name in
    small letters. One query.

    Served by `dossier_agency_day`, `dossier_open_agency`, `dossier_open_competent`,
    `dossier_to_hand_over` and `dossier_before_reception`.
    """
    seen = visible(actor)
    counted = {
        "received": seen & Q(received_on=day, is_accepted=True),
        "due_today": seen & urgent(Urgency.DUE_TODAY, at),
        "overdue": seen & filters.overdue(at),
        **{pile.lower(): lying(actor, pile) for pile in Pile},
    }
    any_of = Q(pk__in=())
    for which in counted.values():
        any_of |= which
    counts = {name: Count("id", filter=which) for name, which in counted.items()}
    return Dossier.objects.filter(any_of).aggregate(**counts)
