"""A form posted from the screen: kept, checked and shown again, or settled.

    turned = turn(form, saved, request.POST, on=today, page_key="child")
    turned.answers      what was typed, with the saved answers of other pages: keep it
    turned.is_settled   nothing to mend and nothing new to ask here: go on
    turned.shown        else draw this

Questions that one's answers have made appear are not told as missing before they were seen.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from motcua.eforms.posted import (
    Sent,
    TurnKind,
    after_turn,
    asked_paths,
    merged_answers,
    posted_answers,
    turn_of,
)
from motcua.eforms.rules.reusing import Reuse, taken_over
from motcua.eforms.rules.shapes import Form
from motcua.eforms.rules.validation import Checked, check, check_page
from motcua.eforms.showing import show, tell_nothing
from motcua.eforms.shown import (
    ShownFault,
    ShownField,
    ShownForm,
    ShownGroup,
    ShownItem,
    ShownRepeat,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """`answers` as typed; `checked` of the page; `appeared`: paths that are asked only now;
    `is_sent` is false when a button only wanted the page drawn again."""

    answers: dict[str, Any]
    checked: Checked
    shown: ShownForm
    appeared: tuple[str, ...]
    is_sent: bool

    @property
    def is_settled(self) -> bool:
        return self.is_sent and self.checked.is_complete and not self.appeared

    @property
    def new_questions(self) -> tuple[ShownFault, ...]:
        """What is asked only now, in the order of the page: what it is called and where it stands. Of a
        group that is new as a whole only the group."""
        items = (item for page in self.shown.pages for item in page.items)
        return tuple(_new_among(items, frozenset(self.appeared)))


def _new_among(items: Iterable[ShownItem], appeared: Collection[str]) -> Iterator[ShownFault]:
    for item in items:
        if item.path in appeared:
            is_read_only = isinstance(item, ShownField) and item.control == "note"
            yield ShownFault(text=item.label, field_id="" if is_read_only else item.focus_id)
        elif isinstance(item, ShownRepeat):
            for row in item.rows:
                yield from _new_among(row.items, appeared)
        elif isinstance(item, ShownGroup):
            yield from _new_among(item.items, appeared)


def turn(
    form: Form,
    saved: Mapping[str, Any],
    data: Sent,
    *,
    on: date,
    page_key: str = "",
    prefilled: Collection[str] = (),
    is_own: bool = False,
    known: Sequence[Mapping[str, Any]] | None = None,
) -> Turned:
    """What a posted page (`page_key`) or a whole form leads to. Raises nothing. `known`: people of
    whom something may be taken over; None offers nothing."""
    asked_for = turn_of(data)
    posted = posted_answers(form, data, page_key=page_key)
    answers = after_turn(form, merged_answers(form, saved, posted, page_key=page_key), asked_for)
    reuse = None if known is None else Reuse(tuple(known))
    if asked_for.kind is TurnKind.USE and known is not None:
        used = taken_over(form, answers, known, asked_for.path, asked_for.source)
        reuse = Reuse(tuple(known), asked_for.path if used is None else "")
        answers = answers if used is None else used
    checked = (
        check_page(form, page_key, answers, on=on) if page_key else check(form, answers, on=on)
    )
    seen, is_sent = asked_paths(data), asked_for.kind is TurnKind.SEND

    def was_seen(path: str) -> bool:
        return seen is None or path in seen

    shown = show(
        form,
        answers,
        on=on,
        page_key=page_key,
        telling=was_seen if is_sent else tell_nothing,
        prefilled=prefilled,
        is_own=is_own,
        reuse=reuse,
    )
    return Turned(
        answers=answers,
        checked=checked,
        shown=shown,
        appeared=tuple(path for path in shown.asked if not was_seen(path)) if is_sent else (),
        is_sent=is_sent,
    )
