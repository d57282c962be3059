"""Where a procedure is handed in: offices of its level with their hours, and the ways without going there."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _

from motcua.agencies.one_stop import OfficeRow, offices_on
from motcua.filing.queries.offering import form_filed_online
from motcua.portal.finding.lines import in_order
from motcua.portal.finding.office_pages import office_line
from motcua.procedures.queries.details import ProcedureDetail
from motcua.procedures.vocabulary import Channel, Level, OnlineLevel
from motcua.procedures.wording import CHANNELS, LEVELS, ONLINE_LEVELS

OFFICES_SHOWN_MAX = 6
LEVEL_OF_AGENCY = {
    "MINISTRY": Level.MINISTRY,
    "PROVINCE": Level.PROVINCE,
    "DEPARTMENT": Level.PROVINCE,
    "DISTRICT": Level.DISTRICT,
    "COMMUNE": Level.COMMUNE,
}


def receives(office: OfficeRow, detail: ProcedureDetail) -> bool:
    """Whether an office of this level receives the procedure; unstated levels leave it open."""
    return not detail.levels or LEVEL_OF_AGENCY.get(office.agency.level_code) in detail.levels


def where_context(
    detail: ProcedureDetail, mine: OfficeRow | None, at: datetime, today: date
) -> dict[str, Any]:
    """What the part on places lays out: the reader's own office first."""
    fitting = [one for one in offices_on(today) if receives(one, detail)]
    own = [one for one in fitting if mine and one.agency.id == mine.agency.id]
    others = [one for one in fitting if one not in own]
    shown = own or others[:OFFICES_SHOWN_MAX]
    return {
        "offices": [office_line(one, at) for one in shown],
        "others": len(fitting) - len(shown),
        "is_my_office_wrong": bool(mine) and not own and bool(fitting),
        "rows": _rows(detail),
        "by_post": Channel.POST in detail.channels,
        "online": Channel.ONLINE in detail.channels,
    }


def _rows(detail: ProcedureDetail) -> list[dict[str, str]]:
    level = detail.online_level
    pairs = [
        (_("Nơi nhận hồ sơ"), detail.implementing_body),
        (_("Cấp thực hiện"), ", ".join(in_order(LEVELS, detail.levels))),
        (_("Cách nộp"), ", ".join(in_order(CHANNELS, detail.channels))),
        (
            _("Mức độ trực tuyến"),
            "" if level is OnlineLevel.UNSTATED else str(ONLINE_LEVELS[level]),
        ),
        (_("Cơ quan có thẩm quyền"), detail.competent_body),
    ]
    return [{"label": label, "value": value} for label, value in pairs if value]


def start_context(detail: ProcedureDetail, today: date) -> dict[str, str]:
    """Where filing begins and where the blank declaration is; empty where there is no such page.

    Both hang on the interactive form of the procedure.
    """
    if form_filed_online(detail.procedure_id, today) is None:
        return {"file_url": "", "declaration_url": ""}
    here = reverse("portal:procedure", args=[detail.code])
    return {
        "file_url": _if_there(f"{here}/nop/"),
        "declaration_url": _if_there(f"{here}/to-khai.pdf"),
    }


def _if_there(url: str) -> str:
    try:
        resolve(url)
    except Resolver404:
        return ""
    return url
