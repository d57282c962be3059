"""What happened to a calendar, told in one sentence each."""

from __future__ import annotations

from typing import Final

from motcua.kernel.wording_marker import gettext_noop

FACTS: Final[dict[str, str]] = {
    "calendar.official-days-loaded": gettext_noop("Nạp ngày nghỉ, ngày làm bù chính thức"),
    "calendar.set": gettext_noop("Ghi giờ làm việc và cách tính, áp dụng từ %(valid_from)s"),
    "calendar.day-announced": gettext_noop("Ghi ngày %(day)s vào lịch: %(name)s"),
}
