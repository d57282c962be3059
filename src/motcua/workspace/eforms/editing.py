"""The draft as an outline: pages and questions in their order, added, moved and taken away by buttons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.eforms.condition_words import condition_words
from motcua.eforms.differences import GROUP_KIND, REPEAT_KIND
from motcua.eforms.rules.definition import Form, form_of
from motcua.eforms.rules.editing import (
    GROUP,
    REPEAT,
    EditMisplaced,
    item_at,
    moved,
    path_of_place,
    removed,
    with_item,
    with_page,
)
from motcua.eforms.rules.shapes import Field
from motcua.eforms.rules.structure import structure_of
from motcua.eforms.wording import KINDS
from motcua.kernel.characters import plain_words
from motcua.kernel.refusal import Refusal
from motcua.workspace.eforms.publishing import faults_shown
from motcua.workspace.eforms.room import FormView, address, place_id

Document = dict[str, Any]
LABEL_LENGTH_MAX = 300
ALL_KINDS: dict[str, Any] = {
    **{str(kind): words for kind, words in KINDS.items()},
    GROUP: GROUP_KIND,
    REPEAT: REPEAT_KIND,
}


class EditForm(FormView):
    """GET: the outline. POST `op`: up, down, remove, add or page, with the place after a colon."""

    permission = Permission.EFORM_CHANGE

    def get(self, request: HttpRequest, procedure_id: int) -> HttpResponse:
        draft = self.draft(procedure_id)
        form = form_of(draft.definition)
        faults = faults_shown(procedure_id, draft.definition, form)
        outline = _Outline(procedure_id, draft.definition, form, faults)
        context = {
            "procedure": self.label(procedure_id),
            "procedure_id": procedure_id,
            "draft": draft,
            "faults": faults,
            "pages": outline.pages(),
            "kinds": [{"value": key, "label": str(words)} for key, words in ALL_KINDS.items()],
        }
        return self.page("workspace/eforms/edit.html", context)

    def post(self, request: HttpRequest, procedure_id: int) -> HttpResponse:
        draft = self.draft(procedure_id)
        op, _colon, place = request.POST.get("op", "").partition(":")
        try:
            definition, where = self._changed(draft.definition, op, place)
        except EditMisplaced as refusal:
            self.tell(refusal)
            return self.away("edit-eform", procedure_id)
        if not self.save(procedure_id, definition):
            return self.away("edit-eform", procedure_id)
        if op in ("add", "page"):
            return self._away_to_item(procedure_id, where)
        return self.away("edit-eform", procedure_id, place_id(where))

    def _away_to_item(self, procedure_id: int, place: str) -> HttpResponse:
        response = self.away("edit-eform-item", procedure_id)
        response["Location"] = address("edit-eform-item", procedure_id, place=place)
        return response

    def _changed(self, document: Document, op: str, place: str) -> tuple[Document, str]:
        label = plain_words(self.request.POST.get("label", ""))[:LABEL_LENGTH_MAX]
        if op == "page":
            return with_page(document, label or _("Trang mới"))
        if op == "add":
            kind = self.request.POST.get("kind", "")
            return with_item(document, place, kind, label or _("Câu hỏi mới"))
        if op in ("up", "down"):
            by = -1 if op == "up" else 1
            return moved(document, place, by), _neighbor(document, place, by)
        if op == "remove":
            return removed(document, place), place.rpartition(".fields.")[0]
        raise EditMisplaced()


def _neighbor(document: Document, place: str, by: int) -> str:
    """Where the item stands after it was moved."""
    above, _dot, last = place.rpartition(".")
    to = f"{above}.{int(last) + by}"
    try:
        item_at(document, to)
    except Refusal:
        return place
    return to


class _Outline:
    """The document as plain rows for the template; conditions in words."""

    def __init__(
        self, procedure_id: int, document: Document, form: Form, faults: list[dict[str, str]]
    ) -> None:
        self._procedure_id = procedure_id
        self._document = document
        self._form = form
        self._nodes = {node.dotted: node for node in structure_of(form).nodes.values()}
        self._faults: dict[str, list[str]] = {}
        for one in faults:
            self._faults.setdefault(one["place"], []).append(one["text"])
        self._language = get_language() or "vi"

    def pages(self) -> list[dict[str, Any]]:
        pages = self._document.get("pages", [])
        return [self._page(page, f"pages.{at}", at, len(pages)) for at, page in enumerate(pages)]

    def _page(self, page: Document, place: str, at: int, count: int) -> dict[str, Any]:
        shown_if = self._form.pages[at].shown_if
        return {
            **self._row(page, place, at, count, self._said(page.get("title"))),
            "condition": condition_words(self._form, shown_if, None) if shown_if else "",
            "items": self._items(page, place),
        }

    def _items(self, holder: Document, place: str) -> list[dict[str, Any]]:
        fields = holder.get("fields") or []
        return [
            self._item(item, f"{place}.fields.{at}", at, len(fields))
            for at, item in enumerate(fields)
        ]

    def _item(self, item: Document, place: str, at: int, count: int) -> dict[str, Any]:
        node = self._nodes.get(path_of_place(self._document, place))
        shown_if = node.item.shown_if if node else None
        asked = node.item if node and isinstance(node.item, Field) else None
        kind = str(item.get("kind"))
        return {
            **self._row(item, place, at, count, self._said(item.get("label"))),
            "kind": str(ALL_KINDS.get(kind, kind)),
            "is_required": bool(asked and asked.is_required),
            "condition": condition_words(self._form, shown_if, node) if shown_if else "",
            "choices": ", ".join(one.label.said(self._language) for one in asked.choices)
            if asked
            else "",
            "may_hold": kind in (GROUP, REPEAT),
            "items": self._items(item, place) if kind in (GROUP, REPEAT) else [],
        }

    def _row(self, item: Document, place: str, at: int, count: int, label: str) -> dict[str, Any]:
        return {
            "place": place,
            "id": place_id(place),
            "label": label or str(item.get("key", "")),
            "url": address("edit-eform-item", self._procedure_id, place=place),
            "may_rise": at > 0,
            "may_sink": at < count - 1,
            "faults": self._faults.get(place, []),
        }

    def _said(self, text: Any) -> str:
        words = text if isinstance(text, Mapping) else {}
        own = words.get("en" if self._language.startswith("en") else "vi")
        return str(own or words.get("vi") or "")
