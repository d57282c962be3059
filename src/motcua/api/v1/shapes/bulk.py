"""One act for many dossiers."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, WithJsonSchema

from motcua.api.v1.shapes.fields import DossierCode, Given, Moment, Told
from motcua.dossiers.commands.bulk import BULK_ACTS
from motcua.dossiers.queries.bulk import BULK_MAX
from motcua.dossiers.vocabulary import BulkOutcome

BulkAct = StrEnum(  # type: ignore[misc]
    "BulkAct", {act.name: act.partition(".")[2] for act in sorted(BULK_ACTS)}
)
Body = Annotated[
    dict[str, Any],
    WithJsonSchema(
        {
            "type": "object",
            "description": "The body that the act takes (`POST /dossiers/{code}/acts/{act}`).",
        }
    ),
]


class BulkIn(Given):
    """Which act, of which dossiers, with what."""

    act: BulkAct
    codes: Annotated[list[DossierCode], Field(min_length=1, max_length=BULK_MAX)]
    input: Body = Field(default_factory=dict)


class BulkBegun(Told):
    """The run is kept and carried out in the background; `link` tells how it stands."""

    id: int
    total: int
    left_out: list[str] = Field(description="Codes that this position may not see.")
    link: str


class BulkLine(Told):
    """What became of one dossier; null: still to come. `refusal` and `detail` say why not."""

    code: str
    outcome: BulkOutcome | None
    refusal: str
    detail: str


class BulkOut(Told):
    """How a run of one's own stands."""

    id: int
    act: str
    total: int
    done: int
    refused: int
    asked_at: Moment
    finished_at: Moment | None
    results: list[BulkLine]
