"""The words in force: what the nearest agency set, or what was shipped; and the periods they had."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from django.db.models import Q

from motcua.accounts.policies import agencies_in_scope, can
from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.queries import ancestors
from motcua.database.periods import in_force
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.ledger.caching import kept_by_revision
from motcua.notices.models import NoticeWording
from motcua.notices.shipped import NoticeText, TextKey, shipped_texts
from motcua.notices.vocabulary import Carrier, Language, NoticeKind, Text

HISTORY_MAX = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRow:
    """One text as it stands at an agency. `set_by_agency_id` None with `is_changed`: set everywhere."""

    key: TextKey
    words: NoticeText
    is_changed: bool
    set_by_agency_id: int | None = None
    valid_from: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPeriod:
    """One period of a text, as one agency (None = everywhere) set it."""

    agency_id: int | None
    words: NoticeText
    valid_from: date
    valid_until: date | None
    set_at: datetime
    set_by: str


@kept_by_revision
def texts_in_force(agency_id: int, on: date) -> Mapping[TextKey, NoticeText]:
    """Every text as it is sent for the agency on that day. One query besides the tree."""
    changed = {key: _words(row) for key, row in _in_force(agency_id, on).items()}
    return MappingProxyType({**shipped_texts(), **changed})


def texts_at(actor: Actor, at: datetime, agency_id: int) -> tuple[TextRow, ...]:
    """Every text there is, with what the agency says today. One query besides the tree.

    Refusals: NotPermitted.
    """
    day = local_day(at)
    can(actor, Permission.NOTICE_VIEW, agency_id, day).demand()
    changed = _in_force(agency_id, day)
    return tuple(_row(key, words, changed.get(key)) for key, words in shipped_texts().items())


def periods_of(actor: Actor, at: datetime, key: TextKey) -> tuple[TextPeriod, ...]:
    """The periods of one text at the actor's agency, above and below it, newest first, HISTORY_MAX at
    most. One query besides the tree; index: notice_wording_by_kind. Refusals: NotPermitted."""
    may(actor, Permission.NOTICE_VIEW).demand()
    day = local_day(at)
    seen = set(agencies_in_scope(actor, Permission.NOTICE_VIEW, day))
    if actor.agency_id is not None:
        seen.update(ancestors(actor.agency_id, day))
    rows = NoticeWording.objects.filter(Q(agency=None) | Q(agency__in=seen), **_named(key))
    newest = rows.order_by("-valid_from", "-id")[:HISTORY_MAX]
    return tuple(_period(row) for row in newest)


def _named(key: TextKey) -> dict[str, str]:
    return {"kind": str(key.kind), "carrier": str(key.carrier), "language": str(key.language)}


def _in_force(agency_id: int, day: date) -> dict[TextKey, NoticeWording]:
    """By text, the wording of the nearest agency that set one."""
    line: list[int | None] = [agency_id, *ancestors(agency_id, day), None]
    own = Q(agency=None) | Q(agency__in=[one for one in line if one is not None])
    rows = NoticeWording.objects.filter(in_force(day)).filter(own)
    farthest_first = sorted(rows, key=lambda row: line.index(row.agency_id), reverse=True)
    return {_key(row): row for row in farthest_first}


def _key(row: NoticeWording) -> TextKey:
    return TextKey(NoticeKind(row.kind), Carrier(row.carrier), Language(row.language))


def _words(row: NoticeWording) -> NoticeText:
    return NoticeText(Text(row.subject, row.body), row.is_sent)


def _row(key: TextKey, shipped: NoticeText, wording: NoticeWording | None) -> TextRow:
    if wording is None:
        return TextRow(key=key, words=shipped, is_changed=False)
    return TextRow(
        key=key,
        words=_words(wording),
        is_changed=_words(wording) != shipped,
        set_by_agency_id=wording.agency_id,
        valid_from=wording.valid_from,
    )


def _period(row: NoticeWording) -> TextPeriod:
    return TextPeriod(
        agency_id=row.agency_id,
        words=_words(row),
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        set_at=row.set_at,
        set_by=row.set_by,
    )
