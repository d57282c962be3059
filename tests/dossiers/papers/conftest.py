"""Lives of real dossiers, one act after the other, each at its own hour."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from motcua.dossiers import inputs
from motcua.dossiers.papers_filled.filling import Filled, Wanted, fill, printed
from motcua.dossiers.vocabulary import Act, Decision, TerminationGround
from motcua.kernel.actor import Actor
from motcua.papers.vocabulary import PaperKind, PaperSize
from tests.papers.reading import text_of
from tests.support.acts import ASKED, GIVEN, do, holding_of
from tests.support.clock import PLAIN_MORNING, at
from tests.support.reception import BUSINESS, a_reception, receive
from tests.support.working_office import officer

ADDRESS = "https://motcua.gialam.vn"
WHY = "Hệ thống của cơ quan phối hợp ngừng hoạt động"
Step = tuple[str, Act, Any, str]
Steps = tuple[Step, ...]
Lived = Callable[..., str]


def moment(day: int, hour: str) -> datetime:
    return at(date(2026, 6, day), hour)


@pytest.fixture
def lived(standing: None) -> Lived:
    """Receives a dossier and leads it through these steps; its code."""

    def made(steps: Steps, received_at: datetime = PLAIN_MORNING, **given: Any) -> str:
        reception = a_reception(BUSINESS, at=received_at, **given)
        code = receive(reception, actor=officer("tiepnhan1", received_at), at=received_at).code
        for when, act, told, by in steps:
            day, hour = when.split()
            do(code, act, told, by=by, at=moment(int(day), hour))
        return code

    return made


def paper(
    code: str, kind: PaperKind, *, actor: Actor | None = None, seq: int | None = None, **more: Any
) -> Filled:
    wanted = Wanted(kind=kind, address=ADDRESS, seq=seq, **more)
    return fill(actor or officer("tiepnhan1"), code, wanted)


def pdf_of(code: str, kind: PaperKind, *, size: PaperSize | None = None, **more: Any) -> bytes:
    return printed(paper(code, kind, **more), size)


def words_of(code: str, kind: PaperKind, **more: Any) -> str:
    """What a reader finds on the printed paper."""
    return text_of(pdf_of(code, kind, **more))


def assigned(name: str = "thuly2") -> Step:
    return ("10 09:40", Act.ASSIGN, inputs.Assign(holding_id=holding_of(name)), "truongphong2")


def started() -> Steps:
    return (assigned(), ("10 14:00", Act.START, inputs.Nothing(), "thuly2"))


def asked(when: str = "11 08:30") -> Steps:
    return ((when, Act.REQUEST_SUPPLEMENT, ASKED, "thuly2"),)


def supplemented(when: str = "12 09:15") -> Steps:
    given = inputs.Supplement(answered=(0, 1))
    return ((when, Act.SUPPLEMENT, given, "tiepnhan1"),)


def decided(
    decision: Decision = Decision.GRANTED, grounds: str = "", when: str = "12 14:00"
) -> Steps:
    propose = inputs.Propose(decision=decision, opinion="Đã đối chiếu, xin ký")
    return (
        (when, Act.PROPOSE, propose, "thuly2"),
        (
            when[:3] + "16:00",
            Act.DECIDE,
            inputs.Decide(decision=decision, grounds=grounds),
            "lanhdao",
        ),
    )


def returned(given: inputs.ReturnResult | None = None) -> Steps:
    issue = inputs.IssueResult(
        document_number="15/GCN",
        document_date=date(2026, 6, 12),
        subject="Chứng nhận đăng ký hộ kinh doanh",
        signed_by="Phó Chủ tịch",
    )
    return (
        ("12 16:30", Act.ISSUE_RESULT, issue, "vanthu"),
        ("15 08:20", Act.RETURN_RESULT, given or GIVEN[Act.RETURN_RESULT], "tiepnhan1"),
    )


def stopped(when: str = "16 10:00", *, fee_refund_vnd: int = 0) -> Steps:
    given = inputs.Terminate(
        ground=TerminationGround.NOT_COMPLETED,
        reason="Quá thời hạn mà không bổ sung",
        papers_given_back=True,
        fee_refund_vnd=fee_refund_vnd,
    )
    return ((when, Act.TERMINATE, given, "lanhdao"),)
