"""Amend particulars, leave a note, attach and remove files. Each refuses as `acting.act_on` does
and as its rule in `rules.upkeep`."""

from __future__ import annotations

import orjson

from motcua.dossiers.acting import Asked, Standing, act_on
from motcua.dossiers.commands.files_held import held_files
from motcua.dossiers.declared import answered_anew
from motcua.dossiers.events import LifeEvent
from motcua.dossiers.inputs import Amend, Attach, Note, RemoveFile
from motcua.dossiers.models import DossierFile, Result
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.rows import party_values
from motcua.dossiers.rules import upkeep
from motcua.dossiers.rules.submitted.files import FileUnknown
from motcua.dossiers.vocabulary import Act
from motcua.kernel.clock import local_day


def amend_particulars(asked: Asked, given: Amend) -> DossierRef:
    """Put right what was typed of the people or into the declaration; what was typed before stays
    in the ledger."""
    parties = tuple(party_values(party) for party in given.parties)

    def decide(standing: Standing) -> LifeEvent:
        day = local_day(asked.at)
        declaration = answered_anew(standing.row.pk, given.answers, None, day)
        return upkeep.amend(
            standing.facts, given, parties=parties, declaration=declaration, at=asked.at
        )

    return act_on(asked, Act.AMEND, decide)


def add_note(asked: Asked, given: Note) -> DossierRef:
    """A message to colleagues, kept with the dossier."""
    return act_on(asked, Act.NOTE, lambda standing: upkeep.note(standing.facts, given))


def attach_file(asked: Asked, given: Attach) -> DossierRef:
    """Make a stored file part of the dossier."""

    def decide(standing: Standing) -> LifeEvent:
        held = held_files(standing.row.pk, standing.facts.file_digests)
        return upkeep.attach(
            standing.facts,
            given,
            position=held.next_position,
            held=held.files,
            added_by=asked.actor.name,
            at=asked.at,
        )

    return act_on(asked, Act.ATTACH, decide)


def remove_file(asked: Asked, given: RemoveFile) -> DossierRef:
    """Take a file out of the dossier; its bytes and the trace of it stay."""

    def decide(standing: Standing) -> LifeEvent:
        file = DossierFile.objects.filter(
            dossier=standing.row, position=given.position, is_removed=False
        ).first()
        if file is None:
            raise FileUnknown(field="position")
        issued = Result.objects.filter(dossier=standing.row).values_list("digests", flat=True)
        return upkeep.remove(
            standing.facts,
            given,
            name=file.name,
            digest=file.digest,
            issued=frozenset(digest for text in issued for digest in orjson.loads(text)),
        )

    return act_on(asked, Act.ATTACH, decide)
