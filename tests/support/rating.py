"""Builders of satisfaction: a dossier that was returned, its invitation, an answer."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from motcua.dossiers.reaching import ids_of_codes
from motcua.dossiers.vocabulary import Stage
from motcua.kernel.actor import Actor, Door, stranger
from motcua.surveys.commands.answering import answer
from motcua.surveys.commands.inviting import invite
from motcua.surveys.models import FollowUp
from motcua.surveys.rules.answers import AnswerInput
from motcua.surveys.shipped import SHORT, shipped_forms
from motcua.surveys.vocabulary import AnswerWay, Occasion
from tests.support.acts import bring
from tests.support.clock import PLAIN_MORNING
from tests.support.reception import a_reception, receive
from tests.support.working_office import BIRTH_AGAIN, officer

SOMEBODY = stranger(door=Door.PAGE)
FORM = shipped_forms()[SHORT]


def returned(at: datetime = PLAIN_MORNING) -> int:
    """A dossier whose result was handed over."""
    desk = officer("tiepnhan1", at)
    code = receive(a_reception(BIRTH_AGAIN, at=at), actor=desk, at=at).code
    bring(code, Stage.RETURNED, at)
    return ids_of_codes([code])[code]


def key_of(dossier_id: int, at: datetime = PLAIN_MORNING, way: AnswerWay = AnswerWay.LINK) -> str:
    return invite(dossier_id=dossier_id, occasion=Occasion.RETURN, at=at, way=way)


def said(level: int = 3, **changes: Any) -> AnswerInput:
    """The same level of everything; a reason where one is asked."""
    usual: dict[str, Any] = {
        "choices": {one.key: str(level) for one in FORM.questions},
        "reasons": frozenset({"late"}) if level == 1 else frozenset(),
    }
    return AnswerInput(**(usual | changes))


def rated(
    level: int = 3, *, at: datetime = PLAIN_MORNING, actor: Actor = SOMEBODY, **changes: Any
) -> str:
    """A dossier returned, its people invited, an answer given; the key that was used."""
    key = key_of(returned(at), at)
    answer(actor=actor, at=at, key=key, given=said(level, **changes))
    return key


def a_bad_answer(at: datetime = PLAIN_MORNING) -> int:
    """Its follow-up."""
    rated(1, at=at, comment="Hẹn lại ba lần", contact="0912345678")
    return int(FollowUp.objects.latest("pk").pk)
