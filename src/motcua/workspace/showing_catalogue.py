"""Procedures as their pages show them: facts, papers, limits with today's date, fees, versions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.dossiers.preparation import Ground
from motcua.dossiers.refusal_words import sentence
from motcua.dossiers.vocabulary import Limit as CountedLimit
from motcua.kernel.dates_vi import short_moment
from motcua.kernel.refusal import Refusal
from motcua.procedures.queries.catalogue import CatalogueRow, FoundRow
from motcua.procedures.queries.details import ProcedureDetail
from motcua.procedures.queries.versions import SectorRow, VersionRow
from motcua.procedures.rules.content import Document, Fee, Limit, Variant
from motcua.procedures.vocabulary import Level, OnlineLevel
from motcua.procedures.wording import (
    CHANNELS,
    LEVELS,
    MISSING,
    ONLINE_LEVELS,
    SCOPES,
    copies_words,
    limit_words,
    why_words,
)
from motcua.procedures.wording_differences import PAUSE_POLICIES
from motcua.procedures.wording_fees import fee_amount, fee_name, fee_terms
from motcua.workspace.showing_dossier import trace_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownProcedure:
    """One procedure in a list; `why` says why a search found it."""

    url: str
    code: str
    name: str
    sector: str
    levels: str
    online: str
    why: str
    missing: str


def suggestion(found: FoundRow) -> dict[str, Any]:
    """One choice under a search field: the note says the code and why it matched."""
    row = found.row
    parts = [row.code, *(row.place and [row.place]), *map(why_words, found.why)]
    return {"value": row.version_id, "label": row.name, "note": " · ".join(parts)}


def shown(row: CatalogueRow, found: FoundRow | None = None) -> ShownProcedure:
    return ShownProcedure(
        url=reverse("workspace:procedure", args=[row.version_id]),
        code=row.code,
        name=row.name,
        sector=row.sector_name,
        levels=", ".join(str(LEVELS[level]) for level in Level if level in row.levels),
        online=_online(row.online_level),
        why="; ".join(map(why_words, found.why)) if found else "",
        missing=missing_words(row.missing),
    )


def _online(level: OnlineLevel) -> str:
    return "" if level is OnlineLevel.UNSTATED else str(ONLINE_LEVELS[level])


def missing_words(names: tuple[str, ...]) -> str:
    """What the source does not give: `Thời hạn giải quyết, phí, lệ phí`."""
    return ", ".join(str(MISSING.get(name, name)) for name in names)


def sector_choices(sectors: list[SectorRow], chosen: str) -> list[dict[str, Any]]:
    every = [{"value": "", "label": _("Mọi lĩnh vực"), "chosen": not chosen}]
    return every + [
        {"value": row.code, "label": row.name, "chosen": row.code == chosen} for row in sectors
    ]


def level_choices(chosen: Level | None) -> list[dict[str, Any]]:
    every = [{"value": "ALL", "label": _("Mọi cấp"), "chosen": chosen is None}]
    return every + [
        {"value": str(level), "label": str(words), "chosen": level is chosen}
        for level, words in LEVELS.items()
    ]


def fact_rows(detail: ProcedureDetail) -> list[dict[str, Any]]:
    """The facts of a version as pairs; what the source leaves out is left out."""
    pairs = [
        (_("Mã thủ tục"), detail.code, str(SCOPES[detail.scope])),
        (_("Lĩnh vực"), detail.field_name or detail.sector_name, ""),
        (_("Cấp thực hiện"), ", ".join(str(LEVELS[level]) for level in detail.levels), ""),
        (_("Cơ quan thực hiện"), detail.implementing_body, ""),
        (_("Cơ quan có thẩm quyền"), detail.competent_body, ""),
        (_("Cơ quan phối hợp"), detail.cooperating_bodies, ""),
        (_("Cách thức nộp"), ", ".join(str(CHANNELS[one]) for one in detail.channels), ""),
        (_("Mức độ trực tuyến"), str(ONLINE_LEVELS[detail.online_level]), ""),
        (_("Đối tượng thực hiện"), ", ".join(detail.applicant_kinds), ""),
        (_("Yêu cầu, điều kiện"), detail.requirements, ""),
        (_("Khi chờ bổ sung"), str(PAUSE_POLICIES[detail.supplement_policy]), ""),
        (_("Quyết định công bố"), detail.decision_number, ""),
        (_("Nguồn"), detail.source, detail.source_place),
    ]
    return [{"label": label, "value": value, "note": note} for label, value, note in pairs if value]


def variant_shown(variant: Variant) -> dict[str, Any]:
    return {
        "id": variant.id,
        "name": variant.name or _("Trường hợp chung"),
        "papers": [_paper(paper) for paper in variant.papers],
        "notes": [note.name for note in variant.notes],
    }


def _paper(paper: Document) -> dict[str, str]:
    return {
        "name": paper.name,
        "details": paper.details,
        "asked": _asked(paper),
        "group": paper.group,
        "form": paper.form_name,
        "optional": _("nếu có") if paper.is_optional else "",
    }


def _asked(paper: Document) -> str:
    """`1 bản chính, 2 bản sao, chỉ xuất trình`; nothing where the source states no number."""
    shown = [_("chỉ xuất trình")] if paper.present_only else []
    return ", ".join(copies_words(paper.originals, paper.copies) + shown)


def limit_shown(
    limit: Limit, detail: ProcedureDetail, ground: Ground | None, at: datetime
) -> dict[str, Any]:
    """One limit and, on this ground, the date it gives if received at this moment, with reasons."""
    for_whom = [str(CHANNELS[limit.channel])] if limit.channel else []
    if limit.variant is not None and len(detail.variants) > 1:
        for_whom.append(detail.variants[limit.variant].name or _("Trường hợp chung"))
    return {
        "for": " · ".join(for_whom),
        "words": limit_words(limit),
        "said": limit.text if limit.is_counted else "",
        "stages": [
            f"{stage.who}: {limit_words(Limit(unit=stage.unit, value=stage.value))}"
            for stage in limit.stages
        ],
        **_promise(limit, ground, at),
    }


def _promise(limit: Limit, ground: Ground | None, at: datetime) -> dict[str, Any]:
    if ground is None or limit.unit is None:
        return {"due": "", "trace": [], "trouble": ""}
    counted = CountedLimit(unit=limit.unit, value=limit.value or Decimal(0))
    try:
        promise = ground.promise(ground.clock(counted, at))
    except Refusal as refusal:
        return {"due": "", "trace": [], "trouble": sentence(refusal)}
    due = short_moment(promise.due_at) if promise.due_at else ""
    return {"due": due, "trace": trace_lines(promise.trace), "trouble": ""}


def fee_shown(fee: Fee, detail: ProcedureDetail) -> dict[str, Any]:
    """One fee: what it is for, how much, for whom less."""
    about = [fee.case_text, str(CHANNELS[fee.channel]) if fee.channel else ""]
    if fee.variant is not None and len(detail.variants) > 1:
        about.append(detail.variants[fee.variant].name or _("Trường hợp chung"))
    return {
        "name": fee_name(fee),
        "about": " · ".join(part for part in about if part),
        "amount": fee_amount(fee),
        "more": fee_terms(fee),
    }


def version_rows(versions: list[VersionRow], shown_id: int) -> list[dict[str, Any]]:
    """The history of a code with ways to compare each version with the one shown."""
    compare = reverse("workspace:procedure-compare")
    return [
        {
            "url": reverse("workspace:procedure", args=[row.version_id]),
            "compare_url": f"{compare}?before={row.version_id}&after={shown_id}",
            "is_shown": row.version_id == shown_id,
            "is_withdrawn": row.is_withdrawn,
            "place": row.place or str(SCOPES[row.scope]),
            "decision": row.decision_number,
            "valid_from": row.valid_from,
            "valid_until": row.valid_until,
        }
        for row in versions
    ]
