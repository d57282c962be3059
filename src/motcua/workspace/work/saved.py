"""One's own named lists: keep the present filter, rename, delete."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.commands.saved_views import delete_view, rename_view, save_view
from motcua.dossiers.queries.saved_views import saved_views_of
from motcua.dossiers.refusal_words import sentence
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.workspace.numbers import whole_number
from motcua.workspace.staff import StaffView
from motcua.workspace.work.asking import filter_of, query_of


class SavedViews(StaffView):
    """GET: one's lists. POST `do=save` with `query`, `do=rename`, `do=delete` with `view`."""

    permission = Permission.DOSSIER_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show()

    def post(self, request: HttpRequest) -> HttpResponse:
        do = request.POST.get("do", "")
        try:
            if do == "save":
                return self._save()
            return self._change(do)
        except (NotFound, NotPermitted):
            raise
        except Refusal as refusal:
            return self._show(sentence(refusal), status=422)

    def _save(self) -> HttpResponse:
        """The query is read and written anew: nothing but a filter is kept."""
        asked = QueryDict(self.request.POST.get("query", ""))
        query = query_of(filter_of(asked, self.actor))
        name = self.request.POST.get("name", "")
        save_view(actor=self.actor, name=name, query=query)
        messages.success(self.request, _("Đã lưu danh sách “%(name)s”.") % {"name": name.strip()})
        return redirect(f"{reverse('workspace:work')}?{query}")

    def _change(self, do: str) -> HttpResponse:
        view_id = whole_number(self.request.POST.get("view", "")) or 0
        if do == "delete":
            name = delete_view(actor=self.actor, view_id=view_id)
            messages.success(self.request, _("Đã xóa danh sách “%(name)s”.") % {"name": name})
        else:
            name = self.request.POST.get("name", "")
            rename_view(actor=self.actor, view_id=view_id, name=name)
            messages.success(self.request, _("Đã đổi tên danh sách."))
        return redirect("workspace:saved-views")

    def _show(self, error: str = "", *, status: int = 200) -> HttpResponse:
        sent = self.request.POST
        wrong = whole_number(sent.get("view", ""))
        context = {
            "views": [
                {
                    "id": row.id,
                    "name": sent.get("name", "") if row.id == wrong else row.name,
                    "saved_name": row.name,
                    "url": f"{reverse('workspace:work')}?{row.query}",
                    "error": error if row.id == wrong else "",
                }
                for row in saved_views_of(self.actor)
            ],
            "is_saving": sent.get("do") == "save",
            "query": sent.get("query", ""),
            "name": sent.get("name", ""),
            "error": error,
        }
        return self.page("workspace/work/saved.html", context, status=status)
