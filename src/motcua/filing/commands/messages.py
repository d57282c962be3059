"""Messages between a citizen and the office about a dossier: written, and marked as read."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import IntegrityError
from django.db.models import Max

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.policies import find_for, lock_for
from motcua.filing.events import MessageWritten
from motcua.filing.models import Message
from motcua.filing.rules.bounds import MESSAGE_LENGTH_MAX, MESSAGES_A_DAY_MAX
from motcua.filing.rules.refusals import MessageEmpty, MessagesTooMany, MessageTooLong
from motcua.kernel.actor import Actor
from motcua.ledger.queries import subject_of_request
from motcua.ledger.recording import RequestKey, Subject, agency_stream, recording
from motcua.ledger.rules.chain import content_digest

A_DAY = timedelta(days=1)


def write_message(
    *, actor: Actor, at: datetime, code: str, text: str, request: RequestKey | None = None
) -> int:
    """Write to the other side; the number of the message. Whoever writes has read what came before.

    The ledger keeps that it was written and the digest of it. `request` makes it happen once.
    Refusals: NotPermitted, NotFound, MessageEmpty, MessageTooLong, MessagesTooMany.
    """
    may(actor, Permission.MESSAGE_WRITE).demand()
    text = _checked(text)
    try:
        return _earlier(request) or _write(actor, at, code, text, request)
    except IntegrityError:
        made = _earlier(request)
        if made is None:
            raise
        return made


def _write(actor: Actor, at: datetime, code: str, text: str, request: RequestKey | None) -> int:
    from_office = actor.citizen_id is None
    with recording(actor, at, request=request) as record:
        dossier = lock_for(actor, Permission.MESSAGE_WRITE, code)
        among = Message.objects.filter(dossier=dossier.pk)
        today = among.filter(from_office=False, written_at__gt=at - A_DAY)
        if not from_office and today.count() >= MESSAGES_A_DAY_MAX:
            raise MessagesTooMany(field="text", messages_max=MESSAGES_A_DAY_MAX)
        among.filter(from_office=not from_office, seen_at__isnull=True).update(seen_at=at)
        written = Message.objects.create(
            dossier_id=dossier.pk,
            seq=(among.aggregate(last=Max("seq"))["last"] or 0) + 1,
            agency_id=dossier.agency_id,
            from_office=from_office,
            citizen_id=actor.citizen_id,
            holding_id=actor.holding_id,
            author=actor.name if from_office else "",
            text=text,
            written_at=at,
        )
        event = MessageWritten(
            dossier_code=code,
            seq=written.seq,
            from_office=from_office,
            text_digest=content_digest(text),
        )
        record.append(
            event,
            about=Subject("message", written.pk, 1),
            stream=agency_stream(actor.agency_id or dossier.agency_id),
        )
    return written.pk


def mark_seen(*, actor: Actor, at: datetime, code: str) -> int:
    """What the other side wrote about this dossier has been read; how many had not been.

    Refusals: NotPermitted, NotFound.
    """
    may(actor, Permission.MESSAGE_WRITE).demand()
    dossier = find_for(actor, Permission.MESSAGE_WRITE, code)
    theirs = Message.objects.filter(
        dossier=dossier.pk, from_office=actor.citizen_id is not None, seen_at__isnull=True
    )
    return theirs.update(seen_at=at)


def _checked(text: str) -> str:
    """Refusals: MessageEmpty, MessageTooLong."""
    plain = text.replace("\r\n", "\n").replace("\x00", "").strip()
    if not plain:
        raise MessageEmpty(field="text")
    if len(plain) > MESSAGE_LENGTH_MAX:
        raise MessageTooLong(field="text", length_max=MESSAGE_LENGTH_MAX)
    return plain


def _earlier(request: RequestKey | None) -> int | None:
    found = subject_of_request(request.key) if request else None
    return found[0] if found else None
