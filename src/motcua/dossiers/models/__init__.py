"""Tables of the heart. The rule explains, the constraint guarantees."""

from __future__ import annotations

from motcua.dossiers.models.accounts import DossierCitizen
from motcua.dossiers.models.books import DossierRegister, DossierSerial, NumberPattern
from motcua.dossiers.models.bulk import BulkItem, BulkRun, SavedView
from motcua.dossiers.models.custody import DossierAgency, Offer
from motcua.dossiers.models.declared import Declaration
from motcua.dossiers.models.dossier import Dossier, DossierParty, FeeLine, SubmittedDocument
from motcua.dossiers.models.fees import ReliefClaim, UnpaidLeave
from motcua.dossiers.models.figures import PastOverdue, Stay, Tally
from motcua.dossiers.models.life import DossierFile, HandOver, Result, SupplementRequest
from motcua.dossiers.models.lists import (
    HandOverList,
    ListedDossier,
    PostedItem,
    Posting,
)
from motcua.dossiers.models.printing import PrintRun
from motcua.dossiers.models.runs import ExportRun, LongRun

__all__ = [
    "BulkItem",
    "BulkRun",
    "Declaration",
    "Dossier",
    "DossierAgency",
    "DossierCitizen",
    "DossierFile",
    "DossierParty",
    "DossierRegister",
    "DossierSerial",
    "ExportRun",
    "FeeLine",
    "HandOver",
    "HandOverList",
    "ListedDossier",
    "LongRun",
    "NumberPattern",
    "Offer",
    "PastOverdue",
    "PostedItem",
    "Posting",
    "PrintRun",
    "ReliefClaim",
    "Result",
    "SavedView",
    "Stay",
    "SubmittedDocument",
    "SupplementRequest",
    "Tally",
    "UnpaidLeave",
]
