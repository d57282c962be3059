"""Lists of envelopes: all of an agency, one with its envelopes, and as a paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, OuterRef, Q

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.models import Dossier, DossierParty, PostedItem, Posting
from motcua.dossiers.policies import visible
from motcua.dossiers.queries.list_heads import desk_name_of, head_of
from motcua.dossiers.rules.lists.posting import ITEMS_MAX, Direction, PostedState
from motcua.dossiers.vocabulary import PartyRole
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.folding import fold
from motcua.kernel.paging import Page, after, page_of, size_of
from motcua.kernel.verdict import NotFound
from motcua.papers.data.handing import PostItem, PostList
from motcua.papers.data.heads import Signer
from motcua.procedures.vocabulary import Channel

ID_MAX = 2**63 - 1
RIGHT = Permission.DOSSIER_RETURN_RESULT
SYMBOLS = {Direction.OUT: "BC-ĐI", Direction.IN: "BC-ĐẾN"}
WAITING = Q(state__in=[str(PostedState.SENT), str(PostedState.WAITING)])


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingRow:
    """One list; `open`: how many of its envelopes nobody has told the end of."""

    id: int
    direction: Direction
    number: int
    year: int
    day: date
    carrier: str
    note: str
    made_at: datetime
    made_by: str
    count: int
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PostedRow:
    """One envelope with what is known of its dossier, if it has one."""

    position: int
    tracking_number: str
    state: PostedState
    told_at: datetime | None
    note: str
    sender_name: str
    arrived_at: datetime | None
    code: str
    person_name: str
    address: str
    phone: str
    procedure_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingDetail:
    row: PostingRow
    items: tuple[PostedRow, ...]


def postings_of(actor: Actor, *, cursor: str = "", size: int | None = None) -> Page[PostingRow]:
    """Newest first, of the own agency. Two queries, by `posting_of_agency`. Refusals: CursorFaulty."""
    may(actor, RIGHT).demand()
    size = size_of(size)
    rows = Posting.objects.filter(agency=actor.agency_id or 0)
    start = after(cursor)
    if start is not None:
        rows = rows.filter(id__lt=start)
    return page_of(_rows(rows.order_by("-id")[: size + 1]), size=size, key="id")


def posting_detail(actor: Actor, posting_id: int) -> PostingDetail:
    """One list of the own agency. Four queries. Refusals: NotPermitted, NotFound."""
    may(actor, RIGHT).demand()
    rows = Posting.objects.filter(pk=min(posting_id, ID_MAX), agency=actor.agency_id or 0)
    posting = rows.first()
    if posting is None:
        raise NotFound(kind="posting")
    items = PostedItem.objects.filter(posting=posting).order_by("position")
    read = list(items.select_related("dossier__procedure_version")[:ITEMS_MAX])
    owned = {"dossier__in": [one.dossier_id for one in read if one.dossier_id]}
    owners = DossierParty.objects.filter(role=str(PartyRole.OWNER), **owned)
    people = {owner.dossier_id: owner for owner in owners}
    return PostingDetail(
        row=_rows([posting])[0],
        items=tuple(_item(one, people.get(one.dossier_id or 0)) for one in read),
    )


def post_paper(actor: Actor, posting_id: int) -> PostList:
    """The list as a paper, one copy for each side. Refusals: as `posting_detail`."""
    detail = posting_detail(actor, posting_id)
    row, agency_id = detail.row, actor.agency_id or 0
    number = f"{row.number:02d}/{SYMBOLS[row.direction]}"
    return PostList(
        head=head_of(agency_id, row.made_at, number=number),
        desk_name=desk_name_of(agency_id, row.made_at),
        carrier=row.carrier,
        handed_at=row.made_at,
        rows=tuple(
            PostItem(
                dossier_code=item.code,
                tracking_number=item.tracking_number,
                person_name=item.person_name,
                address=item.address,
                phone=item.phone,
                contents=item.procedure_name,
                note=item.note,
            )
            for item in detail.items
        ),
        officer=Signer(name=row.made_by),
    )


NAMES = ("id", "number", "year", "day", "carrier", "note", "made_at", "made_by")


def _rows(postings: Iterable[Posting]) -> list[PostingRow]:
    """With the numbers of their envelopes; one query for all, served by `posted_one_per_place`."""
    shown = list(postings)
    among = PostedItem.objects.filter(posting__in=shown).values_list("posting")
    counted = among.annotate(count=Count("id"), open=Count("id", filter=WAITING))
    counts = {posting: (count, waiting) for posting, count, waiting in counted}
    return [
        PostingRow(
            direction=Direction(row.direction),
            count=counts[row.pk][0],
            open=counts[row.pk][1],
            **{name: getattr(row, name) for name in NAMES},
        )
        for row in shown
    ]


def _item(one: PostedItem, owner: DossierParty | None) -> PostedRow:
    dossier = one.dossier
    return PostedRow(
        position=one.position,
        tracking_number=one.tracking_number,
        state=PostedState(one.state),
        told_at=one.told_at,
        note=one.note,
        sender_name=one.sender_name,
        arrived_at=one.arrived_at,
        code=dossier.code if dossier else "",
        person_name=owner.name if owner else one.sender_name,
        address=owner.address if owner else "",
        phone=owner.phone if owner else "",
        procedure_name=dossier.procedure_version.name if dossier else "",
    )


def likely_received(actor: Actor, detail: PostingDetail) -> dict[int, str]:
    """By place, the code of the one dossier that came by post at the very time of an envelope that
    still waits, if it stands in no list yet. One query, by `dossier_agency_day`."""
    waiting = [item for item in detail.items if item.state is PostedState.WAITING]
    moments = {item.arrived_at for item in waiting if item.arrived_at}
    listed = PostedItem.objects.filter(dossier=OuterRef("pk"), posting__direction=str(Direction.IN))
    rows = Dossier.objects.filter(
        visible(actor),
        agency=actor.agency_id or 0,
        received_on__in={local_day(moment) for moment in moments},
        received_at__in=moments,
        channel=str(Channel.POST),
    ).exclude(Exists(listed))
    found = list(rows.values_list("code", "received_at", "owner_name")[: 2 * ITEMS_MAX])
    return {item.position: code for item in waiting if (code := _only(found, item))}


def _only(found: list[tuple[str, datetime, str]], item: PostedRow) -> str:
    same = [one for one in found if one[1] == item.arrived_at]
    named = [one for one in same if fold(one[2]) == fold(item.sender_name)]
    fitting = named or same
    return fitting[0][0] if len(fitting) == 1 else ""


def last_carrier(actor: Actor, direction: Direction) -> str:
    """The carrier of the last list, which is likely the next one's too. One query."""
    rows = Posting.objects.filter(agency=actor.agency_id or 0, direction=str(direction))
    return rows.order_by("-id").values_list("carrier", flat=True).first() or ""
