"""`./motcua snapshot`: the picture that new databases begin from, taken anew from the migrations."""

from __future__ import annotations

from motcua.jobs.command_line.speech import say
from motcua.jobs.quality import snapshots
from motcua.jobs.quality.places import ROOT


def run(_argv: list[str]) -> int:
    """0 when both are written."""
    for vendor in snapshots.VENDORS:
        place = snapshots.write(vendor).relative_to(ROOT)
        say(f"✓ Đã viết {place}", f"✓ {place} written")
    return 0
