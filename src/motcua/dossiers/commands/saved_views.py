"""Lists that an officer has named for himself. Not legal facts: nobody else sees them."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.db.models import Max

from motcua.dossiers.models import SavedView
from motcua.kernel.actor import Actor
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted

NAME_MAX = 60
QUERY_MAX = 1000
VIEWS_MAX = 20


class ViewNameMissing(Refusal):
    """A saved list has a name."""

    code = "view-name-missing"


class ViewNameTooLong(Refusal):
    code = "view-name-too-long"


class ViewNameTaken(Refusal):
    """Two lists of one person do not share a name."""

    code = "view-name-taken"


class TooManyViews(Refusal):
    code = "too-many-views"


def save_view(*, actor: Actor, name: str, query: str) -> int:
    """Keep the filter of a list, an address query, under a name; the id. Refusals: NotPermitted,
    ViewNameMissing, ViewNameTooLong, ViewNameTaken, TooManyViews."""
    mine = SavedView.objects.filter(user_id=_user(actor))
    if mine.count() >= VIEWS_MAX:
        raise TooManyViews(field="name", count_max=VIEWS_MAX)
    last = mine.aggregate(last=Max("position"))["last"] or 0
    view = SavedView(
        user_id=_user(actor), name=_name(name), query=query[:QUERY_MAX], position=last + 1
    )
    return _kept(view)


def rename_view(*, actor: Actor, view_id: int, name: str) -> int:
    """Refusals: as `save_view`, and NotFound for one that is not the actor's own."""
    view = _own(actor, view_id)
    view.name = _name(name)
    return _kept(view)


def delete_view(*, actor: Actor, view_id: int) -> str:
    """Forget it; its name. Refusals: NotFound."""
    view = _own(actor, view_id)
    view.delete()
    return view.name


def _user(actor: Actor) -> int:
    if actor.user_id is None:
        raise NotPermitted
    return actor.user_id


def _own(actor: Actor, view_id: int) -> SavedView:
    view = SavedView.objects.filter(pk=view_id, user_id=_user(actor)).first()
    if view is None:
        raise NotFound(kind="saved-view")
    return view


def _name(typed: str) -> str:
    name = " ".join(typed.split())
    if not name:
        raise ViewNameMissing(field="name")
    if len(name) > NAME_MAX:
        raise ViewNameTooLong(field="name", length_max=NAME_MAX)
    return name


def _kept(view: SavedView) -> int:
    try:
        with transaction.atomic():
            view.save()
    except IntegrityError:
        raise ViewNameTaken(field="name") from None
    return view.pk
