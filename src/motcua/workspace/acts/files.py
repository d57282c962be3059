"""A file of a dossier, given to who may see the dossier: in the page, or to keep."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.queries.detail import dossier_detail
from motcua.kernel.verdict import NotFound
from motcua.workspace.staff import StaffView
from motcua.workspace.uploads.serving import file_response


class ShowFile(StaffView):
    """By its place in the dossier; `?keep=1` to save it. Our own pages may frame it, no other."""

    permission = Permission.DOSSIER_VIEW

    def get(self, request: HttpRequest, code: str, position: int) -> HttpResponseBase:
        detail = dossier_detail(self.actor, code)
        file = next(
            (
                one
                for one in detail.files
                if one["position"] == position and not one.get("is_removed")
            ),
            None,
        )
        if file is None:
            raise NotFound(kind="file")
        self.note(
            "dossier.read",
            subject_kind="dossier",
            subject_id=detail.id,
            detail={"file": file["name"]},
        )
        response = file_response(
            self, digest=file["digest"], name=file["name"], inline="keep" not in request.GET
        )
        policy = response.headers.get("Content-Security-Policy", "")
        if "frame-ancestors 'none'" in policy:
            response.headers["Content-Security-Policy"] = policy.replace(
                "frame-ancestors 'none'", "frame-ancestors 'self'"
            )
            response.headers["X-Frame-Options"] = "SAMEORIGIN"
        return response
