"""`./motcua work --officer NAME [FILTERS]`: what lies with somebody, the most urgent first."""

from __future__ import annotations

from motcua.jobs.command_line.office.dossiers import listing


def run(argv: list[str]) -> int:
    """As `./motcua list work`."""
    return listing.run(["work", *argv])
