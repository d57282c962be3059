"""Work in hand, and the people and units to whom it can be given."""

from __future__ import annotations

from motcua.api.v1.shapes.dossiers import DossierLine
from motcua.api.v1.shapes.fields import Told
from motcua.kernel.actor import Role


class WorkFiguresOut(Told):
    """Counts of open dossiers by the nearness of their date; the groups add up to the
    total. Counting stops at 1000: that number means more, and so may the groups then."""

    total: int
    overdue: int
    due_today: int
    due_soon: int
    later: int
    waiting: int


class WorkPage(Told):
    """Some open dossiers, the nearest date first, and the cursor of what follows."""

    items: list[DossierLine]
    next_cursor: str
    figures: WorkFiguresOut | None


class OfficerOut(Told):
    """Somebody in a position of the own agency."""

    holding_id: int
    name: str
    title: str
    unit_id: int | None
    roles: list[Role]


class OfficersOut(Told):
    """By name."""

    items: list[OfficerOut]


class UnitOut(Told):
    """A unit of the own agency and the codes of the sectors it handles."""

    id: int
    name: str
    sectors: list[str]


class UnitsOut(Told):
    """Every unit of the own agency."""

    items: list[UnitOut]
