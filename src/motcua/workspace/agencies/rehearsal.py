"""A rehearsal as its page shows it: what stands now beside what would stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.accounts.queries.holders import HolderRow
from motcua.accounts.wording import ROLES
from motcua.agencies.successions import short_name_of
from motcua.agencies.vocabulary import SuccessionKind
from motcua.agencies.wording import SUCCESSIONS
from motcua.dossiers.commands.carry_out_succession import ChangedSinceRehearsal
from motcua.dossiers.queries.succession_totals import NumberingRow
from motcua.dossiers.refusal_words import sentence
from motcua.dossiers.rehearsal import DossierMove, PersonMove, Rehearsal
from motcua.dossiers.vocabulary import Status
from motcua.dossiers.wording import STATUSES
from motcua.kernel.dates_vi import short_moment
from motcua.workspace.agencies.succession_forms import SuccessionWish

DOSSIERS_SHOWN_MAX = 100
PARTS = {
    "order": gettext_lazy("nội dung sắp xếp"),
    "organization": gettext_lazy("bộ máy"),
    "numbering": gettext_lazy("mã hồ sơ"),
    "people": gettext_lazy("cán bộ và vị trí"),
    "dossiers": gettext_lazy("hồ sơ đang giải quyết"),
}
LEFT = {
    "dossiers": gettext_lazy("hồ sơ đang giải quyết còn ở cơ quan kết thúc"),
    "desks": gettext_lazy("Bộ phận Một cửa còn mở"),
    "units": gettext_lazy("đơn vị còn mở"),
    "positions": gettext_lazy("vị trí còn mở"),
    "units-ended": gettext_lazy("hồ sơ ở đơn vị đã kết thúc"),
}


def changed_words(refusal: ChangedSinceRehearsal) -> str:
    """The sentence of the refusal, with the parts that changed named in words."""
    parts = str(refusal.params["what"]).split(", ")
    refusal.params["what"] = ", ".join(str(PARTS[part]) for part in parts)
    return sentence(refusal)


def rehearsal_context(shown: Rehearsal, wish: SuccessionWish, *, is_ahead: bool) -> dict[str, Any]:
    """Everything that `workspace/agencies/rehearsal.html` lays out."""
    kind = SuccessionKind(wish.plan.cleaned_data["kind"])
    # Those that an officer should look at first: a calendar that gives another date.
    dossiers = sorted(shown.dossiers, key=lambda move: move.other_due_at is None)
    return {
        "kind": str(SUCCESSIONS[kind]),
        "day": shown.day,
        "basis": wish.plan.cleaned_data["basis"],
        "is_ahead": is_ahead,
        "problems": problems_of(shown),
        "may_apply": shown.is_whole,
        "figures": _figures(shown),
        "totals": totals_table(shown),
        "numbering": [
            *(_numbering(row, _("Hiện nay")) for row in shown.numbering_before),
            *(_numbering(row, _("Từ ngày đó")) for row in shown.numbering_after),
        ],
        "furniture": shown.furniture_after,
        "people": [_person(one, shown) for one in shown.people],
        "units": _units(shown, wish),
        "flows": _flows(shown.dossiers),
        "dossiers": [_dossier(move) for move in dossiers[:DOSSIERS_SHOWN_MAX]],
        "hidden_count": max(0, len(dossiers) - DOSSIERS_SHOWN_MAX),
        "calendar_count": sum(move.other_due_at is not None for move in dossiers),
        "hidden": wish.hidden,
        "marks": shown.marks,
    }


def problems_of(shown: Rehearsal) -> list[str]:
    """What the administrator must look at before he goes on; nothing when all is well."""
    found = [f"{count} {LEFT[what]}" for what, count in shown.left.items()]
    if shown.register_before != shown.register_after:
        found.append(_("Tổng số hồ sơ trước và sau không bằng nhau."))
    moved = sum(move.before.due_at != move.after.due_at for move in shown.dossiers)
    if moved:
        found.append(_("%(count)s hồ sơ đổi ngày hẹn.") % {"count": moved})
    return [*found, *_lacking(shown), *(words for one in shown.people for words in _told(one))]


def _lacking(shown: Rehearsal) -> list[str]:
    """What a successor needs to receive dossiers and has not."""
    desk = _("%(agency)s chưa có Bộ phận Một cửa vào ngày ấy nên chưa nhận được hồ sơ.")
    code = _("%(agency)s chưa có mã nên chưa cấp được mã hồ sơ. Hãy ghi mã cơ quan.")
    without_desk = [row.agency for row in shown.furniture_after if not row.desks]
    without_code = [row.agency for row in shown.numbering_after if row.problem]
    return [
        *(desk % {"agency": agency} for agency in without_desk),
        *(code % {"agency": agency} for agency in without_code),
    ]


def _told(one: PersonMove) -> list[str]:
    """Who is left without a position, or sees less than before."""
    if one.after is None:
        told = _("%(name)s (%(title)s) không còn vị trí nào ở cơ quan mới: phải báo cho người ấy.")
        return [told % {"name": one.before.name, "title": one.before.title}]
    if one.loses:
        told = _("%(name)s sẽ không còn thấy %(count)s hồ sơ đang thấy.")
        return [told % {"name": one.before.name, "count": one.loses}]
    return []


def _figures(shown: Rehearsal) -> list[dict[str, Any]]:
    kept = sum(one.after is not None for one in shown.people)
    same = sum(move.before.due_at == move.after.due_at for move in shown.dossiers)
    return [
        {
            "value": len(shown.dossiers),
            "label": _("hồ sơ đang giải quyết đi theo"),
            "icon": "folder",
        },
        {"value": same, "label": _("hồ sơ giữ nguyên ngày hẹn"), "icon": "calendar-check"},
        {
            "value": f"{kept}/{len(shown.people)}",
            "label": _("cán bộ có vị trí mới"),
            "icon": "users",
        },
        {
            "value": sum(shown.register_after.values()),
            "label": _("hồ sơ trong sổ, trước và sau như nhau")
            if shown.register_before == shown.register_after
            else _("hồ sơ trong sổ sau khi sắp xếp"),
            "icon": "book-open",
        },
    ]


def totals_table(shown: Rehearsal) -> dict[str, Any]:
    """Running dossiers by status: a column for each agency before and after, and the sums."""
    before = _by_status(shown.dossiers, lambda move: move.before.agency)
    after = _by_status(shown.dossiers, lambda move: move.after.agency)
    ending = sorted({row.agency for row in (m.before for m in shown.dossiers)})
    coming = sorted({row.agency for row in (m.after for m in shown.dossiers)})
    rows = [
        {
            "status": str(STATUSES[status]),
            "before": [before[status, name] for name in ending],
            "after": [after[status, name] for name in coming],
        }
        for status in Status
        if any(before[status, name] for name in ending)
    ]
    sums = {
        "status": _("Cộng"),
        "before": [_sum(before, name) for name in ending],
        "after": [_sum(after, name) for name in coming],
    }
    return {"ending": ending, "coming": coming, "rows": [*rows, sums] if rows else []}


Totals = Counter[tuple[str, str]]


def _by_status(moves: Iterable[DossierMove], agency: Callable[[DossierMove], str]) -> Totals:
    return Counter((Status(move.before.status), agency(move)) for move in moves)


def _sum(totals: Totals, agency: str) -> int:
    return sum(count for (_status, name), count in totals.items() if name == agency)


def _numbering(row: NumberingRow, moment: str) -> dict[str, str]:
    return {
        "moment": moment,
        "agency": row.agency,
        "agency_code": row.agency_code or "—",
        "pattern": row.pattern or "—",
        "first_code": row.first_code or _("chưa cấp được"),
    }


def _person(one: PersonMove, shown: Rehearsal) -> dict[str, Any]:
    reach = one.reach_after
    return {
        "holding_id": one.before.holding_id,
        "name": one.before.name,
        "before": _place(one.before, shown),
        "after": _titled(one.after) if one.after else "",
        "roles": ", ".join(str(ROLES[role]) for role in sorted(one.before.roles)),
        "sees": _change(len(one.reach_before.sees), len(reach.sees) if reach else 0),
        "acts": _change(one.reach_before.acts, reach.acts if reach else 0),
        "choices": _choices(one, shown),
    }


def _titled(row: HolderRow) -> str:
    return f"{row.title}, {row.unit_name}" if row.unit_name else row.title


def _place(row: HolderRow, shown: Rehearsal) -> str:
    return f"{_titled(row)}, {short_name_of(row.agency_id, shown.day)}"


def _change(before: int, after: int) -> str:
    return str(before) if before == after else f"{before} → {after}"


def _choices(one: PersonMove, shown: Rehearsal) -> list[dict[str, Any]]:
    """The positions that could be given instead; "" is that which follows from his own."""
    own = _titled(one.after) if one.after and one.chosen == 0 else _("Vị trí tương ứng")
    return [
        {"value": "", "label": own, "chosen": one.chosen == 0},
        *(
            {"value": str(pk), "label": label, "chosen": one.chosen == pk}
            for pk, label in shown.positions.items()
            if label != own
        ),
        {"value": "none", "label": _("Thôi giữ vị trí"), "chosen": one.chosen is None},
    ]


def _units(shown: Rehearsal, wish: SuccessionWish) -> list[dict[str, Any]]:
    """For a split: each unit with the successors that could take it."""
    if len(wish.successors) < 2:
        return []
    takers = wish.order.plan.unit_takers
    names = [row.agency for row in shown.furniture_after]
    return [
        {
            "id": pk,
            "name": name,
            "choices": [
                {
                    "value": str(place) if place else "",
                    "label": taker,
                    "chosen": takers.get(pk, 0) == place,
                }
                for place, taker in enumerate(names)
            ],
        }
        for pk, name in shown.units.items()
    ]


def _flows(moves: Iterable[DossierMove]) -> list[dict[str, Any]]:
    """How many go from which unit to which."""
    flows = Counter(
        (_who(m.before.agency, m.before.unit, ""), _who(m.after.agency, m.after.unit, ""))
        for m in moves
    )
    return [
        {"before": before, "after": after, "count": count}
        for (before, after), count in sorted(flows.items())
    ]


def _dossier(move: DossierMove) -> dict[str, Any]:
    before, after = move.before, move.after
    return {
        "code": before.code,
        "status": str(STATUSES[Status(before.status)]),
        "before": _who(before.agency, before.unit, before.assignee),
        "after": _who(after.agency, after.unit, after.assignee),
        "due": short_moment(after.due_at) if after.due_at else "—",
        "other": short_moment(move.other_due_at) if move.other_due_at else "",
    }


def _who(agency: str, unit: str, assignee: str) -> str:
    return ", ".join(part for part in (assignee, unit, agency) if part)
