"""When a notice may be sent: not at night, bundled where that is wished, and never later than a bound.

Pure: the hours are those of the office's wall clock (Asia/Ho_Chi_Minh).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from motcua.kernel.clock import ZONE, local
from motcua.notices.vocabulary import Haste

WAIT_MAX: Final[Mapping[Haste, timedelta]] = {
    Haste.AT_ONCE: timedelta(0),
    Haste.SOON: timedelta(hours=12),
    Haste.ORDINARY: timedelta(hours=36),
}
"""However the hours are set, nobody waits longer for a better one."""
STALE_AFTER: Final = timedelta(days=7)
"""What happened longer ago is no news: a dossier loaded from another system tells nobody anything."""


@dataclass(frozen=True, slots=True)
class SendingHours:
    """Quiet from `quiet_from` to `quiet_until` (the same = never; may pass midnight); what is wished
    bundled goes out at `digest_at`."""

    quiet_from: time = time(21)
    quiet_until: time = time(7)
    digest_at: time = time(17)


def send_at(at: datetime, haste: Haste, hours: SendingHours, *, in_digest: bool) -> datetime:
    """The first moment from `at` on at which it may go out; at most WAIT_MAX of its haste later."""
    if haste is Haste.AT_ONCE:
        return at
    bundled = in_digest and haste is Haste.ORDINARY
    wanted = after_quiet(_next(at, hours.digest_at) if bundled else at, hours)
    return min(wanted, at + WAIT_MAX[haste])


def after_quiet(at: datetime, hours: SendingHours) -> datetime:
    """The moment itself, or the end of the quiet hours it falls into."""
    return _next(at, hours.quiet_until) if is_quiet(at, hours) else at


def is_quiet(at: datetime, hours: SendingHours) -> bool:
    clock = local(at).time()
    if hours.quiet_from <= hours.quiet_until:
        return hours.quiet_from <= clock < hours.quiet_until
    return clock >= hours.quiet_from or clock < hours.quiet_until


def is_stale(happened_at: datetime, at: datetime) -> bool:
    return happened_at < at - STALE_AFTER


def _next(at: datetime, clock: time) -> datetime:
    """The coming moment of that wall clock time; `at` itself when it is just that."""
    today = datetime.combine(local(at).date(), clock, tzinfo=ZONE)
    return today if today >= at else today + timedelta(days=1)
