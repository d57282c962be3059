"""What waits for the same person and may go out now becomes one message."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext

from motcua.agencies.queries import agency_on, day_in_life
from motcua.dossiers.vocabulary import Stage
from motcua.dossiers.wording import STAGES
from motcua.kernel.clock import local_day
from motcua.ledger.caching import one_revision
from motcua.notices.models import Delivery, Notice
from motcua.notices.queries.texts import texts_in_force
from motcua.notices.rules.telling import HASTE_OF
from motcua.notices.rules.texts import (
    TOGETHER_MAX,
    NotForOutside,
    NoticeValues,
    asks_to_rate,
    render,
    together,
)
from motcua.notices.shipped import TextKey
from motcua.notices.vocabulary import (
    Carrier,
    Failure,
    Haste,
    Language,
    NoticeKind,
    NoticeState,
    Text,
)
from motcua.notices.wording import SUBJECT_OF_MANY, SUBJECT_OF_MANY_KINDS
from motcua.surveys.commands.inviting import key_for_notice

AT_A_TIME = 200
log = logging.getLogger("motcua.notices")
_Person = tuple[str, str, int, str]


@dataclass(frozen=True, slots=True)
class Sites:
    """Public addresses of this office: of a dossier and of feedback up to the code, of the rating door up to
    its key."""

    dossier: str
    rating: str
    feedback: str = ""


def bundle_due(*, at: datetime, sites: Sites) -> int:
    """Make messages of the notices whose time has come, AT_A_TIME at most; how many notices.

    Index: notice_waiting.
    """
    with transaction.atomic(), one_revision():
        waiting = Notice.objects.filter(state=NoticeState.WAITING, send_after__lte=at)
        due = list(waiting.select_for_update().order_by("send_after", "id")[:AT_A_TIME])
        for same in _by_person(due):
            _make_delivery(same, at, sites)
    return len(due)


def _by_person(due: Iterable[Notice]) -> Iterable[list[Notice]]:
    """In the order of the facts; no more together than the carrier carries."""
    found: dict[_Person, list[Notice]] = {}
    for one in sorted(due, key=lambda notice: (notice.happened_at, notice.pk)):
        person = (one.carrier, one.address_digest, one.agency_id, one.language)
        found.setdefault(person, []).append(one)
    for (carrier, *_rest), same in found.items():
        most = TOGETHER_MAX[Carrier(carrier)]
        for first in range(0, len(same), most):
            yield same[first : first + most]


def _make_delivery(same: Sequence[Notice], at: datetime, sites: Sites) -> None:
    """One message for notices to the same address in the same language. Words that cannot be sent are
    a failed delivery that people see, and keep nobody else waiting."""
    first, text = same[0], _text(same, at, sites)
    is_sound = text is not None
    delivery = Delivery.objects.create(
        key=_key(same),
        carrier=first.carrier,
        address=first.address,
        address_digest=first.address_digest,
        language=first.language,
        haste=_most_urgent(same),
        subject=text.subject if text else "",
        body=text.body if text else "",
        state=NoticeState.QUEUED if is_sound else NoticeState.FAILED,
        failure="" if is_sound else str(Failure.MESSAGE_REFUSED),
        next_attempt_at=at if is_sound else None,
        ended_at=None if is_sound else at,
        queued_at=at,
    )
    rows = Notice.objects.filter(pk__in=[one.pk for one in same])
    rows.update(state=delivery.state, delivery=delivery)


def _text(same: Sequence[Notice], at: datetime, sites: Sites) -> Text | None:
    with translation.override(same[0].language):
        try:
            texts = [_text_of(one, at, sites) for one in same]
        except NotForOutside:
            log.exception("notice %s cannot be worded", same[0].pk)
            return None
        mixed = any(one.petition_id for one in same)
        subject = SUBJECT_OF_MANY_KINDS if mixed else SUBJECT_OF_MANY
        return together(texts, gettext(str(subject)) % {"count": len(texts)})


def _key(same: Sequence[Notice]) -> str:
    """Follows from what is told to whom: made again after a restoration it is the same."""
    told = ";".join(
        f"{_subject(one)}/{one.fact_seq}/{one.carrier}/{one.address_digest}" for one in same
    )
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def _subject(notice: Notice) -> str:
    """Feedback that was handed on keeps its code in another register: the row tells them apart."""
    return (
        f"{notice.dossier_code}#{notice.petition_id}" if notice.petition_id else notice.dossier_code
    )


def _most_urgent(same: Iterable[Notice]) -> Haste:
    hastes = {HASTE_OF[NoticeKind(one.kind)] for one in same}
    return next(haste for haste in Haste if haste in hastes)


def _text_of(notice: Notice, at: datetime, sites: Sites) -> Text:
    day, site = local_day(at), sites.feedback if notice.petition_id else sites.dossier
    key = TextKey(NoticeKind(notice.kind), Carrier(notice.carrier), Language(notice.language))
    words = texts_in_force(notice.agency_id, day)[key]
    agency = agency_on(notice.agency_id, day_in_life(notice.agency_id, day))
    stages = {stage: str(word) for stage, word in STAGES.items()}
    values = NoticeValues(
        dossier_code=notice.dossier_code,
        stage=stages[Stage(notice.stage)] if notice.stage else "",
        stages=frozenset(stages.values()),
        date=notice.date,
        office=agency.name if agency else "",
        office_phone=agency.phone if agency else "",
        link=f"{site}{notice.dossier_code}" if site else "",
        site=site,
        rate_link=_rate_link(notice, at, sites) if asks_to_rate(words.text) else "",
        rate_site=sites.rating,
    )
    return render(words.text, values)


def _rate_link(notice: Notice, at: datetime, sites: Sites) -> str:
    """Where the citizen says how it was; nothing where nothing is asked."""
    if notice.dossier_id is None:
        return ""
    key = key_for_notice(dossier_id=notice.dossier_id, fact_seq=notice.fact_seq, at=at)
    return f"{sites.rating}{key}/" if key else ""
