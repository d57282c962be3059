"""Is it for me, and what to bring: conditions, ways through, papers."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.portal.finding.my_case import VARIANT, MyCase
from motcua.procedures.queries.details import ProcedureDetail
from motcua.procedures.rules.content import Document
from motcua.procedures.shipped import lookups
from motcua.procedures.wording import document_words


def variant_choices(detail: ProcedureDetail, case: MyCase) -> list[dict[str, Any]]:
    """The ways through the procedure; none when there is only one."""
    if len(detail.variants) < 2:
        return []
    return [
        {
            "value": str(place),
            "label": variant.name or _("Trường hợp chung"),
            "chosen": place == case.variant,
            "query": f"?{VARIANT}={place}",
        }
        for place, variant in enumerate(detail.variants)
    ]


def papers_to_bring(detail: ProcedureDetail, case: MyCase, today: date) -> dict[str, Any]:
    """The papers of the chosen way, those always asked for first; and notes beside them."""
    variant = detail.variants[case.variant]
    told = [_paper(paper, today) for paper in variant.papers]
    return {
        "papers": [paper for paper in told if not paper["optional"]],
        "optional": [paper for paper in told if paper["optional"]],
        "notes": [note.name for note in variant.notes],
    }


def _paper(paper: Document, today: date) -> dict[str, Any]:
    register = lookups().register_of(paper.name, today)
    is_english = (get_language() or "vi").startswith("en")
    found_in = (register.name_en if is_english else register.name_vi) if register else ""
    return {
        "name": paper.name,
        "asked": document_words(paper),
        "optional": paper.is_optional,
        "form": paper.form_name,
        "group": paper.group,
        "details": paper.details,
        "found_in": found_in,
    }
