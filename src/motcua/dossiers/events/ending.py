"""Facts of the end and after: decided, issued, returned, corrected, stopped, reopened, kept up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from motcua.dossiers.events.life import LifeEvent


@dataclass(frozen=True, kw_only=True)
class DossierWithdrawn(LifeEvent):
    code: ClassVar[str] = "dossier.withdrawn"

    reason: str
    asked_by: str


@dataclass(frozen=True, kw_only=True)
class ProcessingTerminated(LifeEvent):
    """The office stops without a result (Form 05)."""

    code: ClassVar[str] = "dossier.processing-terminated"

    ground: str
    reason: str
    papers_given_back: bool
    fee_refund_vnd: int = 0


@dataclass(frozen=True, kw_only=True)
class DecisionMade(LifeEvent):
    """Granted, or declined with grounds. `result`: what is to be issued."""

    code: ClassVar[str] = "dossier.decided"

    decision: str
    grounds: str
    result: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class ResultIssued(LifeEvent):
    """The result has its number and date: the dossier is settled."""

    code: ClassVar[str] = "dossier.result-issued"

    result: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class ResultReturned(LifeEvent):
    """Somebody entitled has the result."""

    code: ClassVar[str] = "dossier.result-returned"

    handed_over: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class ResultCorrected(LifeEvent):
    """A wrong result is replaced by a new one linked to it; both stay."""

    code: ClassVar[str] = "dossier.result-corrected"

    result: dict[str, Any]
    reason: str


@dataclass(frozen=True, kw_only=True)
class DossierReopened(LifeEvent):
    """A legal ground makes the office take the dossier up again."""

    code: ClassVar[str] = "dossier.reopened"

    ground: str
    reason: str
    reopened_at: datetime


@dataclass(frozen=True, kw_only=True)
class ParticularsAmended(LifeEvent):
    """What was typed of the people, or into the declaration, is put right."""

    code: ClassVar[str] = "dossier.particulars-amended"

    parties: tuple[dict[str, Any], ...]
    reason: str
    declaration: dict[str, Any] | None = None


@dataclass(frozen=True, kw_only=True)
class NoteAdded(LifeEvent):
    """A message inside the office; citizens never see it."""

    code: ClassVar[str] = "dossier.noted"

    text: str


@dataclass(frozen=True, kw_only=True)
class FileAttached(LifeEvent):
    code: ClassVar[str] = "dossier.file-attached"

    file: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class FileRemoved(LifeEvent):
    """The file is no longer part of the dossier; its bytes stay where they are."""

    code: ClassVar[str] = "dossier.file-removed"

    position: int
    name: str
    reason: str
