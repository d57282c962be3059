"""Whether the scanner has been working."""

from __future__ import annotations

from datetime import datetime

from motcua.documents.models import FileScan
from motcua.documents.vocabulary import ScanState


def last_scan_failed() -> datetime | None:
    """When the newest file was looked at in vain; None when it went well, or nothing was asked yet.

    One query, by the primary key.
    """
    last = FileScan.objects.order_by("-id").values_list("state", "scanned_at").first()
    if last is None or last[0] in (ScanState.CLEAN, ScanState.INFECTED):
        return None
    return last[1]
