"""Tables of the heart. The rule explains, the constraint guarantees."""

from __future__ import annotations

from motcua.dossiers.models.books import DossierRegister, DossierSerial, NumberPattern
from motcua.dossiers.models.bulk import BulkItem, BulkRun, SavedView
from motcua.dossiers.models.dossier import Dossier, DossierParty, FeeLine, SubmittedDocument
from motcua.dossiers.models.life import DossierFile, HandOver, Result, SupplementRequest

__all__ = [
    "BulkItem",
    "BulkRun",
    "Dossier",
    "DossierFile",
    "DossierParty",
    "DossierRegister",
    "DossierSerial",
    "FeeLine",
    "HandOver",
    "NumberPattern",
    "Result",
    "SavedView",
    "SubmittedDocument",
    "SupplementRequest",
]
