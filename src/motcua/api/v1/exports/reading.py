"""From the body of a request for a file to the list that is meant."""

from __future__ import annotations

from typing import Any

from ninja.errors import ValidationError
from pydantic import BaseModel
from pydantic import ValidationError as FaultyValues

from motcua.api.v1.shapes.exports import ExportIn, FoundIn, LinesIn, ListName, WorkIn
from motcua.dossiers.exporting.lines import Which
from motcua.dossiers.queries.finding import Finding
from motcua.dossiers.queries.register import RegisterFilter, register_year
from motcua.dossiers.queries.work import WorkFilter
from motcua.dossiers.rules.exports import Exported
from motcua.kernel.actor import Actor

SHAPES: dict[ListName, type[BaseModel]] = {
    ListName.DOSSIERS: FoundIn,
    ListName.WORK: WorkIn,
    ListName.REGISTER: LinesIn,
}
WHAT = {
    ListName.DOSSIERS: Exported.DOSSIERS,
    ListName.WORK: Exported.WORK,
    ListName.REGISTER: Exported.REGISTER,
}


def read_list(given: ExportIn, actor: Actor) -> tuple[Exported, Which]:
    """Every faulty value is told by its path. Refusals: NotFound."""
    told = _read(given)
    values = told.model_dump()
    values["text"] = values.pop("q")
    if isinstance(told, WorkIn):
        return Exported.WORK, WorkFilter(**values)
    if isinstance(told, LinesIn):
        book = register_year(actor, values.pop("agency_id"), told.year)
        values |= {"first": values.pop("first_day"), "last": values.pop("last_day")}
        return Exported.REGISTER, RegisterFilter(agency_id=book.agency_id, **values)
    return Exported.DOSSIERS, Finding(**{**values, "channel": values["channel"] or ""})


def _read(given: ExportIn) -> Any:
    try:
        return SHAPES[given.list_name].model_validate(given.filter)
    except FaultyValues as faulty:
        raise ValidationError(
            [{**error, "loc": ("filter", *error["loc"])} for error in faulty.errors()]
        ) from None
