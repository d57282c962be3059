"""Hand-over lists: what may be listed, the lists made, and each as a paper (law.md 2.9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Sum

from motcua.agencies.queries import agency_on, units_of
from motcua.dossiers.models import (
    Dossier,
    DossierParty,
    HandOverList,
    ListedDossier,
    Result,
    SubmittedDocument,
)
from motcua.dossiers.policies import visible
from motcua.dossiers.queries.list_heads import desk_name_of, head_of
from motcua.dossiers.rules.lists.hand_over_lists import LISTED_MAX, ListKind
from motcua.dossiers.vocabulary import OPEN_STAGES, Decision, PartyRole, ReturnMethod, Stage
from motcua.kernel.actor import Actor
from motcua.kernel.clock import ZONE, local_day
from motcua.kernel.paging import Page, after, page_of, size_of
from motcua.kernel.verdict import NotFound
from motcua.papers.data.handing import (
    DossierHandOver,
    HandedDossier,
    HandedResult,
    ResultHandOver,
)

# A paper is official Vietnamese text, so plain strings.
DECISIONS = {Decision.GRANTED: "Giải quyết", Decision.DECLINED: "Từ chối"}
SYMBOLS = {ListKind.DOSSIERS: "BGHS", ListKind.RESULTS: "BGKQ"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListAsked:
    """Which way, which unit (None = the agency has none), which days (both included)."""

    kind: ListKind
    unit_id: int | None
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ListableRow:
    """A dossier that may be listed; `moment`: when it was received, or its result issued."""

    code: str
    owner_name: str
    procedure_name: str
    moment: datetime
    due_at: datetime | None


def listable(actor: Actor, asked: ListAsked) -> QuerySet[Dossier]:
    """Those of the unit and the days that stand in no list yet since.

    Served by `dossier_agency_day` for dossiers, `dossier_to_hand_over` for results.
    """
    listed = ListedDossier.objects.filter(
        dossier=OuterRef("pk"), hand_over_list__kind=str(asked.kind)
    )
    mine = Dossier.objects.filter(visible(actor), unit=asked.unit_id)
    if asked.kind is ListKind.DOSSIERS:
        before = listed.filter(hand_over_list__unit=asked.unit_id)
        mine = mine.filter(
            agency=actor.agency_id,
            received_on__range=(asked.first, asked.last),
            stage__in=OPEN_STAGES,
        )
        return mine.exclude(Exists(before))
    since = datetime.combine(asked.first, time.min, tzinfo=ZONE)
    until = datetime.combine(asked.last + timedelta(days=1), time.min, tzinfo=ZONE)
    mine = mine.filter(stage=str(Stage.SETTLED), ended_at__gte=since, ended_at__lt=until)
    return mine.exclude(Exists(listed.filter(hand_over_list__made_at__gte=OuterRef("ended_at"))))


def listable_rows(actor: Actor, asked: ListAsked) -> tuple[ListableRow, ...]:
    """The first LISTED_MAX of them in the order they came. One query."""
    moment = "received_at" if asked.kind is ListKind.DOSSIERS else "ended_at"
    rows = listable(actor, asked).order_by(moment, "id")
    values = rows.values(
        "code",
        "owner_name",
        "due_at",
        moment=F(moment),
        procedure_name=F("procedure_version__name"),
    )
    return tuple(ListableRow(**value) for value in values[:LISTED_MAX])


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """A list that was made: who, when, of what."""

    id: int
    kind: ListKind
    number: int
    year: int
    unit_id: int | None
    made_at: datetime
    made_by: str
    count: int


def lists_of(actor: Actor, *, cursor: str = "", size: int | None = None) -> Page[ListRow]:
    """The newest first, of the own agency. Two queries, by `hand_over_list_of_agency`.

    Refusals: CursorFaulty.
    """
    size = size_of(size)
    rows = HandOverList.objects.filter(agency=actor.agency_id or 0)
    start = after(cursor)
    if start is not None:
        rows = rows.filter(id__lt=start)
    read = list(rows.order_by("-id")[: size + 1])
    among = ListedDossier.objects.filter(hand_over_list__in=read).values_list("hand_over_list")
    counts = dict(among.annotate(count=Count("id")))
    return page_of([_row(row, counts[row.pk]) for row in read], size=size, key="id")


def _row(row: HandOverList, count: int) -> ListRow:
    return ListRow(
        id=row.pk,
        kind=ListKind(row.kind),
        number=row.number,
        year=row.year,
        unit_id=row.unit_id,
        made_at=row.made_at,
        made_by=row.made_by,
        count=count,
    )


def list_paper(actor: Actor, list_id: int) -> DossierHandOver | ResultHandOver:
    """The list as a paper, one copy for each side. At most seven queries. Refusals: NotFound."""
    made = HandOverList.objects.filter(pk=list_id, agency=actor.agency_id or 0).first()
    if made is None:
        raise NotFound(kind="hand-over-list")
    lines = ListedDossier.objects.filter(hand_over_list=made).order_by("position")
    rows = [
        line.dossier for line in lines.select_related("dossier__procedure_version")[:LISTED_MAX]
    ]
    kind = ListKind(made.kind)
    desk, unit = desk_name_of(made.agency_id, made.made_at), _unit_name(made)
    head = head_of(made.agency_id, made.made_at, number=f"{made.number:02d}/{SYMBOLS[kind]}")
    if kind is ListKind.DOSSIERS:
        return DossierHandOver(
            head=head,
            giving_unit=desk,
            receiving_unit=unit,
            giving_officer=made.made_by,
            rows=_dossiers(rows),
        )
    return ResultHandOver(
        head=head,
        giving_unit=unit,
        receiving_unit=desk,
        giving_officer=made.made_by,
        rows=_results(rows),
    )


def _unit_name(made: HandOverList) -> str:
    day = local_day(made.made_at)
    units = units_of(made.agency_id, day)
    found = next((unit.name for unit in units if unit.id == made.unit_id), "")
    agency = agency_on(made.agency_id, day)
    return found or (agency.name if agency else "")


def _dossiers(rows: list[Dossier]) -> tuple[HandedDossier, ...]:
    sums = SubmittedDocument.objects.filter(dossier__in=rows).values_list("dossier")
    counted = dict(sums.annotate(sheets=Sum(F("originals") + F("copies"))))
    return tuple(
        HandedDossier(
            dossier_code=row.code,
            procedure_name=row.procedure_version.name,
            owner_name=row.owner_name,
            papers=counted.get(row.pk) or 0,
            received_at=row.received_at,
            due_at=row.due_at,
        )
        for row in rows
    )


def _results(rows: list[Dossier]) -> tuple[HandedResult, ...]:
    owners = DossierParty.objects.filter(dossier__in=rows, role=str(PartyRole.OWNER))
    addresses = dict(owners.values_list("dossier", "address"))
    last = {one.dossier_id: one for one in Result.objects.filter(dossier__in=rows).order_by("seq")}
    return tuple(
        HandedResult(
            dossier_code=row.code,
            procedure_name=row.procedure_version.name,
            result=_result_words(last.get(row.pk)),
            owner_name=row.owner_name,
            address=addresses.get(row.pk, ""),
            fee_vnd=row.fee_total_vnd or None,
            by_post=row.return_method == ReturnMethod.POST,
        )
        for row in rows
    )


def _result_words(result: Result | None) -> str:
    if result is None:
        return ""
    told = [DECISIONS[Decision(result.decision)], result.document_number]
    return ", ".join(part for part in told if part)
