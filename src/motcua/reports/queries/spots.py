"""In which rows of a report something counts: from places and procedures to the keys of rows, and back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from motcua.agencies.rows import UnitLabel
from motcua.agencies.successions import slugs_of, unit_labels
from motcua.procedures.queries.labels import ProcedureLabel, procedure_labels
from motcua.reports.composing import TOTAL_KEY
from motcua.reports.queries.by_procedure import procedure_key
from motcua.reports.queries.rights import Reported
from motcua.reports.rules.recount import Spot
from motcua.reports.vocabulary import Counted, Figures, ReportName


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotKeys:
    """How the rows of one report are keyed."""

    name: ReportName
    reported: Reported
    procedures: dict[int, ProcedureLabel] = field(default_factory=dict)
    units: dict[int, UnitLabel] = field(default_factory=dict)
    slugs: dict[int, str] = field(default_factory=dict)

    def of(self, spot: Spot) -> tuple[str, ...]:
        """The rows in which it counts, the total too."""
        return (TOTAL_KEY, *self._rows(spot))

    def counted(self, spot: Spot, figures: Figures) -> Counted:
        """The figures, and the part of them under procedures that are filed online."""
        label = self.procedures.get(spot.procedure_id)
        offered = figures if label and label.is_filed_online else Figures()
        return Counted(whole=figures, offered=offered)

    def _rows(self, spot: Spot) -> tuple[str, ...]:
        if self.name is ReportName.ON_TIME:
            part = next(p for p in self.reported.parts if spot.agency_id in p.agency_ids)
            return (f"agency/{part.agency.slug}",)
        if self.name is ReportName.OFFICERS:
            unit = self.units.get(spot.unit_id)
            place = f"{self.slugs[spot.agency_id]}/{unit.slug if unit else '-'}"
            return f"unit/{place}", f"officer/{place}/{spot.handler_id or '-'}"
        label = self.procedures[spot.procedure_id]
        if self.name is ReportName.II06A:
            return f"sector/{label.sector_code}", procedure_key(label)
        return (procedure_key(label),)


def spot_keys(name: ReportName, reported: Reported, spots: Iterable[Spot]) -> SpotKeys:
    """What is needed to key these spots. Three queries."""
    spots = tuple(spots)
    return SpotKeys(
        name=name,
        reported=reported,
        procedures=procedure_labels({spot.procedure_id for spot in spots}, reported.day),
        units=unit_labels(frozenset(spot.unit_id for spot in spots) - {0}),
        slugs=dict(slugs_of(frozenset(spot.agency_id for spot in spots))),
    )
