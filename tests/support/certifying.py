"""Builders of certification: what is given, the real acts, an office that certifies."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from motcua.certifications.commands.advance import StepOutcome, take_step
from motcua.certifications.commands.enter import CertificationRef, enter_certification
from motcua.certifications.vocabulary import CertificationInput, DocumentIn, Step
from motcua.kernel.actor import Actor, Door
from motcua.kernel.clock import local_day
from motcua.ledger.recording import RequestKey
from motcua.procedures.queries.catalogue import version_in_force
from tests.support.clock import PLAIN_MORNING
from tests.support.reception import OWNER, a_ground
from tests.support.working_office import officer

COPY, SIGNATURE, TRANSACTION = "2.000815", "2.000884", "2.001035"
CODES = (COPY, SIGNATURE, TRANSACTION)
DESK, HANDLER, LEADER, CLERK = "tiepnhan1", "thuly1", "lanhdao", "vanthu"


def certifying_office(at: datetime = PLAIN_MORNING) -> None:
    """The sample office with procedures of all three books."""
    a_ground(at, CODES)


def who(username: str = DESK, at: datetime = PLAIN_MORNING) -> Actor:
    """A sample officer at a browser."""
    return officer(username, at, Door.PAGE)


def document(
    name: str = "Giấy khai sinh", pages: int = 1, copies: int = 1, **more: Any
) -> DocumentIn:
    return DocumentIn(name=name, pages=pages, copies=copies, **more)


def version_of(code: str, at: datetime = PLAIN_MORNING) -> int:
    detail = version_in_force(code, local_day(at))
    assert detail is not None
    return detail.version_id


def given(
    *documents: DocumentIn, code: str = COPY, at: datetime = PLAIN_MORNING, **changes: Any
) -> CertificationInput:
    return CertificationInput(
        procedure_version_id=version_of(code, at),
        **{"requester": OWNER, "documents": documents or (document(),), **changes},
    )


def enter(
    *documents: DocumentIn,
    by: str = DESK,
    at: datetime = PLAIN_MORNING,
    request: RequestKey | None = None,
    **changes: Any,
) -> CertificationRef:
    """The real act."""
    return enter_certification(
        actor=who(by, at), at=at, given=given(*documents, at=at, **changes), request=request
    )


def step(
    which: Step, codes: Iterable[str], *, by: str, at: datetime = PLAIN_MORNING
) -> tuple[StepOutcome, ...]:
    return take_step(actor=who(by, at), at=at, step=which, codes=codes)


def through(code: str, *, until: Step = Step.RETURN, at: datetime = PLAIN_MORNING) -> None:
    """All steps up to one, each by whose it is."""
    by = {Step.SUBMIT: HANDLER, Step.SIGN: LEADER, Step.ISSUE: CLERK, Step.RETURN: DESK}
    for which, username in by.items():
        (done,) = step(which, [code], by=username, at=at)
        assert done.refusal is None, (which, done.refusal)
        if which is until:
            return
