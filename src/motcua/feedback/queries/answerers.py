"""Who wrote or approved an answer: whoever did does not publish it himself where another is to."""

from __future__ import annotations

from django.db.models import QuerySet

from motcua.feedback.models import Petition, PetitionStep
from motcua.feedback.vocabulary import Act
from motcua.kernel.actor import Actor


def has_answered(row: Petition, actor: Actor) -> bool:
    """Whether the actor did, in this position or another. One query."""
    return _steps(row).filter(holding__officer__user=actor.user_id).exists()


def answerers_of(row: Petition) -> frozenset[int]:
    """The holdings that did. One query."""
    return frozenset(one for one in _steps(row).values_list("holding_id", flat=True) if one)


def _steps(row: Petition) -> QuerySet[PetitionStep]:
    acts = [str(Act.PROPOSE), str(Act.ANSWER)]
    return PetitionStep.objects.filter(petition=row, act__in=acts, holding__isnull=False)
