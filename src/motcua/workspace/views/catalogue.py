"""The catalogue of procedures: suggestions for the reception page, search, and one version."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.preparation import Ground, ground_for
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.procedures.queries.catalogue import (
    CatalogueFilter,
    CatalogueRow,
    catalogue_rows,
    search,
    version_row,
)
from motcua.procedures.queries.details import procedure_detail
from motcua.procedures.queries.versions import sectors, versions_of
from motcua.procedures.vocabulary import Level
from motcua.workspace.numbers import whole_number
from motcua.workspace.search import level_of
from motcua.workspace.showing_catalogue import (
    fact_rows,
    fee_shown,
    level_choices,
    limit_shown,
    missing_words,
    sector_choices,
    shown,
    suggestion,
    variant_shown,
    version_rows,
)
from motcua.workspace.staff import StaffView

QUERY_LENGTH_MAX = 200
SUGGESTIONS_MAX = 8
FOUND_MAX = 50
PAGE_ROWS = 50


def typed(request: HttpRequest) -> str:
    """The words of the search field, cut to a sane length."""
    return request.GET.get("q", "").strip()[:QUERY_LENGTH_MAX]


class SuggestProcedures(StaffView):
    """`?q=`: the best matches that the own agency may receive, as a fragment of choices."""

    permission = Permission.PROCEDURE_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        day, level = local_day(self.at), level_of(self.actor, self.at)
        found = search(typed(request), day=day, level=level, limit=SUGGESTIONS_MAX)
        context = {"options": [suggestion(hit) for hit in found]}
        return render(request, "workspace/procedures/suggestions.html", context)


class FindProcedures(StaffView):
    """Search by `?q=`, or browse a `sector`, a `level` (the own one unless said otherwise)."""

    permission = Permission.PROCEDURE_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        text = typed(request)
        known = sectors()
        sector = request.GET.get("sector", "")
        sector = sector if sector in {row.code for row in known} else ""
        level = self._level(request.GET.get("level", ""))
        wanted = CatalogueFilter(day=local_day(self.at), sector_code=sector, level=level)
        context = {
            "q": text,
            "sector": sector,
            "level": str(level or "ALL"),
            "sectors": sector_choices(known, sector),
            "levels": level_choices(level),
            "may_import": bool(may(self.actor, Permission.PROCEDURE_IMPORT)),
            **(self._found(text, wanted) if text else self._listed(wanted)),
        }
        return self.page("workspace/procedures/find.html", context)

    def _level(self, asked: str) -> Level | None:
        if asked == "ALL":
            return None
        return Level(asked) if asked in Level.__members__ else level_of(self.actor, self.at)

    def _found(self, text: str, wanted: CatalogueFilter) -> dict[str, Any]:
        hits = search(
            text,
            day=wanted.day,
            level=wanted.level,
            sector_code=wanted.sector_code,
            limit=FOUND_MAX,
        )
        rows = [shown(hit.row, hit) for hit in hits]
        return {"rows": rows, "total": len(rows), "next_cursor": None, "is_first": True}

    def _listed(self, wanted: CatalogueFilter) -> dict[str, Any]:
        cursor = self.request.GET.get("cursor", "")
        last_id = whole_number(cursor)
        last = version_row(last_id) if last_id is not None else None
        after = (last.name_key, last.version_id) if last else None
        page = catalogue_rows(wanted, after=after, limit=PAGE_ROWS)
        return {
            "rows": [shown(row) for row in page.rows],
            "total": page.total,
            "next_cursor": page.next_after[1] if page.next_after else None,
            "is_first": after is None,
        }


class ShowProcedure(StaffView):
    """One version of a procedure, with the ways to compare it with the others of its code."""

    permission = Permission.PROCEDURE_VIEW

    def get(self, request: HttpRequest, version_id: int) -> HttpResponse:
        row = version_row(version_id)
        if row is None:
            raise NotFound(kind="procedure-version")
        detail = procedure_detail(version_id)
        ground = self._ground(row)
        context = {
            "procedure": detail,
            "row": row,
            "in_force": row.holds_on(local_day(self.at)),
            "facts": fact_rows(detail),
            "missing": missing_words(detail.missing),
            "variants": [variant_shown(variant) for variant in detail.variants],
            "limits": [limit_shown(limit, detail, ground, self.at) for limit in detail.limits],
            "fees": [fee_shown(fee, detail) for fee in detail.fees],
            "may_receive": self._may_receive(row),
            "versions": version_rows(versions_of(detail.code), detail.version_id),
            "may_import": bool(may(self.actor, Permission.PROCEDURE_IMPORT)),
        }
        return self.page("workspace/procedures/show.html", context)

    def _ground(self, row: CatalogueRow) -> Ground | None:
        """What a reception at this moment would stand on; None when it could not take place."""
        day = local_day(self.at)
        if self.actor.agency_id is None or not row.holds_on(day):
            return None
        try:
            return ground_for(
                agency_id=self.actor.agency_id, procedure_version_id=row.version_id, day=day
            )
        except Refusal:
            return None

    def _may_receive(self, row: CatalogueRow) -> bool:
        level = level_of(self.actor, self.at)
        return bool(
            may(self.actor, Permission.DOSSIER_RECEIVE)
            and row.holds_on(local_day(self.at))
            and (level is None or level in row.levels)
        )
