"""Who may do what with a draft: the citizen who writes it, and of one for an organization whoever acts for
it now. Nobody else, the office neither."""

from __future__ import annotations

from django.db.models import Q

from motcua.accounts.rules.roles import Permission, may
from motcua.filing.models import Draft
from motcua.filing.rules.refusals import DraftSentAlready
from motcua.filing.vocabulary import DraftKind
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound, NotPermitted


def demand_writer(actor: Actor) -> int:
    """The citizen who writes. Refusals: NotPermitted."""
    may(actor, Permission.DRAFT_KEEP).demand()
    if actor.citizen_id is None:
        raise NotPermitted(reason="no-citizen")
    return actor.citizen_id


def writable(actor: Actor) -> Q:
    """Drafts of one's own, and those begun for the organization acted for. A reply to the office is its
    writer's alone. Refusals: NotPermitted."""
    mine = Q(citizen_id=demand_writer(actor))
    if actor.organization_id is None:
        return mine
    return mine | Q(organization_id=actor.organization_id, kind=str(DraftKind.NEW))


def own_draft(actor: Actor, token: str) -> Draft:
    """A draft that one may write in, sent or not. Refusals: NotPermitted, NotFound (also for
    another's)."""
    found = Draft.objects.filter(writable(actor), token=token)
    draft = found.select_related("dossier").first()
    if draft is None:
        raise NotFound(kind="draft")
    return draft


def lock_draft(actor: Actor, token: str) -> Draft:
    """As `own_draft`, for writing: locked until the transaction ends. Refusals also: DraftSentAlready."""
    mine = Draft.objects.filter(writable(actor), token=token)
    draft = mine.select_for_update(no_key=True, of=("self",)).select_related("dossier").first()
    if draft is None:
        raise NotFound(kind="draft")
    if draft.sent_at is not None:
        assert draft.dossier is not None
        raise DraftSentAlready(code=draft.dossier.code)
    return draft
