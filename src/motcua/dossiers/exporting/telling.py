"""What a list was narrowed by, in words: on the page of one's files, and in the file itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.accounts.queries.colleagues import names_of
from motcua.agencies.queries import agency_on
from motcua.agencies.successions import unit_places
from motcua.dossiers.exporting.lines import Which
from motcua.dossiers.queries.counter import Pile
from motcua.dossiers.queries.finding import Against
from motcua.dossiers.queries.register import RegisterFilter
from motcua.dossiers.queries.urgency import Urgency
from motcua.dossiers.queries.work import Whose
from motcua.dossiers.rules.exports import Exported
from motcua.dossiers.wording import CHANNELS, STAGES, STATUSES
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day, short_moment

LISTS = {
    Exported.DOSSIERS: gettext_lazy("Hồ sơ tra cứu"),
    Exported.WORK: gettext_lazy("Danh sách việc"),
    Exported.REGISTER: gettext_lazy("Dòng trong sổ theo dõi"),
    Exported.REGISTER_BOOK: gettext_lazy("Sổ theo dõi hồ sơ"),
}
LABELS = {
    "text": gettext_lazy("Từ cần tìm"),
    "whose": gettext_lazy("Hồ sơ của ai"),
    "urgency": gettext_lazy("Theo hạn trả"),
    "status": gettext_lazy("Trạng thái"),
    "stage": gettext_lazy("Bước"),
    "pile": gettext_lazy("Nhóm hồ sơ"),
    "against": gettext_lazy("So với hạn"),
    "received_from": gettext_lazy("Nhận từ ngày"),
    "received_until": gettext_lazy("Đến ngày"),
    "first": gettext_lazy("Nhận từ ngày"),
    "last": gettext_lazy("Đến ngày"),
    "due_before": gettext_lazy("Hẹn trả trước"),
    "agency_id": gettext_lazy("Cơ quan"),
    "year": gettext_lazy("Năm"),
    "sector": gettext_lazy("Lĩnh vực"),
    "procedure": gettext_lazy("Thủ tục"),
    "channel": gettext_lazy("Cách nộp"),
    "unit_id": gettext_lazy("Đơn vị"),
    "assignee_id": gettext_lazy("Người giải quyết"),
    "unassigned": gettext_lazy("Chưa giao ai"),
    "late": gettext_lazy("Chỉ hồ sơ trễ hạn"),
    "open": gettext_lazy("Chỉ hồ sơ đang giải quyết"),
}
CODED: Mapping[str, Mapping[Any, Any]] = {
    "status": STATUSES,
    "stage": STAGES,
    "channel": CHANNELS,
    "whose": {
        Whose.MINE: gettext_lazy("Việc của tôi"),
        Whose.NOBODYS: gettext_lazy("Chưa có người giải quyết"),
        Whose.LED: gettext_lazy("Phần tôi phụ trách"),
        Whose.ALL: gettext_lazy("Mọi hồ sơ tôi được xem"),
    },
    "urgency": {
        Urgency.OVERDUE: gettext_lazy("Quá hạn"),
        Urgency.DUE_TODAY: gettext_lazy("Hẹn trả hôm nay"),
        Urgency.DUE_SOON: gettext_lazy("Sắp đến hạn"),
        Urgency.LATER: gettext_lazy("Chưa đến hạn"),
        Urgency.WAITING: gettext_lazy("Chờ người nộp"),
    },
    "pile": {
        Pile.TO_RECEIVE: gettext_lazy("Mới đến, chờ kiểm tra và tiếp nhận"),
        Pile.TO_TAKE_OVER: gettext_lazy("Cơ quan khác chuyển đến, chờ nhận"),
        Pile.TO_HAND_OVER: gettext_lazy("Có kết quả, chờ trả"),
        Pile.TO_COMPLETE: gettext_lazy("Chờ người nộp bổ sung"),
        Pile.PARTLY_COMPLETED: gettext_lazy("Người nộp đã bổ sung một phần"),
    },
    "against": {
        Against.OVERDUE: gettext_lazy("Đang quá hạn"),
        Against.DUE_TODAY: gettext_lazy("Hẹn trả hôm nay"),
        Against.DUE_SOON: gettext_lazy("Sắp đến hạn"),
        Against.EARLY: gettext_lazy("Đã xong trước hạn"),
        Against.ON_TIME: gettext_lazy("Đã xong đúng hạn"),
        Against.ENDED_LATE: gettext_lazy("Đã xong quá hạn"),
    },
}


def narrowed_by(which: Which, at: datetime) -> dict[str, str]:
    """Each condition by its label; nothing where the list is whole."""
    return dict(_conditions(which, at))


def _conditions(which: Which, at: datetime) -> Iterator[tuple[str, str]]:
    for one in fields(which):
        value = getattr(which, one.name)
        if value in (None, "", False):
            continue
        yield str(LABELS[one.name]), _words(one.name, value, at)


def _words(name: str, value: Any, at: datetime) -> str:
    if name in CODED:
        return str(CODED[name].get(value, value))
    if name in NAMED:
        return NAMED[name](value, at) or str(value)
    if value is True:
        return _("Có")
    if isinstance(value, datetime):
        return short_moment(value)
    return short_day(value) if isinstance(value, date) else str(value)


def _agency(agency_id: int, at: datetime) -> str:
    agency = agency_on(agency_id, local_day(at))
    return agency.name if agency else ""


def _unit(unit_id: int, _at: datetime) -> str:
    place = unit_places(frozenset({unit_id})).get(unit_id)
    return place.name if place else ""


def _person(holding_id: int, _at: datetime) -> str:
    return names_of(frozenset({holding_id})).get(holding_id, "")


NAMED = {"agency_id": _agency, "unit_id": _unit, "assignee_id": _person}


def list_name(what: Exported, which: Which) -> str:
    """`Hồ sơ tra cứu`; a register with its year."""
    if isinstance(which, RegisterFilter):
        return f"{LISTS[what]} {which.year}"
    return str(LISTS[what])


def about_file(actor: Actor, what: Exported, which: Which, at: datetime) -> dict[str, str]:
    """What the file says of itself: what it is, for whom it was made and when."""
    return {
        _("Danh sách"): list_name(what, which),
        **narrowed_by(which, at),
        _("Lập cho"): ", ".join(word for word in (actor.name, actor.title) if word),
        _("Lập lúc"): short_moment(at),
        _("Lưu ý"): _("Có thông tin cá nhân. Chỉ dùng cho công việc, xóa khi không cần nữa."),
    }
