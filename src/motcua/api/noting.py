"""Whoever reads personal data or searches leaves a note in the access log."""

from __future__ import annotations

from typing import Any

from motcua.api.asking import ApiRequest
from motcua.audit.log import Outcome, note
from motcua.kernel.caller_address import caller_address


def note_access(
    request: ApiRequest, act: str, *, dossier_id: int | None = None, **detail: Any
) -> None:
    """`act` such as `dossier.read`; `detail` holds plain values, never a whole result."""
    _note(request, act, Outcome.ALLOWED, dossier_id, detail)


def note_denied(request: ApiRequest, reason: str) -> None:
    """A try that was refused: of something unknown, or not of this position."""
    detail = {"path": request.path, "reason": reason}
    _note(request, "denied", Outcome.DENIED, None, detail)


def _note(
    request: ApiRequest, act: str, outcome: Outcome, dossier_id: int | None, detail: dict[str, Any]
) -> None:
    note(
        request.auth,
        request.at,
        act,
        subject_kind="dossier" if dossier_id else "",
        subject_id=dossier_id,
        detail=detail,
        outcome=outcome,
        address=address_of(request),
    )


def address_of(request: Any) -> str:
    """The network address that the request came from."""
    return caller_address(
        request.META.get("REMOTE_ADDR", ""), request.headers.get("X-Forwarded-For", "")
    )
