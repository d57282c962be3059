"""Two people on two sides may act on one offer before either hears of the other. Whoever offered
decides: once he has taken it back, an answer that comes later counts for nothing, and who had accepted
gives it back. So somebody has the dossier at every instant, and both sides end with the same one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from motcua.dossiers.acting import Asked
from motcua.dossiers.carrying.offers import OfferStanding, offer_standing
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.inputs import AcceptOffer, Offer, WithReason
from motcua.dossiers.policies.clauses import Placed
from motcua.dossiers.vocabulary import Act, OfferAnswer
from motcua.exchange.models import SharedDossier, SharedOffer

Told = dict[str, Any]
TAKEN_BACK_LATE = "Nơi gửi đã lấy lại trước khi nhận được trả lời"


def keep_offer(shared: SharedDossier, seq_there: int) -> None:
    """The offer just made here is that one there."""
    last = offer_standing(shared.dossier_id, None)
    assert last is not None
    SharedOffer.objects.create(shared=shared, seq_there=seq_there, seq_here=last.seq)


def answer_offer(asked: Asked, shared: SharedDossier, act: Act, given: Told) -> bool:
    """Whether the act is still to be done: the offer is open. What was taken back meanwhile stays so;
    what was accepted meanwhile is given back to the one who took it back."""
    offer = offer_standing(shared.dossier_id, _seq_here(shared, given))
    if offer is None or offer.answer is None:
        return offer is not None
    if act is Act.TAKE_BACK_OFFER and offer.answer is OfferAnswer.ACCEPTED:
        _give_back(asked, shared.dossier, offer)
    return False


def _seq_here(shared: SharedDossier, given: Told) -> int:
    """`is_theirs`: of an offer of ours, by our own number."""
    if given["is_theirs"]:
        return int(given["offer"])
    pairs = SharedOffer.objects.filter(shared=shared, seq_there=int(given["offer"]))
    return pairs.values_list("seq_here", flat=True).first() or 0


def is_in_hand_of(dossier: Placed, agency_id: int) -> bool:
    """Whether the agency has it, as far as is known here. Who had accepted what was taken back meanwhile
    does not: what he did with it since counts for nothing, and he is about to hear of it."""
    return (dossier.held_agency_id or dossier.competent_agency_id) == agency_id


def _give_back(asked: Asked, dossier: Placed, offer: OfferStanding) -> None:
    """From the hands of those who accepted, or have it from them, into those of the one who had taken
    it back."""
    holder_id = dossier.held_agency_id or dossier.competent_agency_id
    holding = replace(asked, actor=replace(asked.actor, agency_id=holder_id, title="", name=""))
    last = offer_standing(dossier.id, None)
    if last is not None and last.answer is None:
        perform(holding, Act.TAKE_BACK_OFFER, WithReason(reason=TAKEN_BACK_LATE))
    back = Offer(agency_id=offer.from_agency_id, task=TAKEN_BACK_LATE, papers=(), digests=())
    perform(holding, Act.OFFER, back)
    perform(asked, Act.ACCEPT_OFFER, AcceptOffer(received_all=True, was_done_elsewhere=True))
