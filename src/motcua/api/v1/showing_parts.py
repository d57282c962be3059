"""Parts that several answers share: where it stands, why that date, what it costs, where to go on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext

from motcua.accounts.rules.roles import Permission, may
from motcua.api.addresses import address
from motcua.api.v1.shapes.dossiers import (
    FeeLineOut,
    FeeTold,
    LimitCounted,
    LinksOut,
    StageOut,
    StatusOut,
    TraceOut,
)
from motcua.dossiers.policies import available_acts
from motcua.dossiers.queries.detail import DossierDetail
from motcua.dossiers.rules.transitions import acts_at
from motcua.dossiers.vocabulary import (
    ANSWERS_TO_OFFERS,
    NATIONAL_CODE,
    Act,
    Stage,
    Status,
    Timeliness,
)
from motcua.dossiers.wording import STAGES, STATUSES
from motcua.kernel.actor import Actor
from motcua.procedures.rules.fees import FeeLineCode, FeeSheetLine
from motcua.procedures.wording import fee_line_words
from motcua.worktime.vocabulary import TraceLine, Unit
from motcua.worktime.wording import limit_words, word


def status_out(status: str) -> StatusOut:
    known = Status(status)
    return StatusOut(code=known, national_code=NATIONAL_CODE[known], words=str(STATUSES[known]))


def stage_out(stage: Stage) -> StageOut:
    return StageOut(code=stage, words=str(STAGES[stage]))


def act_name(act: Act) -> str:
    """The act as its address names it: `receive` of `dossier.receive`."""
    return act.partition(".")[2]


def available_acts_out(actor: Actor, detail: DossierDetail) -> list[str]:
    """The names of what this position may do with the dossier now."""
    return [act_name(act) for act in available_acts(actor, detail.stage, detail)]


def acts_after_reception(actor: Actor, stage: Stage = Stage.RECEIVED) -> list[str]:
    """What this position may do with a dossier that just came in, wherever it is handled: nobody has
    been offered it yet."""
    return [
        act_name(act)
        for act in acts_at(stage)
        if act not in ANSWERS_TO_OFFERS and may(actor, Permission(act))
    ]


def links_out(code: str) -> LinksOut:
    return LinksOut(
        self=address("api:show_dossier", code),
        timeline=address("api:show_timeline", code),
        slip=address("api:print_slip", code),
        files=address("api:list_files", code),
        track=address("portal:track", code),
    )


def trace_out(trace: tuple[TraceLine, ...]) -> list[TraceOut]:
    return [TraceOut(at=line.at, code=line.code, what=word(line, gettext)) for line in trace]


def limit_out(clock: Mapping[str, Any]) -> LimitCounted:
    unit = Unit(clock["unit"])
    words = limit_words(unit, clock["value"], gettext)
    return LimitCounted(unit=unit, value=clock["value"], words=words)


def fee_out(lines: Iterable[FeeSheetLine], total_vnd: int) -> FeeTold:
    told = list(lines)
    is_open = any(line.code is FeeLineCode.SET_LOCALLY for line in told)
    return FeeTold(
        lines=[_fee_line(line) for line in told],
        total_vnd=total_vnd,
        is_free=not total_vnd and not is_open,
    )


def _fee_line(line: FeeSheetLine) -> FeeLineOut:
    return FeeLineOut(
        kind=line.kind,
        name=line.name,
        amount_vnd=line.amount_vnd,
        what=fee_line_words(line),
        asked_at=line.asked_at,
        basis=line.basis,
    )


def timeliness_out(kept: str) -> Timeliness | None:
    return Timeliness(kept) if kept else None
