"""`/feedback`: send it, follow it by code and secret, read the register by right, read what is public."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Header, Path, Query, Router, Status
from pydantic import Field

from motcua.accounts.rules.roles import Permission
from motcua.agencies.one_stop import OfficeRow, offices_on
from motcua.api.addresses import address
from motcua.api.asking import ApiRequest
from motcua.api.noting import address_of
from motcua.api.refusals import AgencyUnknown, TooManyRequests
from motcua.api.tokens import BearerToken
from motcua.api.v1.feedback.showing import detail_out, followed_out, line_out, published_out
from motcua.api.v1.idempotency import REPLAYED, IdempotencyKey, request_key
from motcua.api.v1.shapes.feedback import (
    EnterFeedbackIn,
    FeedbackIn,
    FeedbackOut,
    FeedbackPage,
    FeedbackSentOut,
    FollowedOut,
    FollowIn,
    Kind,
    PublishedPage,
    SendFeedbackIn,
    Wanted,
)
from motcua.api.v1.shapes.fields import Asked, Cursor, DossierCode, Line, PageSize
from motcua.audit.log import note
from motcua.feedback.commands.send import PetitionRef, enter_petition, send_petition
from motcua.feedback.queries.detail import petition_detail
from motcua.feedback.queries.following import followed
from motcua.feedback.queries.listing import PetitionFilter, petitions
from motcua.feedback.queries.listing import Wanted as WantedPart
from motcua.feedback.queries.published import published
from motcua.feedback.vocabulary import Channel, PetitionIn, SenderIn
from motcua.kernel.actor import Actor, Door, stranger
from motcua.kernel.clock import local_day
from motcua.kernel.pacing import Pace
from motcua.kernel.paging import PAGE_ROWS
from motcua.kernel.verdict import NotFound
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import content_digest

SENT_PER_MINUTE_MAX = 6
MISSES_PER_MINUTE_MAX = 60
sent_lately = Pace(SENT_PER_MINUTE_MAX)
misses = Pace(MISSES_PER_MINUTE_MAX)
router = Router(tags=["feedback"])
Code = Annotated[DossierCode, Path(description="Code of the entry, e.g. `H26.45-PA26-00012`.")]
OwnKey = Annotated[
    str | None,
    Header(
        None,
        alias="Idempotency-Key",
        pattern=r"^[!-~]{16,60}$",
        description="Your own name for this request, one that nobody guesses (a UUID). The same key "
        "with the same body gets the same code and secret; with another body it is refused (409).",
    ),
]


class FeedbackQuery(Asked):
    """Which part of the register."""

    wanted: Wanted = WantedPart.OPEN
    kind: Kind | None = None
    q: Line = Field("", description="Words, accents optional.")
    cursor: Cursor = ""
    size: PageSize = PAGE_ROWS


class PublishedQuery(Asked):
    """Which of what is public; questions and answers are those of kind `QUESTION`."""

    kind: Kind | None = None
    q: Line = ""
    procedure: Annotated[str, Field(max_length=40)] = ""
    cursor: Annotated[str, Field(pattern=r"^([0-9]{1,18}-[0-9]{1,18})?$")] = ""


@router.post("", response={201: FeedbackSentOut}, operation_id="send_feedback")
def send(
    request: ApiRequest,
    response: HttpResponse,
    given: SendFeedbackIn,
    idempotency_key: OwnKey = None,
) -> Status[FeedbackSentOut]:
    """Public: needs no token. Into the register at once, with the limits and refusals of the page."""
    caller = address_of(request)
    wait = sent_lately.wait(caller, request.at)
    if wait:
        raise TooManyRequests(seconds=wait)
    sent_lately.take(caller, request.at)
    office = _office(request, given.agency)
    told = {"about": "feedback", "body": given.model_dump(mode="json", exclude_unset=True)}
    key = RequestKey(f"feedback-api-{idempotency_key}", content_digest(told))
    made = send_petition(
        actor=_somebody(request),
        at=request.at,
        given=_read(given, office.agency.id, Channel.PORTAL),
        request=key if idempotency_key else None,
    )
    return _sent(response, made)


def _somebody(request: ApiRequest) -> Actor:
    return stranger(door=Door.API, request_id=request.request_id)


def _office(request: ApiRequest, code: str) -> OfficeRow:
    """Refusals: AgencyUnknown."""
    offices = offices_on(local_day(request.at))
    if not code and len(offices) == 1:
        return offices[0]
    found = next((one for one in offices if code and one.agency.code == code), None)
    if found is None:
        raise AgencyUnknown(field="agency")
    return found


def _read(given: FeedbackIn, agency_id: int, channel: Channel) -> PetitionIn:
    return PetitionIn(
        agency_id=agency_id,
        kind=given.kind,
        channel=channel,
        title=given.title,
        content=given.content,
        sender=SenderIn(**given.sender.model_dump()),
        is_anonymous=given.anonymous,
        is_complaint=given.complaint,
        dossier_code=given.dossier_code,
        procedure_code=given.procedure_code,
        stamped_on=given.stamped_on if isinstance(given, EnterFeedbackIn) else None,
    )


def _sent(response: HttpResponse, made: PetitionRef) -> Status[FeedbackSentOut]:
    if made.repeated:
        response[REPLAYED] = "true"
    response["Location"] = address("api:show_feedback", made.code)
    out = FeedbackSentOut(
        code=made.code,
        number=made.number,
        year=made.year,
        secret=made.secret,
        answer_due_at=made.due_at,
    )
    return Status(201, out)


@router.post("/follow", response=FollowedOut, operation_id="follow_feedback")
def follow(request: ApiRequest, given: FollowIn) -> FollowedOut:
    """Public: where it stands and what was answered, for whoever holds code and secret."""
    caller, actor = address_of(request), _somebody(request)
    wait = misses.wait(caller, request.at)
    if wait:
        raise TooManyRequests(seconds=wait)
    try:
        found = followed(actor, given.code, given.secret, request.at)
    except NotFound:
        misses.take(caller, request.at)
        raise
    _note(request, actor, "petition.follow", found.row.id)
    return followed_out(found, request.at)


@router.get("/published", response=PublishedPage, operation_id="list_published_feedback")
def list_published(request: ApiRequest, asked: Annotated[PublishedQuery, Query()]) -> PublishedPage:
    """Public: questions and answers, and whatever else was published, without names; newest first."""
    page = published(
        request.at,
        text=asked.q,
        kind=asked.kind,
        procedure_code=asked.procedure,
        cursor=asked.cursor,
    )
    return PublishedPage(
        items=[published_out(row) for row in page.rows], next_cursor=page.next_cursor
    )


@router.post(
    "/entries",
    auth=BearerToken(Permission.FEEDBACK_ENTER),
    response={201: FeedbackSentOut},
    operation_id="enter_feedback",
)
def enter(
    request: ApiRequest,
    response: HttpResponse,
    given: EnterFeedbackIn,
    idempotency_key: IdempotencyKey = None,
) -> Status[FeedbackSentOut]:
    """Enters what came by telephone, letter, mail or at the counter into the register of the agency."""
    actor = request.auth
    key = request_key(actor, idempotency_key, given, about="feedback")
    made = enter_petition(
        actor=actor,
        at=request.at,
        given=_read(given, actor.agency_id or 0, given.channel),
        request=key,
    )
    return _sent(response, made)


@router.get(
    "",
    auth=BearerToken(Permission.FEEDBACK_VIEW),
    response=FeedbackPage,
    operation_id="list_feedback",
)
def list_feedback(request: ApiRequest, asked: Annotated[FeedbackQuery, Query()]) -> FeedbackPage:
    """The register as this position sees it: nobody sees what is said about himself."""
    which = PetitionFilter(wanted=asked.wanted, kind=asked.kind, text=asked.q)
    page = petitions(request.auth, request.at, which, cursor=asked.cursor, size=asked.size)
    found = [row.id for row in page.rows]
    _note(request, request.auth, "petition.list", None, q=asked.q, found=found)
    items = [line_out(row, request.at) for row in page.rows]
    return FeedbackPage(items=items, next_cursor=page.next_cursor)


@router.get(
    "/{petition_code}",
    auth=BearerToken(Permission.FEEDBACK_VIEW),
    response=FeedbackOut,
    operation_id="show_feedback",
    url_name="show_feedback",
)
def show_feedback(request: ApiRequest, petition_code: Code) -> FeedbackOut:
    """One entry: what was said, by whom, what was done, until when."""
    found = petition_detail(request.auth, petition_code, request.at)
    _note(request, request.auth, "petition.read", found.row.id)
    return detail_out(found, request.at)


def _note(
    request: ApiRequest, actor: Actor, act: str, petition_id: int | None, **detail: Any
) -> None:
    note(
        actor,
        request.at,
        act,
        subject_kind="petition" if petition_id else "",
        subject_id=petition_id,
        detail=detail,
        address=address_of(request),
    )
