"""The slip that goes along when a dossier is offered to another agency or unit (law.md 4.6)."""

from __future__ import annotations

from datetime import datetime

from motcua.agencies.queries import place_name
from motcua.dossiers.papers_filled.telling import Told, place_head
from motcua.kernel.clock import local_day
from motcua.papers.data.handing import TransferredPaper, TransferSlip
from motcua.papers.vocabulary import PaperKind
from motcua.worktime.vocabulary import Unit
from motcua.worktime.wording import limit_words


def transfer_slip(told: Told) -> TransferSlip:
    """From the fact of the offer: to whom, what for, how long, with which papers."""
    offer = told.payload["offer"]
    at = datetime.fromisoformat(offer["offered_at"])
    day, papers = local_day(at), told.state["papers"]
    places = [
        place_name(offer[f"{way}_agency_id"], offer.get(f"{way}_unit_id"), day)
        for way in ("from", "to")
    ]
    unit = offer.get("limit_unit", "")
    return TransferSlip(
        head=place_head(told, PaperKind.TRANSFER_SLIP, at, offer["from_agency_id"]),
        giving_place=places[0],
        receiving_place=places[1],
        procedure_name=told.procedure.name,
        procedure_code=told.procedure.code,
        applicant_name=told.owner.name,
        received_at=told.received_at,
        due_at=told.due_at,
        task=offer["task"],
        limit_words=limit_words(Unit(unit), offer["limit_value"]) if unit else "",
        rows=tuple(
            TransferredPaper(
                name=papers[place]["name"],
                originals=papers[place].get("originals", 0),
                copies=papers[place].get("copies", 0),
            )
            for place in offer.get("papers", ())
        ),
        files=len(offer.get("digests", ())),
        giving_officer=offer.get("offered_by", ""),
    )
