"""What the API says of the papers of a dossier."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from motcua.api.v1.shapes.fields import ID_MAX, Asked, Moment, Told

KINDS = Literal[
    "slip",
    "supplement-request",
    "reception-refusal",
    "apology",
    "stop-notice",
    "return-receipt",
    "group-slip",
    "group-minutes",
    "control-slip",
    "processing-history",
    "transfer-slip",
]


class PaperGivenOut(Told):
    """A paper that the dossier gives. `seq` is the place of the fact that it tells of."""

    kind: KINDS
    seq: int
    title: str = Field(description="Name of the form of that day.")
    at: Moment
    by: str
    link: str = Field(description="The paper as PDF.")


class PapersOut(Told):
    """The newest first; last those that tell of everything so far."""

    code: str
    items: list[PaperGivenOut]


class PaperQuery(Asked):
    """Which of its kind, and how it is printed."""

    seq: int | None = Field(None, ge=1, le=ID_MAX, description="Left out: the newest of its kind.")
    size: Literal["A4", "A5"] | None = Field(None, description="Left out: as the office prints.")
    copies: Literal["applicant", "both"] = "applicant"
    internal: bool = Field(
        default=False, description="Of `processing-history`: also what officers tell each other."
    )
