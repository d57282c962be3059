"""The matters of a group before it is sent: who settles each, and when it can be expected."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from motcua.agencies.queries import agency_on
from motcua.filing.whole import WholeDraft
from motcua.interlinked.rules.awaiting import last_of
from motcua.interlinked.whole_limit import why_longer
from motcua.kernel.dates_vi import short_moment
from motcua.procedures.vocabulary import Channel


def matters_shown(whole: WholeDraft, at: datetime) -> dict[str, Any] | None:
    """None for a draft of one procedure. Dates as if the desk received it now."""
    if whole.group is None or whole.group.prepared is None:
        return None
    prepared = whole.group.prepared
    dates = prepared.dates(at, Channel.ONLINE)
    last = last_of(dates)
    return {
        "rows": [
            {
                "label": one.name,
                "value": _date(dates[one.key]),
                "note": _by(prepared.inputs[one.key].agency_id, whole),
            }
            for one in prepared.members
        ],
        "last": short_moment(last) if last else "",
        "limit": prepared.group.limit_words,
        "why_longer": why_longer(
            prepared.group, agency_id=prepared.agency_id, begins_at=at, last_at=last
        ),
    }


def _date(day: datetime | None) -> str:
    return (
        _("dự kiến xong %(moment)s") % {"moment": short_moment(day)}
        if day
        else _("ngày hẹn do cơ quan tính khi tiếp nhận")
    )


def _by(agency_id: int, whole: WholeDraft) -> str:
    agency = agency_on(agency_id, whole.day)
    return agency.name if agency else ""
