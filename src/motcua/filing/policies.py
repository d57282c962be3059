"""Who may do what with a draft: the citizen who writes it, and nobody else, the office neither."""

from __future__ import annotations

from motcua.accounts.rules.roles import Permission, may
from motcua.filing.models import Draft
from motcua.filing.rules.refusals import DraftSentAlready
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound, NotPermitted


def demand_writer(actor: Actor) -> int:
    """The citizen who writes. Refusals: NotPermitted."""
    may(actor, Permission.DRAFT_KEEP).demand()
    if actor.citizen_id is None:
        raise NotPermitted(reason="no-citizen")
    return actor.citizen_id


def own_draft(actor: Actor, token: str) -> Draft:
    """A draft of one's own, sent or not. Refusals: NotPermitted, NotFound (also for another's)."""
    found = Draft.objects.filter(token=token, citizen_id=demand_writer(actor))
    draft = found.select_related("dossier").first()
    if draft is None:
        raise NotFound(kind="draft")
    return draft


def lock_draft(actor: Actor, token: str) -> Draft:
    """As `own_draft`, for writing: locked until the transaction ends. Refusals also: DraftSentAlready."""
    mine = Draft.objects.filter(token=token, citizen_id=demand_writer(actor))
    draft = mine.select_for_update(no_key=True, of=("self",)).select_related("dossier").first()
    if draft is None:
        raise NotFound(kind="draft")
    if draft.sent_at is not None:
        assert draft.dossier is not None
        raise DraftSentAlready(code=draft.dossier.code)
    return draft
