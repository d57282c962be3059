"""Facts of custody: offered, accepted, refused; and of a dossier on its way to the competent agency."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from motcua.dossiers.events.life import LifeEvent


@dataclass(frozen=True, kw_only=True)
class DossierOffered(LifeEvent):
    """Its hand-over is offered, with listed papers and files and a task (Phiếu chuyển xử lý)."""

    code: ClassVar[str] = "dossier.offered"

    offer: dict[str, Any]
    to_place: str
    task: str


@dataclass(frozen=True, kw_only=True)
class OfferAccepted(LifeEvent):
    """It has changed hands: from now on the one who accepted answers for it."""

    code: ClassVar[str] = "dossier.offer-accepted"

    answer: dict[str, Any]
    to_place: str


@dataclass(frozen=True, kw_only=True)
class OfferRefused(LifeEvent):
    code: ClassVar[str] = "dossier.offer-refused"

    answer: dict[str, Any]
    to_place: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class OfferTakenBack(LifeEvent):
    """The sender offers it no longer."""

    code: ClassVar[str] = "dossier.offer-taken-back"

    answer: dict[str, Any]
    to_place: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class TakeOverRefused(LifeEvent):
    """The agency it was sent to says why it is not the one: the receiving desk has it still."""

    code: ClassVar[str] = "dossier.take-over-refused"

    place: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class DossierRedirected(LifeEvent):
    """The receiving desk sends it to another agency (NĐ 61/2018 Art. 18.3)."""

    code: ClassVar[str] = "dossier.redirected"

    from_place: str
    to_place: str
    reason: str
