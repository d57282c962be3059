"""Lists that somebody has named: his own only, each name once, not without end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from motcua.dossiers.commands import saved_views
from motcua.dossiers.commands.saved_views import (
    TooManyViews,
    ViewNameMissing,
    ViewNameTaken,
    ViewNameTooLong,
    delete_view,
    rename_view,
    save_view,
)
from motcua.dossiers.queries.saved_views import saved_views_of
from motcua.kernel.actor import Actor, Door
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted

pytestmark = pytest.mark.django_db
ONE = Actor(door=Door.PAGE, user_id=11)
OTHER = Actor(door=Door.PAGE, user_id=12)


def names(actor: Actor) -> list[str]:
    return [row.name for row in saved_views_of(actor)]


def test_a_list_is_kept_in_the_order_of_saving_and_for_oneself() -> None:
    save_view(actor=ONE, name="  Đất   đai ", query="sector=DD")
    save_view(actor=ONE, name="Anh Ba", query="q=ba")
    save_view(actor=OTHER, name="Đất đai", query="")
    assert names(ONE) == ["Đất đai", "Anh Ba"]
    assert [row.query for row in saved_views_of(ONE)] == ["sector=DD", "q=ba"]
    assert names(OTHER) == ["Đất đai"]


@pytest.mark.parametrize(
    ("name", "refusal"),
    [("", ViewNameMissing), (" \n", ViewNameMissing), ("a" * 61, ViewNameTooLong),
     ("Đất đai", ViewNameTaken)],
)  # fmt: skip
@pytest.mark.parametrize("renames", [True, False])
def test_a_name_that_does_not_do_is_refused(
    name: str, refusal: type[Refusal], renames: bool
) -> None:
    save_view(actor=ONE, name="Đất đai", query="")
    second = save_view(actor=ONE, name="Khác", query="")
    acts: dict[bool, Callable[[], object]] = {
        True: lambda: rename_view(actor=ONE, view_id=second, name=name),
        False: lambda: save_view(actor=ONE, name=name, query=""),
    }
    with pytest.raises(refusal):
        acts[renames]()
    assert names(ONE) == ["Đất đai", "Khác"]


def test_a_list_may_be_renamed_and_forgotten_by_its_owner_only() -> None:
    view_id = save_view(actor=ONE, name="Đất đai", query="")
    for act in (
        lambda: rename_view(actor=OTHER, view_id=view_id, name="x"),
        lambda: delete_view(actor=OTHER, view_id=view_id),
    ):
        with pytest.raises(NotFound):
            act()
    rename_view(actor=ONE, view_id=view_id, name="Nhà đất")
    assert names(ONE) == ["Nhà đất"]
    assert delete_view(actor=ONE, view_id=view_id) == "Nhà đất"
    assert names(ONE) == []


def test_lists_are_not_saved_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved_views, "VIEWS_MAX", 2)
    save_view(actor=ONE, name="1", query="")
    save_view(actor=ONE, name="2", query="")
    with pytest.raises(TooManyViews):
        save_view(actor=ONE, name="3", query="")


def test_nobody_in_particular_saves_nothing() -> None:
    with pytest.raises(NotPermitted):
        save_view(actor=Actor(door=Door.PAGE), name="1", query="")
