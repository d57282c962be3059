"""Internal processes as the API tells them."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from motcua.api.v1.shapes.fields import Day, Told


class ProcessLine(Told):
    """A process in a list, and the version of it that is in force."""

    id: int
    procedure: str = Field(description="Code of the procedure.", examples=["2.000815"])
    procedure_name: str
    agency_id: int | None = Field(description="Null: of every agency that has none of its own.")
    variant: str = Field(description="Name of the way to ask; empty for all.")
    version_number: int | None = Field(description="Null: none is in force on the day.")
    valid_from: Day | None
    planned_from: Day | None = Field(description="First day of the version to come.")
    link: str


class ProcessPage(Told):
    """Some processes, and the cursor of what follows (empty at the end)."""

    items: list[ProcessLine]
    next_cursor: str


class ProcessVersionLine(Told):
    """A version in the history. One that ends on its first day was withdrawn and never held."""

    id: int
    version_number: int
    title: str
    valid_from: Day
    valid_until: Day | None = Field(description="First day on which it no longer holds.")
    digest: str = Field(description="SHA-256 of the definition.")
    link: str


class ProcessStepOut(Told):
    """A step as the table of an office has it, in words."""

    key: str
    number: str
    name: str
    who: str
    time: str
    act: str | None = Field(description="The act on the dossier that finishes it.")
    is_outside: bool
    next: list[str] = Field(description="Keys of the steps that may follow; none at an end.")


class ProcessOut(Told):
    """A version of a process in full."""

    id: int
    procedure: str
    procedure_name: str
    agency_id: int | None
    agency: str = Field(description="Empty for all agencies.")
    variant: str
    version: ProcessVersionLine
    basis: str = Field(description="The decision that issued it.")
    time: str = Field(description="The time of the whole, in words.")
    steps: list[ProcessStepOut]
    definition: dict[str, Any] = Field(description="Everything it says, as it is kept.")
    versions: list[ProcessVersionLine]
    bpmn: str = Field(description="Where it is as BPMN 2.0.")
