"""Having files looked through; what the scanner says is added, never changed."""

from __future__ import annotations

from datetime import datetime

from django.db.models import OuterRef, Subquery

from motcua.documents.models import FileScan, StoredFile
from motcua.documents.rules.refusals import FileAltered, FileMissing
from motcua.documents.scanning.choosing import configured_scanner
from motcua.documents.scanning.ports import Finding, NoScanner
from motcua.documents.storage import opened
from motcua.documents.vocabulary import ScanState

SCANNED_AT_ONCE_MAX = 2000


def scan_file(stored: StoredFile, at: datetime) -> ScanState:
    """Ask the configured scanner about one file and write down what it says."""
    try:
        with opened(stored.digest) as content:
            finding = configured_scanner().scan(content)
    except (FileMissing, FileAltered) as fault:
        finding = Finding(state=ScanState.FAILED, found=fault.code)
    FileScan.objects.create(
        file=stored,
        state=str(finding.state),
        scanner=finding.scanner,
        found=finding.found,
        scanned_at=at,
    )
    return finding.state


def scan_waiting(*, at: datetime) -> int:
    """Ask again about files that have no verdict yet; how many have one now. Nothing without a scanner."""
    if isinstance(configured_scanner(), NoScanner):
        return 0
    latest = FileScan.objects.filter(file=OuterRef("pk")).order_by("-id").values("state")[:1]
    asked = StoredFile.objects.annotate(state=Subquery(latest)).exclude(
        state__in=[ScanState.CLEAN, ScanState.INFECTED]
    )
    states = [scan_file(stored, at) for stored in asked.order_by("id")[:SCANNED_AT_ONCE_MAX]]
    return sum(state in (ScanState.CLEAN, ScanState.INFECTED) for state in states)
