"""The status page: parts, what was measured, what is announced."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.availability.publishing import announced, published
from motcua.availability.queries import (
    PartStanding,
    availability_at,
    parts_at,
    parts_without_database,
)
from motcua.availability.rules.measuring import Measured
from motcua.availability.vocabulary import Announced, Part, PartState, Phase
from motcua.availability.wording import KINDS, PARTS, PHASES, STATES
from motcua.kernel import clock
from motcua.portal.keeping.outage import AWAY, outage
from motcua.portal.public import public_page
from motcua.ui.formats import moment

TONES = {
    PartState.WORKING: "success",
    PartState.SLOW: "warning",
    PartState.AWAY: "danger",
    PartState.OFF: "neutral",
    PartState.UNKNOWN: "neutral",
}
SINCE = {
    Part.BACKUP: lambda at: _("Lần gần nhất: %(moment)s") % {"moment": moment(at)},
}


@require_safe
def show_status(request: HttpRequest) -> HttpResponse:
    """As it is at this moment; kept by nobody."""
    at = clock.now()
    try:
        context = _context(parts_at(at), announced(at), availability_at(at), at)
    except AWAY:
        outage.note()
        return status_without_database(request)
    return public_page(request, "portal/status/show.html", context)


def status_without_database(request: HttpRequest) -> HttpResponse:
    """What is known without asking the database: that it is away, and what was announced."""
    at = clock.now()
    context = _context(parts_without_database(at), published.now(), {}, at)
    return public_page(request, "portal/status/show.html", context)


def _context(
    parts: tuple[PartStanding, ...],
    told: tuple[Announced, ...],
    availability: dict[int, Measured],
    at: Any,
) -> dict[str, Any]:
    rows = [_announced(one, one.phase(at)) for one in told]
    disturbed = any(part.state in (PartState.AWAY, PartState.SLOW) for part in parts)
    return {
        "at": at,
        "is_disturbed": disturbed,
        "parts": [_part(part) for part in parts if not _is_for_staff(part)],
        "coming": [row for row in rows if row["phase"] is not Phase.OVER],
        "over": [row for row in rows if row["phase"] is Phase.OVER],
        "availability": [_measured(days, one) for days, one in sorted(availability.items())],
    }


def _is_for_staff(part: PartStanding) -> bool:
    """That no backup is known of says nothing to a citizen; whoever may announce reads it there."""
    return part.part is Part.BACKUP and part.state is PartState.UNKNOWN


def _part(part: PartStanding) -> dict[str, Any]:
    if part.since is None:
        note = ""
    elif part.part in SINCE:
        note = SINCE[part.part](part.since)
    else:
        note = _("Từ %(moment)s") % {"moment": moment(part.since)}
    return {
        "name": PARTS[part.part],
        "state": STATES[part.state],
        "tone": TONES[part.state],
        "note": note,
    }


def _announced(one: Announced, phase: Phase) -> dict[str, Any]:
    return {
        "kind": KINDS[one.kind],
        "phase": phase,
        "phase_words": PHASES[phase],
        "words": one.words(get_language() or ""),
        "starts_at": one.starts_at,
        "ends_at": one.ends_at,
    }


def _measured(days: int, one: Measured) -> dict[str, str]:
    """`99,98 %`: never rounded up."""
    whole, rest = divmod(one.basis_points, 100)
    return {
        "label": _("%(days)s ngày qua") % {"days": days}
        if one.is_whole
        else _("Từ lúc bắt đầu đo, %(moment)s") % {"moment": moment(one.since)},
        "value": f"{whole},{rest:02d} %",
        "note": _(
            "Đo từng phút: %(lost)s phút không vào được hoặc không đo được, trong %(minutes)s phút"
        )
        % {"lost": one.minutes_lost, "minutes": one.minutes},
    }
