"""Files of a draft: taken in, put in order, taken out, looked through. None of it is a fact."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import orjson
from django.db import transaction
from django.db.models import Count, Max, Sum

from motcua.documents.commands.preparing import prepare_paper
from motcua.documents.queries.uploads import finished_uploads
from motcua.documents.vocabulary import PaperSeen, StoredFileRow
from motcua.filing.models import Draft, DraftFile, DraftPaper
from motcua.filing.policies import lock_draft
from motcua.filing.queries.own_papers import own_paper
from motcua.filing.reading import asked_for, file_row, page_plain, touch
from motcua.filing.rules.bounds import check_files
from motcua.filing.rules.refusals import FileInDraftAlready
from motcua.filing.vocabulary import Choices, DraftFileRow, FileSource, PaperWay, PreparedState
from motcua.kernel.actor import Actor
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.ledger.rules.chain import canonical


def add_files(
    *, actor: Actor, at: datetime, token: str, paper_key: str, uploads: Sequence[str]
) -> int:
    """Finished uploads of one's own become files of a paper, after those it has; the number of the
    draft, for `prepare_draft_paper`. One that is there already stays where it is.

    Refusals: NotPermitted, NotFound, DraftSentAlready, DraftFilesTooMany, FileInDraftAlready (in
    another paper).
    """
    with transaction.atomic():
        draft = lock_draft(actor, token)
        for row in finished_uploads(actor, at, tuple(uploads)):
            add_stored(draft, row, paper_key=paper_key, at=at, source=FileSource.SENT)
        _want_sent(draft, paper_key)
        touch(draft, at)
    return draft.pk


def add_own_file(*, actor: Actor, at: datetime, token: str, paper_key: str, digest: str) -> int:
    """A paper that the citizen gave or got before becomes a file of this one; where it is from is kept.
    The number of the draft.

    Refusals: NotPermitted, NotFound, ConsentMissing, DraftSentAlready, DraftFilesTooMany,
    FileInDraftAlready.
    """
    paper = own_paper(actor, digest)
    row = StoredFileRow(
        digest=paper.digest,
        size=paper.size,
        media_type=paper.media_type,
        stored_at=paper.given_on,
        name=paper.name,
    )
    with transaction.atomic():
        draft = lock_draft(actor, token)
        add_stored(draft, row, paper_key=paper_key, at=at, source=FileSource.OWN)
        _want_sent(draft, paper_key)
        touch(draft, at)
    return draft.pk


def add_stored(
    draft: Draft, row: StoredFileRow, *, paper_key: str, at: datetime, source: FileSource
) -> None:
    """A kept content as the last file of a paper. Refusals: DraftFilesTooMany, FileInDraftAlready."""
    there = DraftFile.objects.filter(draft=draft, digest=row.digest).first()
    if there is not None:
        if there.paper_key != paper_key:
            raise FileInDraftAlready(field="file", name=there.name)
        return
    held = DraftFile.objects.filter(draft=draft).aggregate(count=Count("id"), size=Sum("size"))
    check_files(count=held["count"] + 1, size=(held["size"] or 0) + row.size)
    among = DraftFile.objects.filter(draft=draft, paper_key=paper_key)
    last = among.aggregate(last=Max("position"))["last"]
    DraftFile.objects.create(
        draft=draft,
        paper_key=paper_key,
        position=0 if last is None else last + 1,
        digest=row.digest,
        name=row.name,
        media_type=str(row.media_type),
        size=row.size,
        source=str(source),
        added_at=at,
    )


def remove_file(*, actor: Actor, at: datetime, token: str, file_id: int) -> int:
    """Take a file out; its bytes stay kept under their digest. The number of the draft.

    Refusals: NotPermitted, NotFound, DraftSentAlready.
    """
    with transaction.atomic():
        draft = lock_draft(actor, token)
        _file_in(draft, file_id).delete()
        touch(draft, at)
    return draft.pk


def move_file(*, actor: Actor, at: datetime, token: str, file_id: int, earlier: bool) -> int:
    """Change places with the file before it, or after it; at the end of the row nothing moves.

    Refusals: NotPermitted, NotFound, DraftSentAlready.
    """
    with transaction.atomic():
        draft = lock_draft(actor, token)
        moved = _file_in(draft, file_id)
        among = list(
            DraftFile.objects.filter(draft=draft, paper_key=moved.paper_key).order_by("position")
        )
        place = next(at for at, file in enumerate(among) if file.pk == moved.pk)
        other = place - 1 if earlier else place + 1
        if 0 <= other < len(among):
            among[place], among[other] = among[other], among[place]
            _renumber(among)
            touch(draft, at)
    return draft.pk


def choose_way(*, actor: Actor, at: datetime, token: str, paper_key: str, way: PaperWay) -> None:
    """How a paper comes: sent, brought to the desk, not needed in this matter. Its files stay.

    Refusals: NotPermitted, NotFound, DraftSentAlready.
    """
    with transaction.atomic():
        draft = lock_draft(actor, token)
        choices = Choices.from_plain(orjson.loads(draft.choices)).with_way(paper_key, way)
        draft.choices = canonical(choices.to_plain())
        touch(draft, at)


def prepare_draft_paper(draft_id: int, paper_key: str, *, at: datetime) -> PreparedState:
    """Straighten, join and look through what a paper has now; asked again it makes nothing new.

    For the worker. What changes meanwhile is asked for anew by whoever changes it.
    """
    files = _files(draft_id, paper_key)
    if not files:
        DraftPaper.objects.filter(draft=draft_id, paper_key=paper_key).delete()
        return PreparedState.WAITING
    wanted = asked_for(files)
    there = DraftPaper.objects.filter(draft=draft_id, paper_key=paper_key).first()
    if there is not None and there.asked_for == wanted and there.state == PreparedState.READY:
        return PreparedState.READY
    seen = _looked_through(files, paper_key, at)
    values = _values(seen) | {"asked_for": wanted, "asked_at": at}
    if Draft.objects.filter(pk=draft_id).exists():
        DraftPaper.objects.update_or_create(draft_id=draft_id, paper_key=paper_key, defaults=values)
    return PreparedState(str(values["state"]))


def _looked_through(
    files: tuple[DraftFileRow, ...], paper_key: str, at: datetime
) -> PaperSeen | None:
    """Pictures together; of other files the first. What fails goes as it is."""
    pictures = tuple(file.digest for file in files if file.media_type.startswith("image/"))
    try:
        return prepare_paper(at=at, digests=pictures or (files[0].digest,), name=f"{paper_key}.pdf")
    except Refusal:
        return None


def _values(seen: PaperSeen | None) -> dict[str, str | int]:
    if seen is None:
        empty = canonical({})
        return {"state": str(PreparedState.UNREADABLE), "digest": "", "size": 0,
                "media_type": "", "seen": empty}  # fmt: skip
    told = {"pages": [page_plain(page) for page in seen.pages], "said": seen.pages_said}
    return {
        "state": str(PreparedState.READY),
        "digest": seen.digest,
        "size": seen.size,
        "media_type": str(seen.media_type),
        "seen": canonical(told),
    }


def _files(draft_id: int, paper_key: str) -> tuple[DraftFileRow, ...]:
    found = DraftFile.objects.filter(draft=draft_id, paper_key=paper_key).order_by("position")
    return tuple(file_row(file) for file in found)


def _file_in(draft: Draft, file_id: int) -> DraftFile:
    found = DraftFile.objects.filter(draft=draft, pk=file_id).first()
    if found is None:
        raise NotFound(kind="draft-file")
    return found


def _renumber(files: list[DraftFile]) -> None:
    """By way of places that nobody has, since a place belongs to one file."""
    beyond = max(file.position for file in files) + 1
    for first in (beyond, 0):
        for place, file in enumerate(files, start=first):
            file.position = place
            file.save(update_fields=["position"])


def _want_sent(draft: Draft, paper_key: str) -> None:
    """Whoever sends a file of a paper wants it sent, whatever he chose before."""
    choices = Choices.from_plain(orjson.loads(draft.choices))
    if choices.ways.get(paper_key) is not PaperWay.SEND:
        draft.choices = canonical(choices.with_way(paper_key, PaperWay.SEND).to_plain())
