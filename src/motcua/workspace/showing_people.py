"""Officers, positions and the access log as their pages show them."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.queries import HoldingChoice, OfficerRow
from motcua.accounts.queries.stand_ins import StandInNow
from motcua.accounts.wording import ROLES
from motcua.audit.queries import AccessRow
from motcua.audit.wording import ACTS, OUTCOMES
from motcua.kernel.actor import Actor, Role
from motcua.kernel.dates_vi import short_moment
from motcua.workspace.showing import Shown

DETAIL_LENGTH_MAX = 300


def role_words(roles: tuple[Role, ...]) -> str:
    return ", ".join(str(ROLES[role]) for role in roles)


def officer_rows(
    rows: tuple[OfficerRow, ...], stand_ins: tuple[StandInNow, ...], at: datetime
) -> list[dict[str, Any]]:
    """Officers with what they hold, who acts for them now, and whether they can sign in."""
    acting: dict[int, list[str]] = defaultdict(list)
    for one in stand_ins:
        if one.holds_at(at):
            told = _("%(name)s làm thay đến %(until)s")
            until = short_moment(one.valid_until)
            acting[one.absent_holding_id].append(told % {"name": one.stand_in_name, "until": until})
    return [
        {
            "officer_id": row.officer_id,
            "name": row.full_name,
            "phone": row.phone,
            "title": row.title,
            "place": ", ".join(part for part in (row.unit_name, row.agency_name) if part),
            "roles": role_words(row.roles),
            "stand_ins": acting[row.holding_id],
            "username": row.username,
            "account": _account(row),
            "last_seen": short_moment(row.last_sign_in_at) if row.last_sign_in_at else "",
        }
        for row in rows
    ]


def _account(row: OfficerRow) -> Shown:
    if row.user_id is None:
        return Shown(_("Không có tài khoản"))
    if row.is_active:
        return Shown(_("Đang dùng"), "success")
    return Shown(_("Đã khóa"), "danger")


def position_choices(choices: tuple[HoldingChoice, ...], actor: Actor) -> list[dict[str, Any]]:
    """What the officer may act in; the present one is chosen."""
    present = actor.stands_in_for_id or actor.holding_id
    return [
        {
            "value": choice.holding_id,
            "label": _position(choice),
            "hint": role_words(choice.roles),
            "chosen": choice.holding_id == present,
        }
        for choice in choices
    ]


def _position(choice: HoldingChoice) -> str:
    where = ", ".join(part for part in (choice.unit_name, choice.agency_name) if part)
    held = f"{choice.title} – {where}" if where else choice.title
    if not choice.stands_in_for:
        return held
    return _("%(position)s (làm thay %(name)s)") % {"position": held, "name": choice.stands_in_for}


def stand_in_rows(rows: tuple[StandInNow, ...], at: datetime) -> list[dict[str, Any]]:
    return [
        {
            "id": row.id,
            "absent": row.absent_name,
            "title": row.title,
            "stand_in": row.stand_in_name,
            "span": _("%(from_at)s – %(until)s")
            % {"from_at": short_moment(row.valid_from), "until": short_moment(row.valid_until)},
            "reason": row.reason,
            "state": Shown(_("Đang làm thay"), "info") if row.holds_at(at) else Shown(_("Sắp tới")),
        }
        for row in rows
    ]


def access_rows(rows: tuple[AccessRow, ...]) -> list[dict[str, Any]]:
    """Notes of the access log; a person's name leads to all that this person did."""
    here = reverse("workspace:access-log")
    return [
        {
            "moment": short_moment(row.at),
            "name": row.actor.get("name") or _("Không rõ"),
            "title": row.actor.get("title", ""),
            "person_url": f"{here}?user={row.user_id}" if row.user_id else "",
            "act": str(ACTS.get(row.act, row.act)),
            "about": _about(row),
            "outcome": Shown(str(OUTCOMES[row.outcome]), "danger")
            if row.outcome == "DENIED"
            else None,
            "address": row.address,
        }
        for row in rows
    ]


def _about(row: AccessRow) -> str:
    """What it was about: the plain values noted, cut to a line or two."""
    words = {
        "q": _("tìm"),
        "found": _("thấy"),
        "path": _("trang"),
        "reason": _("lý do"),
        "code": _("hồ sơ"),
        "size": _("khổ"),
        "username": _("tên đăng nhập"),
    }
    parts = [
        f"{words.get(name, name)}: {', '.join(map(str, value)) if isinstance(value, list) else value}"
        for name, value in row.detail.items()
        if value not in ("", None, [])
    ]
    if not parts and row.subject_id is not None:
        parts = [_("số %(number)s trong hệ thống") % {"number": row.subject_id}]
    told = "; ".join(parts)
    return told if len(told) <= DETAIL_LENGTH_MAX else f"{told[:DETAIL_LENGTH_MAX]}…"


def person_choices(rows: tuple[OfficerRow, ...], chosen: int | None) -> list[dict[str, Any]]:
    """Officers with an account, each once."""
    people = {
        row.user_id: f"{row.full_name} – {row.title}" for row in reversed(rows) if row.user_id
    }
    every = [{"value": "", "label": _("Mọi người"), "chosen": chosen is None}]
    return every + [
        {"value": user_id, "label": label, "chosen": user_id == chosen}
        for user_id, label in reversed(people.items())
    ]
