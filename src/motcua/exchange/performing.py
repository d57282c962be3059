"""Doing here what was done there: a dossier is received once, an act is carried out as the one who did
it, in the name of his agency, which must be one that the partner hosts."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any

import orjson

from motcua.dossiers.acting import Asked
from motcua.dossiers.carrying.travelling import files_here, reception_of
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.inputs import Nothing
from motcua.dossiers.vocabulary import IN_HAND_STAGES, Act, Stage
from motcua.exchange.answering import answer_offer, is_in_hand_of, keep_offer
from motcua.exchange.following import AGENCIES_TOLD, hearing_from
from motcua.exchange.models import InMessage, Partner, SharedDossier
from motcua.exchange.rules.mirroring import (
    ANSWERS,
    WITH_FILES,
    MessageNotForHere,
    is_done_already,
)
from motcua.exchange.rules.redoing import given_of
from motcua.exchange.speaking import agency_told, legal_time, speaker_at, speaker_of
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal

Told = dict[str, Any]
NOTE = "Chuyển đến từ %s"
log = logging.getLogger("motcua.exchange")


class DossierNotShared(Refusal):
    """The partner tells of a dossier that it has not shared; params: code."""

    code = "dossier-not-shared"


def perform_message(partner: Partner, row: InMessage, at: datetime) -> None:
    """Within the transaction of the caller. Refusals: those of this app and of the acts."""
    told: Told = orjson.loads(row.body)
    try:
        with hearing_from(partner.pk):
            if "dossier" in told:
                _receive_once(partner, row, told, at)
            if "act" in told:
                _act(partner, row, told, at)
    except (KeyError, ValueError, TypeError, AttributeError) as fault:
        # Faulty words of theirs, most likely; a fault of ours would look the same on the page.
        log.warning("message %s of partner %s: %s", row.seq, partner.pk, type(fault).__name__)
        raise MessageNotForHere(act=str(told.get("act", ""))) from fault


def _receive_once(partner: Partner, row: InMessage, told: Told, at: datetime) -> None:
    if SharedDossier.objects.filter(partner=partner, thread=row.thread).exists():
        return
    values = told["dossier"]
    received_at = datetime.fromisoformat(values["received_at"])
    receiving = agency_told(str(values["agency"]), at)
    competent = agency_told(str(values["competent_agency"]), at)
    note = " · ".join(filter(None, [NOTE % partner.name, str(values["note"])]))
    given = reception_of(
        values,
        tuple(told["files"]),
        competent_agency_id=competent.id,
        note=note,
        day=local_day(received_at),
    )
    by = speaker_at(partner, receiving, told["by"])
    ref = receive_dossier(actor=by, at=at, given=given)
    shared = SharedDossier.objects.create(
        partner=partner, thread=row.thread, dossier_id=ref.id, is_ours=False, shared_at=at
    )
    _catch_up(partner, shared, told, at)


def _catch_up(partner: Partner, shared: SharedDossier, told: Told, at: datetime) -> None:
    """One that is worked on over there is worked on here: the acts that led there."""
    stage = Stage(told["dossier"]["stage"])
    if stage not in IN_HAND_STAGES:
        return
    acts = [Act.TAKE_OVER] if shared.dossier.stage == Stage.IN_TRANSIT else []
    acts += [] if stage is Stage.RECEIVED else [Act.START]
    competent = agency_told(str(told["dossier"]["competent_agency"]), at)
    for act in acts:
        shared.dossier.refresh_from_db()
        by = speaker_at(partner, competent, told["by"], unit_id=shared.dossier.unit_id)
        perform(Asked(actor=by, at=at, code=shared.dossier.code), act, Nothing())


def _act(partner: Partner, row: InMessage, told: Told, at: datetime) -> None:
    shared = SharedDossier.objects.filter(partner=partner, thread=row.thread).first()
    if shared is None:
        raise DossierNotShared(code=row.thread)
    dossier, act = shared.dossier, Act(told["act"])
    if is_done_already(act, Stage(dossier.stage)):
        return
    given = _found_here(told["given"], at)
    actor = speaker_of(partner, told["by"], at, unit_id=dossier.unit_id)
    asked = Asked(actor=actor, at=legal_time(dossier.pk, told, at), code=dossier.code)
    if act is Act.OFFER and not is_in_hand_of(dossier, given["from_agency_id"]):
        return
    if act in ANSWERS and not answer_offer(asked, shared, act, given):
        return
    files = files_here(tuple(told.get("files", ()))) if act in WITH_FILES else ()
    perform(asked, act, given_of(act, given, files))
    if act is Act.OFFER:
        keep_offer(shared, int(given["seq"]))


def _found_here(given: Told, at: datetime) -> Told:
    """Agencies by their numbers on this side. Refusals: AgencyNotHere."""
    found = {name: agency_told(str(given[name]), at).id for name in AGENCIES_TOLD if name in given}
    return {**given, **found}
