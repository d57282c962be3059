"""`./motcua work --officer NAME [FILTERS]`: what lies with somebody, the most urgent first."""

from __future__ import annotations

from motcua.jobs.command_line.office import dossiers_list


def run(argv: list[str]) -> int:
    """As `./motcua list work`."""
    return dossiers_list.run(["work", *argv])
