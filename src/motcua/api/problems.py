"""Problem documents (RFC 9457): the one form in which the API says no.

`type` and `code` are stable and meant for programs; `title` and `detail` are sentences in the
language asked for by `Accept-Language`, Vietnamese by default.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse
from pydantic import BaseModel, ConfigDict, Field

from motcua.api.fields_told import told_field
from motcua.api.refusals import ServerFault
from motcua.api.wording import REFUSALS, TITLES
from motcua.certifications.refusal_words import sentence as sentence_of_certification
from motcua.certifications.wording import REFUSALS as OF_CERTIFICATION
from motcua.feedback.refusal_words import sentence as sentence_of_feedback
from motcua.feedback.wording import REFUSALS as OF_FEEDBACK
from motcua.kernel.clock import local
from motcua.kernel.refusal import Refusal
from motcua.payments.refusal_words import sentence
from motcua.reports.refusal_words import sentence as sentence_of_reports
from motcua.reports.wording import REFUSALS as OF_REPORTS

MEDIA_TYPE = "application/problem+json"
TYPE_PREFIX = "urn:motcua:problem:"
OTHERWISE = 422

# Each refusal has its status here and nowhere else; what is not named is a value to mend (422).
STATUS_OF = {
    "body-unreadable": 400,
    "token-missing": 401,
    "token-invalid": 401,
    "not-found": 404,
    "not-permitted": 404,
    "act-unknown": 404,
    "method-not-allowed": 405,
    "request-key-reused": 409,
    "act-not-allowed": 409,
    "awaits-companion": 409,
    "offer-waits": 409,
    "turned-back-already": 409,
    "held-elsewhere": 409,
    "no-open-offer": 409,
    "only-home": 409,
    "same-holder": 409,
    "same-agency": 409,
    "awaits-nothing": 409,
    "agency-code-missing": 409,
    "not-working-here": 409,
    "fee-closed": 409,
    "fee-unchanged": 409,
    "fee-case-unknown": 409,
    "nothing-to-let-go": 409,
    "already-assigned": 409,
    "second-supplement-needs-leave": 409,
    "leave-not-needed": 409,
    "extended-already": 409,
    "extended-too-late": 409,
    "apology-too-early": 409,
    "apologized-already": 409,
    "no-date-to-move": 409,
    "never-received": 409,
    "nothing-amended": 409,
    "file-attached-already": 409,
    "too-many-files": 409,
    "file-infected": 409,
    "uploads-too-many": 409,
    "register-is-closed": 409,
    "nothing-owed": 409,
    "already-paid": 409,
    "former-till-open": 409,
    "till-already-closed": 409,
    "receipt-already-cancelled": 409,
    "card-slip-used": 409,
    "no-collecting-account": 409,
    "nothing-asked-of-ended-dossier": 409,
    "payment-already-known": 409,
    "book-full": 409,
    "certification-book-closed": 409,
    "certification-already-cancelled": 409,
    "too-many-exports": 409,
    "export-outdated": 409,
    "report-period-not-over": 409,
    "report-closed-already": 409,
    "report-does-not-add-up": 409,
    "petition-no-terms": 409,
    "changed-meanwhile": 412,
    "body-too-large": 413,
    "file-too-large": 413,
    "media-type-unsupported": 415,
    "too-many-requests": 429,
    "file-missing": 500,
    "file-altered": 500,
    "server-fault": 500,
}
# Forbidden and unknown look alike to the outside (kernel.verdict).
SHOWN_AS = {"not-permitted": "not-found"}
# Values that a program needs to go on, told beside the sentence (RFC 9457, extension members).
TOLD_BESIDE = {
    "act-not-allowed": ("available_acts",),
    "changed-meanwhile": ("version", "by", "fact", "at"),
    "more-than-owed": ("remaining_vnd",),
    "not-due-yet": ("moment", "later_vnd"),
    "difference-unexplained": ("difference_vnd",),
    "till-already-closed": ("till_id",),
    "former-till-open": ("till_id",),
}
TOLD_INSIDE = {"papers-missing": ("names",)}


class ProblemError(BaseModel):
    """One thing to mend."""

    code: str = Field(examples=["papers-missing"])
    field: str = Field(
        description="Path of the value in the request, e.g. `applicant.personal_id`; may be empty.",
        examples=["complete_confirmed"],
    )
    detail: str = Field(examples=["Thiếu thông tin bắt buộc này."])
    params: dict[str, list[str]] = Field(
        default_factory=dict,
        description="Values that a program needs to go on, e.g. `names` of the missing papers.",
        examples=[{}],
    )


class Problem(BaseModel):
    """Why a request was not carried out (RFC 9457)."""

    model_config = ConfigDict(title="Problem")

    type: str = Field(examples=["urn:motcua:problem:reception-refused"])
    title: str = Field(examples=["Có thông tin cần sửa"])
    status: int = Field(ge=400, le=599, examples=[422])
    detail: str = Field(examples=["Chưa tiếp nhận được hồ sơ. Xin xem từng mục bên dưới."])
    code: str = Field(description="Stable; programs decide by it.", examples=["reception-refused"])
    field: str = Field(description="The value to mend, if there is one.", examples=[""])
    errors: list[ProblemError] = Field(description="Every reason, when there may be several.")
    request_id: str = Field(description="Names this request in the log of the office.")


def problem_of(refusal: Refusal, request: HttpRequest, errors: list[ProblemError]) -> Problem:
    """The document of one refusal."""
    code = SHOWN_AS.get(refusal.code, refusal.code)
    status = STATUS_OF.get(code, OTHERWISE)
    return Problem(
        type=TYPE_PREFIX + code,
        title=str(TITLES[status]),
        status=status,
        detail=detail_of(refusal),
        code=code,
        field=told_field(refusal.field),
        errors=errors or inner_errors(refusal),
        request_id=getattr(request, "request_id", ""),
    )


def inner_errors(refusal: Refusal) -> list[ProblemError]:
    """The reasons inside a refusal that has several (a reception, a group, a receipt)."""
    return [
        ProblemError(
            code=one.code,
            field=told_field(one.field),
            detail=detail_of(one),
            params={name: one.params[name] for name in TOLD_INSIDE.get(one.code, ())},
        )
        for one in refusal.problems
    ]


def detail_of(refusal: Refusal) -> str:
    """The sentence, in the reader's language."""
    words = REFUSALS.get(SHOWN_AS.get(refusal.code, refusal.code))
    if words is None and refusal.code in OF_CERTIFICATION:
        return sentence_of_certification(refusal)
    if words is None and refusal.code in OF_REPORTS:
        return sentence_of_reports(refusal)
    if words is None and refusal.code in OF_FEEDBACK:
        return sentence_of_feedback(refusal)
    if words is None:
        return sentence(refusal)
    told = {name: _listed(value) for name, value in refusal.params.items()}
    return str(words) % told


def _listed(value: Any) -> Any:
    return "; ".join(value) if isinstance(value, list) else value


def _plain(value: Any) -> Any:
    return local(value).isoformat() if isinstance(value, datetime) else value


def problem_response(
    request: HttpRequest,
    refusal: Refusal,
    *,
    errors: list[ProblemError] | None = None,
) -> HttpResponse:
    """The answer to a refusal."""
    problem = problem_of(refusal, request, errors or [])
    beside = {
        name: _plain(refusal.params[name])
        for name in TOLD_BESIDE.get(problem.code, ())
        if name in refusal.params
    }
    body = orjson.dumps({**problem.model_dump(), **beside})
    response = HttpResponse(body, status=problem.status, content_type=MEDIA_TYPE)
    if problem.status == 401:
        given = 'Bearer realm="motcua"'
        response["WWW-Authenticate"] = (
            f'{given}, error="invalid_token"' if problem.code == "token-invalid" else given
        )
    if problem.status == 429:
        response["Retry-After"] = str(refusal.params["seconds"])
    return response


def fault_response(request: HttpRequest) -> HttpResponse:
    """500, saying nothing of what went wrong."""
    return problem_response(request, ServerFault())
