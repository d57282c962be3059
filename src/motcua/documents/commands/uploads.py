"""Taking a file in: piece by piece over a line that may drop, or all at once.

An upload is a draft of the one who sends it: no fact is written, nobody else sees it, and it is
forgotten when it expires. What is kept becomes part of a dossier only by the act that attaches it.

The pieces wait in a file of their own. Its writers take turns by a lock of the file system, so
that no lock of the database is held while bytes are written; the row says how many of them count,
and what a crash has left beyond that is cut off by the next piece.
"""

from __future__ import annotations

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.db.models import F, Sum

from motcua.accounts.rules.roles import Permission, may
from motcua.documents.commands.keeping import keep_content, row_of
from motcua.documents.models import StoredFile, Upload
from motcua.documents.queries.uploads import Owner, own_upload, owner_of, upload_row
from motcua.documents.rules import chunks
from motcua.documents.rules.naming import clean_name
from motcua.documents.rules.refusals import ChunkOutOfPlace
from motcua.documents.storage import PARTIAL, Readable, copy_synced, files_root, partial_path
from motcua.documents.vocabulary import StoredFileRow, UploadRow
from motcua.kernel.actor import Actor
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotPermitted

TOKEN_BYTES = 24
SWEPT_AT_ONCE_MAX = 1000


def begin_upload(*, actor: Actor, at: datetime, name: str, size: int) -> UploadRow:
    """Announce a file that will come in pieces.

    Refusals: NotPermitted, FileEmpty, FileTooLarge, UploadsTooMany.
    """
    owner = _owner_of(actor)
    chunks.check_size(size, settings.FILE_BYTES_MAX)
    on_the_way = Upload.objects.filter(**owner, expires_at__gt=at, file=None)
    waiting = on_the_way.aggregate(waiting=Sum(F("size")))["waiting"] or 0
    chunks.check_waiting(waiting, size, settings.FILE_BYTES_MAX)
    return upload_row(_new_upload(owner, at, name, size))


def append_chunk(*, actor: Actor, at: datetime, token: str, offset: int, data: bytes) -> UploadRow:
    """Add the piece that begins at `offset`; how much is here now.

    Refusals: NotPermitted, NotFound, ChunkOutOfPlace and ChunkTooLarge (both say where to go on).
    """
    owner = _owner_of(actor)
    own_upload(owner, at, token)
    with _in_turn(token) as part:
        upload = _settled(own_upload(owner, at, token), part)
        received = upload.received
        chunks.check_chunk(offset=offset, length=len(data), received=received, size=upload.size)
        if data:
            _write(part, received, data)
            moved = Upload.objects.filter(pk=upload.pk, received=received, file=None)
            if not moved.update(received=received + len(data)):
                raise ChunkOutOfPlace(received=own_upload(owner, at, token).received)
            upload.received = received + len(data)
    return upload_row(upload)


def finish_upload(*, actor: Actor, at: datetime, token: str) -> StoredFileRow:
    """Keep what has come, if it may be kept; asked again it answers the same.

    What is refused for its content is forgotten: its sender begins anew with another file.
    Refusals: NotPermitted, NotFound, UploadIncomplete, and all about a content (`rules.refusals`).
    """
    owner = _owner_of(actor)
    own_upload(owner, at, token)
    with _in_turn(token) as part:
        upload = _settled(own_upload(owner, at, token), part)
        if upload.file is not None:
            _part_of(token).unlink(missing_ok=True)
            return row_of(upload.file, name=upload.name, token=token)
        chunks.check_whole(received=upload.received, size=upload.size)
        part.truncate(upload.size)
        part.seek(0)
        try:
            stored, name = _kept(part, upload.name, at)
        except Refusal:
            _forget(upload)
            raise
        Upload.objects.filter(pk=upload.pk).update(file=stored, name=name)
        _part_of(token).unlink(missing_ok=True)
    return row_of(stored, name=name, token=token)


def store_file(*, actor: Actor, at: datetime, stream: Readable, name: str) -> StoredFileRow:
    """Keep a file that is here already: a form posted without JavaScript, an API call.

    Its token lets the sender attach it later, as after an upload in pieces.
    Refusals: NotPermitted, FileEmpty, FileTooLarge, and all about a content (`rules.refusals`).
    """
    owner = _owner_of(actor)
    stored, name = _kept(stream, clean_name(name), at)
    upload = _new_upload(owner, at, name, stored.size, received=stored.size, file=stored)
    return row_of(stored, name=name, token=upload.token)


def keep_file(*, at: datetime, stream: Readable, name: str) -> StoredFileRow:
    """Keep a file for an app that has decided by its own rules that its sender may attach it: somebody
    without an account has no drafts, so there is no token. Refusals: as `store_file`."""
    stored, kept_name = _kept(stream, clean_name(name), at)
    return row_of(stored, name=kept_name, token="")


def cancel_upload(*, actor: Actor, at: datetime, token: str) -> None:
    """Forget an upload of one's own; asked again it does nothing. Refusals: NotPermitted, NotFound."""
    owner = _owner_of(actor)
    _forget(own_upload(owner, at, token))


def sweep_uploads(*, at: datetime) -> int:
    """Forget what has expired, rows and pieces, and pieces of no upload; how many rows. What was kept stays."""
    expired = Upload.objects.filter(expires_at__lte=at).order_by("expires_at")
    swept = list(expired[:SWEPT_AT_ONCE_MAX])
    for upload in swept:
        _forget(upload)
    long_ago = (at - 2 * chunks.LIFE).timestamp()
    parts, half_kept = Path(settings.UPLOAD_PARTS).glob("*"), files_root().glob(f"*{PARTIAL}")
    for left in chain(parts, half_kept):
        if left.stat().st_mtime < long_ago:
            left.unlink(missing_ok=True)
    return len(swept)


def _kept(stream: Readable, name: str, at: datetime) -> tuple[StoredFile, str]:
    """Copy to the folder of files, then keep. What waits elsewhere is untouched until it is kept."""
    copy = partial_path()
    try:
        size = copy_synced(stream, copy, settings.FILE_BYTES_MAX)
        chunks.check_size(size, settings.FILE_BYTES_MAX)
        return keep_content(copy, name, at)
    finally:
        copy.unlink(missing_ok=True)


def _settled(upload: Upload, part: BinaryIO) -> Upload:
    """Where the disk holds less than the row says (it was lost), the sender goes on from what is there."""
    there = os.fstat(part.fileno()).st_size
    if upload.file is None and there < upload.received:
        Upload.objects.filter(pk=upload.pk).update(received=there)
        upload.received = there
    return upload


def _owner_of(actor: Actor) -> Owner:
    """Refusals: NotPermitted, for whoever may not attach or stands nowhere."""
    by_web = actor.citizen_id is not None
    may(actor, Permission.DRAFT_KEEP if by_web else Permission.DOSSIER_ATTACH).demand()
    owner = owner_of(actor)
    if owner is None:
        raise NotPermitted(reason="no-owner")
    return owner


def _new_upload(owner: Owner, at: datetime, name: str, size: int, **more: object) -> Upload:
    return Upload.objects.create(
        token=secrets.token_hex(TOKEN_BYTES),
        name=clean_name(name),
        size=size,
        created_at=at,
        expires_at=chunks.upload_end(at),
        **owner,
        **more,
    )


def _part_of(token: str) -> Path:
    """Where the pieces wait. The token has been found in the table, so it is one of ours: a name."""
    return Path(settings.UPLOAD_PARTS) / token


@contextmanager
def _in_turn(token: str) -> Iterator[BinaryIO]:
    """The file of pieces, while no other process writes or finishes it."""
    path = _part_of(token)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as part:
        fcntl.flock(part, fcntl.LOCK_EX)
        yield part


def _write(part: BinaryIO, received: int, data: bytes) -> None:
    part.truncate(received)
    part.seek(received)
    part.write(data)
    part.flush()
    os.fsync(part.fileno())


def _forget(upload: Upload) -> None:
    Upload.objects.filter(pk=upload.pk).delete()
    _part_of(upload.token).unlink(missing_ok=True)
