"""Tokens by which a program acts in a position somebody holds."""

from __future__ import annotations

import secrets
from datetime import datetime

from motcua.accounts.commands.loading import about, locked_holding
from motcua.accounts.commands.officers import AlreadyEnded, NameMissing
from motcua.accounts.events import TokenIssued, TokenRevoked
from motcua.accounts.models import ApiToken
from motcua.accounts.policies import Permission
from motcua.accounts.rules.tokens import PREFIX, SECRET_BYTES, token_digest, token_end
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound
from motcua.ledger.recording import recording


def issue_token(*, actor: Actor, at: datetime, holding_id: int, name: str, days: int) -> str:
    """Make a token for a position held; its text is returned once and kept nowhere.

    Refusals: NotPermitted, NotFound, NameMissing, TokenLifeWrong.
    """
    text = PREFIX + secrets.token_urlsafe(SECRET_BYTES)
    with recording(actor, at) as record:
        holding = locked_holding(actor, at, holding_id, Permission.TOKEN_ISSUE)
        if not name.strip():
            raise NameMissing(field="name")
        token = ApiToken.objects.create(
            holding=holding,
            name=name.strip(),
            token_digest=token_digest(text),
            created_at=at,
            expires_at=token_end(at, days),
        )
        event = TokenIssued(token_id=token.pk, name=token.name, expires_at=token.expires_at)
        record.append(event, about=about("holding", holding.pk))
    return text


def revoke_token(*, actor: Actor, at: datetime, token_id: int) -> None:
    """Take a token back; it stops at once. Refusals: NotPermitted, NotFound, AlreadyEnded."""
    with recording(actor, at) as record:
        token = ApiToken.objects.select_for_update(no_key=True).filter(pk=token_id).first()
        if token is None:
            raise NotFound(kind="token")
        holding = locked_holding(actor, at, token.holding_id, Permission.TOKEN_ISSUE)
        if token.revoked_at is not None:
            raise AlreadyEnded(field="token")
        ApiToken.objects.filter(pk=token.pk).update(revoked_at=at)
        event = TokenRevoked(token_id=token.pk, name=token.name)
        record.append(event, about=about("holding", holding.pk))
