"""Facts about a dossier, in the past tense."""

from __future__ import annotations

from motcua.dossiers.events.books import NumberPatternSet, RegisterClosed
from motcua.dossiers.events.coming_in import (
    CompletionAsked,
    DeadlineMoved,
    DossierAccepted,
    DossierReceived,
    DossierRegistered,
    DossierTakenOver,
    ReceptionDeclined,
)
from motcua.dossiers.events.ending import (
    DecisionMade,
    DossierReopened,
    DossierWithdrawn,
    FileAttached,
    FileRemoved,
    NoteAdded,
    ParticularsAmended,
    ProcessingTerminated,
    ResultCorrected,
    ResultIssued,
    ResultReturned,
)
from motcua.dossiers.events.handling import (
    ApologyMade,
    DecisionProposed,
    DossierAssigned,
    DossierForwarded,
    DossierHandedOver,
    DossierSupplemented,
    ProcessingResumed,
    ProcessingStarted,
    ProcessingSuspended,
    ProposalSentBack,
    SupplementAllowed,
    SupplementRequested,
    TimeLimitExtended,
)
from motcua.dossiers.events.life import LifeEvent
from motcua.dossiers.events.lists import HandOverListMade, PostedItemTold, PostingMade

__all__ = [
    "ApologyMade",
    "CompletionAsked",
    "DeadlineMoved",
    "DecisionMade",
    "DecisionProposed",
    "DossierAccepted",
    "DossierAssigned",
    "DossierForwarded",
    "DossierHandedOver",
    "DossierReceived",
    "DossierRegistered",
    "DossierReopened",
    "DossierSupplemented",
    "DossierTakenOver",
    "DossierWithdrawn",
    "FileAttached",
    "FileRemoved",
    "HandOverListMade",
    "LifeEvent",
    "NoteAdded",
    "NumberPatternSet",
    "ParticularsAmended",
    "PostedItemTold",
    "PostingMade",
    "ProcessingResumed",
    "ProcessingStarted",
    "ProcessingSuspended",
    "ProcessingTerminated",
    "ProposalSentBack",
    "ReceptionDeclined",
    "RegisterClosed",
    "ResultCorrected",
    "ResultIssued",
    "ResultReturned",
    "SupplementAllowed",
    "SupplementRequested",
    "TimeLimitExtended",
]
