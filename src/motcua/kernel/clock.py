"""The one time zone of every date in the product. Only an entrance reads the clock (`now`)."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def local(at: datetime) -> datetime:
    """The same instant on the wall clock of Việt Nam (aware, Asia/Ho_Chi_Minh)."""
    return at.astimezone(ZONE)


def local_day(at: datetime) -> date:
    return local(at).date()


def now() -> datetime:
    """The present instant, whole seconds, aware. For entrances only; rules take `at`."""
    return datetime.now(tz=ZONE).replace(microsecond=0)
