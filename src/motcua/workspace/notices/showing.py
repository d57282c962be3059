"""Notices and their words as the pages show them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from motcua.kernel.bounded import MoreThan
from motcua.notices.queries.listing import NoticeFilter, NoticeRow
from motcua.notices.queries.of_dossier import ToldRow
from motcua.notices.queries.texts import TextPeriod, TextRow
from motcua.notices.shipped import NoticeText, TextKey
from motcua.notices.vocabulary import Carrier, NoticeKind, NoticeState
from motcua.notices.wording import CARRIERS, FAILURES, KINDS, LANGUAGES, STATES
from motcua.workspace.from_a_day import period_shown

TONES = {
    NoticeState.WAITING: "neutral",
    NoticeState.QUEUED: "info",
    NoticeState.SENT: "info",
    NoticeState.DELIVERED: "success",
    NoticeState.FAILED: "danger",
}


def state_tabs(
    which: NoticeFilter,
    counts: Mapping[NoticeState, int],
    place: Callable[[NoticeState | None], str],
) -> list[dict[str, Any]]:
    """All, and each state; where it matters, how many."""
    every = [{"url": place(None), "label": _("Tất cả"), "current": which.state is None}]
    return every + [
        {
            "url": place(state),
            "label": str(words),
            "current": which.state is state,
            "count": _count_words(counts[state]) if state in counts else "",
        }
        for state, words in STATES.items()
    ]


def _count_words(count: int) -> str:
    return _("hơn %(count)s") % {"count": int(count)} if isinstance(count, MoreThan) else str(count)


def carrier_choices(chosen: Carrier | None) -> list[dict[str, Any]]:
    every = {"value": "", "label": _("Tất cả"), "chosen": chosen is None}
    return [every] + [
        {"value": str(carrier), "label": str(words), "chosen": carrier is chosen}
        for carrier, words in CARRIERS.items()
    ]


def carriers_shown(carriers: Iterable[Carrier]) -> str:
    return ", ".join(str(CARRIERS[carrier]) for carrier in carriers)


def notice_rows(rows: Sequence[NoticeRow], *, may_change: bool) -> list[dict[str, Any]]:
    return [
        {
            "code": row.dossier_code,
            "kind": KINDS[row.kind],
            "carrier": CARRIERS[row.carrier],
            "address": row.address or _("đã xóa"),
            "state": STATES[row.state],
            "tone": TONES[row.state],
            "failure": FAILURES[row.failure] if row.failure else "",
            "attempts": row.attempts,
            "queued_at": row.queued_at,
            "due_at": row.due_at,
            "told_at": row.delivered_at or row.sent_at,
            "delivery": _retriable(row) if may_change else "",
        }
        for row in rows
    ]


def told_rows(rows: Sequence[ToldRow]) -> list[dict[str, Any]]:
    """What one dossier's people were told, with the words."""
    shown = notice_rows([row.notice for row in rows], may_change=False)
    return [
        {
            **one,
            "language": str(row.notice.language),
            "subject": row.subject,
            "body": row.body,
        }
        for one, row in zip(shown, rows, strict=True)
    ]


def _retriable(row: NoticeRow) -> int | str:
    is_failed = row.state is NoticeState.FAILED and row.address
    return (row.delivery_id or "") if is_failed else ""


def text_url(name: str, key: TextKey) -> str:
    asked = {"kind": str(key.kind), "carrier": str(key.carrier), "language": str(key.language)}
    return f"{reverse(f'workspace:{name}')}?{urlencode(asked)}"


def text_title(key: TextKey) -> str:
    return f"{KINDS[key.kind]} · {CARRIERS[key.carrier]} · {LANGUAGES[key.language]}"


def text_groups(rows: Iterable[TextRow], names: Mapping[int | None, str]) -> list[dict[str, Any]]:
    """The texts of each kind under its name, in their order."""
    groups: dict[NoticeKind, list[dict[str, Any]]] = {kind: [] for kind in NoticeKind}
    for row in rows:
        groups[row.key.kind].append(
            {
                "url": text_url("notice-text", row.key),
                "label": f"{CARRIERS[row.key.carrier]}, {LANGUAGES[row.key.language]}",
                "is_sent": row.words.is_sent,
                "is_changed": row.is_changed,
                "owner": names.get(row.set_by_agency_id, ""),
                "valid_from": row.valid_from,
            }
        )
    return [{"title": KINDS[kind], "rows": texts} for kind, texts in groups.items()]


def as_written(body: str) -> SafeString:
    """The words with their lines."""
    return format_html('<span class="spoken-words">{}</span>', body)


def words_shown(words: NoticeText) -> list[dict[str, Any]]:
    subject = [{"label": _("Tiêu đề"), "value": words.text.subject}] if words.text.subject else []
    return [
        *subject,
        {"label": _("Lời tin báo"), "value": as_written(words.text.body)},
        {"label": _("Có gửi"), "value": _("Có") if words.is_sent else _("Không gửi loại này")},
    ]


def period_rows(
    rows: Iterable[TextPeriod], names: Mapping[int | None, str], today: date
) -> list[dict[str, Any]]:
    return [period_shown(row, names, today, words_shown(row.words)) for row in rows]
