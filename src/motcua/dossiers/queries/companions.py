"""Dossiers received together: one person, several matters, one slip."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from motcua.dossiers.models import Dossier
from motcua.dossiers.policies import visible
from motcua.dossiers.vocabulary import Stage
from motcua.kernel.actor import Actor

COMPANIONS_MAX = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Companion:
    """Another dossier of the same reception."""

    code: str
    stage: Stage
    procedure_name: str


def companions_of(actor: Actor, dossier_id: int, group_id: int | None) -> tuple[Companion, ...]:
    """The others of the group that the actor may see, in the order they came. One query
    (dossier_group and the primary key)."""
    first = group_id or dossier_id
    together = Dossier.objects.filter(visible(actor), Q(group=first) | Q(pk=first))
    others = together.exclude(pk=dossier_id).order_by("id")
    rows = others.values_list("code", "stage", "procedure_version__name")[:COMPANIONS_MAX]
    return tuple(
        Companion(code=code, stage=Stage(stage), procedure_name=name) for code, stage, name in rows
    )
