"""Offers of hand-overs as apps above ask for them, within acts of their own."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.dossiers.models import Offer
from motcua.dossiers.vocabulary import OfferAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferStanding:
    """One offer; `answer` None: it waits."""

    seq: int
    from_agency_id: int
    to_agency_id: int
    answer: OfferAnswer | None


def offer_standing(dossier_id: int, seq: int | None) -> OfferStanding | None:
    """The offer of this number, the last one for None. One query, served by `offer_one_per_place`. The
    caller has asked whether the dossier may be seen."""
    rows = Offer.objects.filter(dossier=dossier_id)
    found = (rows if seq is None else rows.filter(seq=seq)).order_by("-seq").first()
    if found is None:
        return None
    return OfferStanding(
        seq=found.seq,
        from_agency_id=found.from_agency_id,
        to_agency_id=found.to_agency_id,
        answer=OfferAnswer(found.answer) if found.answer else None,
    )
