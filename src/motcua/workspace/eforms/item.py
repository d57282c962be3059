"""One item of the draft: its words, its kind, when it is asked, what must hold of the answer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.eforms.queries.drafts import FormDraft
from motcua.eforms.rules.definition import Form, form_of
from motcua.eforms.rules.editing import EditMisplaced, changed_at, item_at, path_of_place
from motcua.eforms.rules.structure import Node, structure_of
from motcua.kernel.characters import plain_words
from motcua.kernel.verdict import NotFound
from motcua.workspace.eforms.conditions import ConditionEditor
from motcua.workspace.eforms.item_form import FORM, PAGE, ItemForm, sort_of
from motcua.workspace.eforms.publishing import faults_shown
from motcua.workspace.eforms.room import FormView, place_id

Document = dict[str, Any]
CHECKS_MAX = 6


class EditItem(FormView):
    """`?place=`: "" is the form itself. POST: save; what cannot be read is told at its field."""

    permission = Permission.EFORM_CHANGE

    def get(self, request: HttpRequest, procedure_id: int) -> HttpResponse:
        editing = self._editing(procedure_id)
        return self._form(procedure_id, editing, ItemForm(editing.sort, editing.item))

    def post(self, request: HttpRequest, procedure_id: int) -> HttpResponse:
        editing = self._editing(procedure_id)
        form = ItemForm(editing.sort, editing.item, request.POST)
        if request.POST.get("do") == "kind":
            return self._form(procedure_id, editing, form, data=request.POST)
        errors = editing.read(request.POST)
        if not form.is_valid() or errors:
            return self._form(
                procedure_id, editing, form, data=request.POST, errors=errors, status=422
            )
        changes = form.changes() | editing.changes
        definition = changed_at(editing.draft.definition, editing.place, changes)
        if not self.save(procedure_id, definition):
            return self._form(procedure_id, editing, form, data=request.POST, status=422)
        messages.success(request, _("Đã lưu vào bản thảo."))
        return self.away("edit-eform", procedure_id, place_id(editing.place))

    def _editing(self, procedure_id: int) -> Editing:
        try:
            return Editing(self.draft(procedure_id), self.request.GET.get("place", ""))
        except EditMisplaced:
            raise NotFound(kind="form-item") from None

    def _form(
        self,
        procedure_id: int,
        editing: Editing,
        form: ItemForm,
        *,
        data: QueryDict | None = None,
        errors: dict[str, str] | None = None,
        status: int = 200,
    ) -> HttpResponse:
        draft, faults = editing.draft, []
        for one in faults_shown(procedure_id, draft.definition, editing.form):
            faults += [one] if one["place"] == editing.place else []
        context = {
            "procedure": self.label(procedure_id),
            "procedure_id": procedure_id,
            "draft": draft,
            "place": editing.place,
            "sort": editing.sort,
            "item_key": editing.item.get("key", ""),
            "title": editing.title(),
            "form": form,
            "faults": faults,
            **editing.shown(data, errors or {}),
            "problems": [
                {"text": text, "field_id": f"id_{name}-0"} for name, text in (errors or {}).items()
            ],
        }
        return self.page("workspace/eforms/item.html", context, status=status)


class Editing:
    """An item in its place, with the editors of its conditions."""

    def __init__(self, draft: FormDraft, place: str) -> None:
        self.draft = draft
        self.place = place
        self.item: Document = item_at(draft.definition, place)
        self.sort = sort_of(place, self.item)
        self.form: Form = form_of(draft.definition)
        self.changes: dict[str, Any] = {}
        nodes = {node.dotted: node for node in structure_of(self.form).nodes.values()}
        is_item = self.sort not in (FORM, PAGE)
        path = path_of_place(draft.definition, place) if is_item else ""
        self._node: Node | None = nodes.get(path)
        names = {FORM: (), "field": ("shown_if", "required_if")}.get(self.sort, ("shown_if",))
        self._conditions = {name: self._editor(name, self.item.get(name)) for name in names}
        self._checks = self.item.get("checks") or [] if is_item else []
        count = min(CHECKS_MAX, len(self._checks) + 1) if is_item else 0
        self._holds = [
            self._editor(f"check-{at}", self._check(at).get("holds"), is_check=True)
            for at in range(count)
        ]

    def _editor(self, name: str, document: Any, *, is_check: bool = False) -> ConditionEditor:
        return ConditionEditor(self.form, self._node, name, document, is_check=is_check)

    def _check(self, at: int) -> Document:
        found: Document = self._checks[at] if at < len(self._checks) else {}
        return found

    def title(self) -> str:
        words = self.item.get("label") or self.item.get("title") or {}
        return str(words.get("vi") or self.item.get("key") or "")

    def read(self, data: QueryDict) -> dict[str, str]:
        """Take the conditions over into `changes`; sentences of what cannot be read, by name."""
        errors = {}
        for name, editor in self._conditions.items():
            found = editor.read(data)
            self.changes[name] = found.document
            if found.error:
                errors[name] = found.error
        checks = []
        for at, editor in enumerate(self._holds):
            found = editor.read(data)
            say = {one: plain_words(data.get(f"check-{at}-{one}", "")) for one in ("vi", "en")}
            if found.error:
                errors[f"check-{at}"] = found.error
            if found.document is not None:
                checks.append({"holds": found.document, "say": say})
        if self.sort not in (FORM, PAGE):
            self.changes["checks"] = checks[:CHECKS_MAX] + list(self._checks[CHECKS_MAX:])
        return errors

    def shown(self, data: QueryDict | None, errors: dict[str, str]) -> dict[str, Any]:
        conditions = {
            name: editor.shown(data, errors.get(name, ""))
            for name, editor in self._conditions.items()
        }
        checks = []
        for at, editor in enumerate(self._holds):
            say = self._check(at).get("say") or {}
            name = f"check-{at}"
            shown = editor.shown(data, errors.get(name, ""))
            words = {
                one: data.get(f"{name}-{one}", "") if data else say.get(one, "")
                for one in ("vi", "en")
            }
            checks.append({**shown, "say": words})
        return {"conditions": conditions, "checks": checks}
