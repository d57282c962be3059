"""Uploads of one's own: on their way, or finished and waiting to be attached."""

from __future__ import annotations

from datetime import datetime

from motcua.documents.models import Upload
from motcua.documents.queries.files import rows_with_names
from motcua.documents.vocabulary import StoredFileRow, UploadRow
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound

TOKENS_MAX = 200
Owner = dict[str, int]
"""Whose an upload is, as the column of its table that says so."""


def upload_of(actor: Actor, at: datetime, token: str) -> UploadRow:
    """How far an upload of one's own has come. Refusals: NotFound."""
    owner = owner_of(actor)
    if owner is None:
        raise NotFound(kind="upload")
    return upload_row(own_upload(owner, at, token))


def finished_uploads(
    actor: Actor, at: datetime, tokens: tuple[str, ...]
) -> tuple[StoredFileRow, ...]:
    """The files that these tokens stand for, in their order; a token that is not one's own, not
    finished or expired is left out. Two queries at most."""
    wanted = tuple(dict.fromkeys(tokens))[:TOKENS_MAX]
    owner = owner_of(actor)
    if owner is None or not wanted:
        return ()
    mine = Upload.objects.filter(token__in=wanted, **owner, expires_at__gt=at, file__isnull=False)
    found = {row.token: row for row in mine.select_related("file")}
    mine_in_order = [found[token] for token in wanted if token in found]
    return rows_with_names([(row.file, row.name, row.token) for row in mine_in_order if row.file])


def owner_of(actor: Actor) -> Owner | None:
    """Whose the uploads of this actor are: his position's, or the citizen's; None: he may have none."""
    if actor.holding_id is not None:
        return {"holding_id": actor.holding_id}
    return {"citizen_id": actor.citizen_id} if actor.citizen_id is not None else None


def own_upload(owner: Owner, at: datetime, token: str) -> Upload:
    """For the commands: the row itself. Refusals: NotFound, also for what is somebody else's."""
    mine = Upload.objects.filter(token=token, **owner, expires_at__gt=at)
    row = mine.select_related("file").first()
    if row is None:
        raise NotFound(kind="upload")
    return row


def upload_row(row: Upload) -> UploadRow:
    return UploadRow(
        token=row.token,
        name=row.name,
        size=row.size,
        received=row.received,
        created_at=row.created_at,
        expires_at=row.expires_at,
        digest=row.file.digest if row.file else "",
    )
