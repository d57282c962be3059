"""One officer and the lists of officers as their pages show them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.accounts.queries.officer_page import HeldRow, OfficerDetail, SignInState
from motcua.accounts.queries.positions import Holder, PositionHeld
from motcua.accounts.queries.review import ReviewRow
from motcua.accounts.queries.stand_ins import StandInNow
from motcua.accounts.wording import ACCOUNT_KINDS, DISABLED_REASONS, EMPLOYMENT_KINDS, FACTS
from motcua.kernel.dates_vi import short_day, short_moment
from motcua.ledger.queries import FactRow
from motcua.workspace.showing import Shown
from motcua.workspace.showing_people import role_words

ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def place_of(row: HeldRow) -> str:
    return ", ".join(part for part in (row.unit_name, row.agency_name) if part)


def period_words(start: date, end: date | None) -> str:
    """`từ 01/03/2026`, `từ 01/03/2026 đến trước 01/07/2026`."""
    if end is None:
        return _("từ %(from_date)s") % {"from_date": short_day(start)}
    days = {"from_date": short_day(start), "until_date": short_day(end)}
    return _("từ %(from_date)s đến trước %(until_date)s") % days


def held_rows(detail: OfficerDetail, day: date) -> list[dict[str, Any]]:
    """The positions held, latest first, with the roles of the day and those to come."""
    return [
        {
            "id": row.id,
            "title": row.title,
            "place": place_of(row),
            "period": period_words(row.valid_from, row.valid_until),
            "state": _state(row, day),
            "roles": role_words(row.roles_on(min(max(day, row.valid_from), _last_day(row)))),
            "changes": [
                _("%(role)s từ %(day)s")
                % {"role": role_words((one.role,)), "day": short_day(one.valid_from)}
                for one in row.roles
                if one.valid_from > max(day, row.valid_from)
            ],
        }
        for row in detail.held
    ]


def _last_day(row: HeldRow) -> date:
    return date.fromordinal(row.valid_until.toordinal() - 1) if row.valid_until else date.max


def _state(row: HeldRow, day: date) -> Shown:
    if row.over_on(day):
        return Shown(_("Đã thôi"))
    if row.valid_from > day:
        return Shown(_("Sắp tới"), "info")
    return Shown(_("Đang giữ"), "success")


def account_marks(account: SignInState) -> list[Shown]:
    """How an account stands, the gravest first."""
    if not account.is_active:
        return [Shown(_("Đã khóa"), "danger")]
    marks = []
    if account.locked_until:
        marks.append(Shown(_("Tạm khóa vì nhập sai mật khẩu"), "warning"))
    if account.must_change_password:
        marks.append(Shown(_("Phải đổi mật khẩu khi đăng nhập"), "info"))
    return marks or [Shown(_("Đang dùng"), "success")]


def account_pairs(account: SignInState) -> list[dict[str, str]]:
    """What `ui.summary_rows` lays out of an account."""
    last = account.last_sign_in_at
    pairs = [
        (_("Tên đăng nhập"), account.username),
        (_("Loại tài khoản"), str(ACCOUNT_KINDS[account.kind])),
        (_("Đăng nhập lần cuối"), short_moment(last) if last else _("Chưa lần nào")),
        (_("Xác thực hai lớp"), _("Đã cài") if account.has_second_factor else _("Chưa cài")),
    ]
    if account.disabled_at:
        words = {
            "moment": short_moment(account.disabled_at),
            "reason": DISABLED_REASONS[account.disabled_reason],
        }
        pairs.append((_("Khóa lúc"), _("%(moment)s, lý do: %(reason)s") % words))
    if account.locked_until:
        pairs.append((_("Tạm khóa đến"), short_moment(account.locked_until)))
    return [{"label": label, "value": value} for label, value in pairs]


def contact_pairs(detail: OfficerDetail) -> list[dict[str, str]]:
    pairs = [
        (_("Diện nhân sự"), str(EMPLOYMENT_KINDS[detail.employment_kind])),
        (_("Điện thoại"), detail.phone or "—"),
        (_("Thư điện tử"), detail.email or "—"),
        (_("Công tác"), period_words(detail.valid_from, detail.valid_until)),
    ]
    return [{"label": label, "value": value} for label, value in pairs]


def stand_in_words(detail: OfficerDetail, at: datetime) -> list[dict[str, Any]]:
    return [
        {
            "title": _acts_for(detail, row),
            "span": _("%(from_at)s – %(until)s")
            % {"from_at": short_moment(row.valid_from), "until": short_moment(row.valid_until)},
            "reason": row.reason,
            "state": Shown(_("Đang làm thay"), "info") if row.holds_at(at) else Shown(_("Sắp tới")),
        }
        for row in detail.stand_ins
    ]


def _acts_for(detail: OfficerDetail, row: StandInNow) -> str:
    if row.stand_in_officer_id == detail.id:
        told = _("Làm thay %(name)s, %(title)s")
        return told % {"name": row.absent_name, "title": row.title}
    told = _("%(name)s làm thay ở vị trí %(title)s")
    return told % {"name": row.stand_in_name, "title": row.title}


def token_rows(detail: OfficerDetail, at: datetime) -> list[dict[str, Any]]:
    titles = {row.id: row.title for row in detail.held}
    return [
        {
            "id": token.id,
            "name": token.name,
            "title": titles.get(holding_id, ""),
            "expires": short_moment(token.expires_at),
            "used": short_moment(token.last_used_at) if token.last_used_at else _("Chưa dùng"),
            "is_live": token.revoked_at is None and token.expires_at > at,
            "state": _token_state(token.revoked_at, token.expires_at, at),
        }
        for holding_id, token in detail.tokens
    ]


def _token_state(revoked_at: datetime | None, expires_at: datetime, at: datetime) -> Shown:
    if revoked_at is not None:
        return Shown(_("Đã thu hồi"))
    if expires_at <= at:
        return Shown(_("Hết hạn"))
    return Shown(_("Đang hiệu lực"), "success")


def session_rows(detail: OfficerDetail) -> list[dict[str, Any]]:
    return [
        {
            "id": row.id,
            "opened": short_moment(row.opened_at),
            "seen": short_moment(row.last_seen_at),
            "address": row.address or _("Không rõ"),
        }
        for row in detail.sessions
    ]


def history_rows(facts: Iterable[FactRow]) -> list[dict[str, Any]]:
    """Facts as the component `timeline` draws them, latest first."""
    return [
        {
            "title": str(FACTS[fact.code]) % _plain(fact.payload),
            "moment": short_moment(fact.occurred_at),
            "iso": fact.occurred_at.isoformat(),
            "by": ", ".join(
                part for part in (fact.actor.get("name"), fact.actor.get("title")) if part
            ),
            "text": _more(fact),
        }
        for fact in facts
        if fact.code in FACTS
    ]


def _plain(payload: dict[str, Any]) -> dict[str, Any]:
    """Days as people write them."""
    return {
        name: short_day(date.fromisoformat(value))
        if isinstance(value, str) and ISO_DAY.fullmatch(value)
        else value
        for name, value in payload.items()
    }


def _more(fact: FactRow) -> str:
    told, payload = [], fact.payload
    if fact.code == "officer.appointed":
        told.append(_("Vai trò: %(roles)s.") % {"roles": role_words(payload["roles"])})
    if fact.code == "officer.roles-changed":
        words = {name: role_words(payload[name]) or "–" for name in ("before", "after")}
        told.append(_("Từ: %(before)s. Thành: %(after)s.") % words)
    if fact.code in ("account.disabled", "officer.left"):
        reason = DISABLED_REASONS.get(payload.get("reason", ""), payload.get("reason", ""))
        told.append(_("Lý do: %(reason)s.") % {"reason": reason})
    if payload.get("note"):
        told.append(payload["note"])
    if fact.code == "officer.holding-ended" and payload.get("reason"):
        told.append(_("Lý do: %(reason)s.") % {"reason": payload["reason"]})
    return " ".join(told)


def position_rows(
    rows: Iterable[PositionHeld], stand_ins: Iterable[StandInNow], at: datetime
) -> list[dict[str, Any]]:
    """Units with their positions, who holds them, and who acts for the holders now or soon."""
    acting: dict[int, list[StandInNow]] = {}
    for one in stand_ins:
        acting.setdefault(one.absent_holding_id, []).append(one)
    units: dict[tuple[int, str], list[dict[str, Any]]] = {}
    for row in rows:
        unit = (row.unit_id or 0, row.unit_name or _("Không thuộc đơn vị nào"))
        shown = {
            "title": row.title,
            "is_vacant": row.is_vacant,
            "present": [_holder(one, acting.get(one.holding_id, []), at) for one in row.present],
            "coming": [_holder(one, [], at) for one in row.coming],
        }
        units.setdefault(unit, []).append(shown)
    return [{"name": name, "positions": found} for (_pk, name), found in units.items()]


def _holder(one: Holder, stand_ins: list[StandInNow], at: datetime) -> dict[str, Any]:
    return {
        "name": one.full_name,
        "url": reverse("workspace:officer", args=[one.officer_id]),
        "period": period_words(one.valid_from, one.valid_until),
        "roles": role_words(one.roles),
        "stand_ins": [
            Shown(_stand_in(row), "info" if row.holds_at(at) else "neutral") for row in stand_ins
        ],
    }


def _stand_in(row: StandInNow) -> str:
    told = _("%(name)s làm thay %(from_at)s – %(until)s")
    return told % {
        "name": row.stand_in_name,
        "from_at": short_moment(row.valid_from),
        "until": short_moment(row.valid_until),
    }


def review_rows(rows: Iterable[ReviewRow]) -> list[dict[str, Any]]:
    """What the half-yearly review looks at; what needs a look is marked in words."""
    return [
        {
            "name": row.full_name,
            "url": reverse("workspace:officer", args=[row.officer_id]),
            "title": row.title,
            "place": ", ".join(part for part in (row.unit_name, row.agency_name) if part),
            "since": short_day(row.since),
            "roles": role_words(row.roles),
            "username": row.username,
            "seen": _seen(row),
            "marks": _marks(row),
        }
        for row in rows
    ]


def _seen(row: ReviewRow) -> str:
    if not row.username:
        return "—"
    return short_moment(row.last_sign_in_at) if row.last_sign_in_at else _("Chưa lần nào")


def _marks(row: ReviewRow) -> list[Shown]:
    marks = []
    if not row.username:
        marks.append(Shown(_("Không có tài khoản")))
    elif not row.is_active:
        marks.append(Shown(_("Đã khóa"), "danger"))
    elif row.is_inactive:
        words = ngettext("%(days)s ngày không vào", "%(days)s ngày không vào", row.idle_days)
        marks.append(Shown(words % {"days": row.idle_days}, "warning"))
    if row.lacks_second_factor:
        marks.append(Shown(_("Chưa cài xác thực hai lớp"), "warning"))
    if row.live_tokens:
        words = ngettext("%(count)s mã truy cập", "%(count)s mã truy cập", row.live_tokens)
        marks.append(Shown(words % {"count": row.live_tokens}, "info"))
    return marks
