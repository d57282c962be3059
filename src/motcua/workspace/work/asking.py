"""What a list of work is asked for, as an address says it and back."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.queries.urgency import Urgency
from motcua.dossiers.queries.work import Whose, WorkFilter
from motcua.dossiers.vocabulary import OPEN_STAGES, Stage
from motcua.kernel.actor import Actor
from motcua.workspace.numbers import whole_number

WORDS_LENGTH_MAX = 200
NOBODY = "none"
Word = TypeVar("Word", bound=StrEnum)


def one_of(kind: type[Word], text: str) -> Word | None:
    """The word that an address names; None for one that is not of the kind."""
    return kind(text) if text in kind.__members__ else None


def words_of(params: QueryDict, name: str) -> str:
    """What was typed, cut to a sane length."""
    return params.get(name, "").strip()[:WORDS_LENGTH_MAX]


def first_whose(actor: Actor) -> Whose:
    """The list that opens first: one's own, or all that one sees where one handles nothing."""
    return Whose.MINE if may(actor, Permission.DOSSIER_NOTE) else Whose.ALL


def filter_of(params: QueryDict, actor: Actor) -> WorkFilter:
    """Whatever is not understood is passed over: an address may come from anywhere."""
    stage = one_of(Stage, params.get("stage", ""))
    assignee = params.get("assignee", "")
    return WorkFilter(
        whose=one_of(Whose, params.get("whose", "")) or first_whose(actor),
        urgency=one_of(Urgency, params.get("urgency", "")),
        stage=stage if stage in OPEN_STAGES else None,
        assignee_id=whole_number(assignee),
        unassigned=assignee == NOBODY,
        unit_id=whole_number(params.get("unit", "")),
        sector=words_of(params, "sector"),
        procedure=words_of(params, "procedure"),
        text=words_of(params, "q"),
    )


def query_of(which: WorkFilter) -> str:
    """The address query of a filter; `filter_of` gives the equal filter back."""
    assignee = NOBODY if which.unassigned else which.assignee_id
    given = {
        "whose": which.whose,
        "urgency": which.urgency,
        "stage": which.stage,
        "assignee": assignee,
        "unit": which.unit_id,
        "sector": which.sector,
        "procedure": which.procedure,
        "q": which.text,
    }
    return urlencode({name: str(value) for name, value in given.items() if value})


def work_url(which: WorkFilter) -> str:
    return f"{reverse('workspace:work')}?{query_of(which)}"


def is_narrowed(which: WorkFilter) -> bool:
    """Whether anything but whose and how urgent is asked for."""
    plain = WorkFilter(whose=which.whose, urgency=which.urgency)
    return which != plain


def way_back(asked: str, default: str) -> str:
    """Where to return to: within this room only, whatever the address asks for."""
    return asked if asked.startswith(reverse("workspace:work")) else default
