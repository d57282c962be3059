"""How what was told of an act is done again: the input of the act, as it was given on the other side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from motcua.dossiers import inputs
from motcua.dossiers.vocabulary import (
    Act,
    Decision,
    FileIn,
    FileKind,
    Limit,
    PaperIn,
    Party,
    PartyKind,
    PartyRole,
    ReturnMethod,
    TerminationGround,
)
from motcua.exchange.rules.mirroring import RESULT_WORDS, RETURN_WORDS, MessageNotForHere, Told
from motcua.worktime.vocabulary import Unit

LIMIT_TOLD_MAX: Final = 10**9
LIMIT_LENGTH_MAX: Final = 16


def given_of(act: Act, told: Told, files: tuple[FileIn, ...]) -> Any:
    """The input of the act, as it was given there. Refusals: MessageNotForHere."""
    try:
        return READERS[act](told, files)
    except (KeyError, ValueError, TypeError, ArithmeticError) as fault:
        raise MessageNotForHere(act=str(act)) from fault


def _nothing(_told: Told, _files: tuple[FileIn, ...]) -> inputs.Nothing:
    return inputs.Nothing()


def _with_reason(told: Told, _files: tuple[FileIn, ...]) -> inputs.WithReason:
    return inputs.WithReason(reason=str(told["reason"]))


def _offer(told: Told, _files: tuple[FileIn, ...]) -> inputs.Offer:
    """The agency has been found on this side. Its unit is the other side's own matter."""
    limit = _limit(told) if told.get("limit_unit") else None
    return inputs.Offer(
        agency_id=told["to_agency_id"],
        task=str(told["task"]),
        papers=tuple(map(int, told.get("papers", ()))),
        digests=tuple(map(str, told.get("digests", ()))),
        limit=limit,
        was_made_elsewhere=True,
    )


def _limit(told: Told) -> Limit:
    """Such as a row can hold, however long it is: over there it stands already."""
    value = Decimal(str(told["limit_value"]))
    if not 0 <= value < LIMIT_TOLD_MAX or len(format(value, "f")) > LIMIT_LENGTH_MAX:
        raise ValueError
    return Limit(unit=Unit(told["limit_unit"]), value=value)


def _extend(told: Told, _files: tuple[FileIn, ...]) -> inputs.Extend:
    return inputs.Extend(to_day=date.fromisoformat(told["to_day"]), reason=str(told["reason"]))


def _paper(told: Told) -> Told:
    words: Told = {name: str(told.get(name, "")) for name in RESULT_WORDS}
    day = told.get("document_date")
    return {
        **words,
        "document_date": date.fromisoformat(day) if day else None,
        "digests": tuple(map(str, told.get("digests", ()))),
    }


def _return(told: Told, _files: tuple[FileIn, ...]) -> inputs.ReturnResult:
    words = {name: str(told.get(name, "")) for name in RETURN_WORDS}
    return inputs.ReturnResult(method=ReturnMethod(told["method"]), **words)


def _attach(told: Told, files: tuple[FileIn, ...]) -> inputs.Attach:
    (file,) = files
    return inputs.Attach(
        digest=file.digest,
        name=file.name,
        media_type=file.media_type,
        size=file.size,
        kind=FileKind(told["file"]["kind"]),
    )


def _ask(told: Told, _files: tuple[FileIn, ...]) -> inputs.AskToComplete:
    items = tuple(
        inputs.AskedItem(
            name=str(one["name"]),
            what=str(one["what"]),
            why=str(one["why"]),
            basis=str(one["basis"]),
        )
        for one in told["items"]
    )
    return inputs.AskToComplete(items=items, reason=str(told["reason"]))


def _supplement(told: Told, files: tuple[FileIn, ...]) -> inputs.Supplement:
    return inputs.Supplement(
        answered=tuple(map(int, told["answered"])),
        waived=tuple(map(int, told["waived"])),
        papers=tuple(PaperIn(**one) for one in told["papers"]),
        files=files,
        note=str(told["note"]),
    )


def _amend(told: Told, _files: tuple[FileIn, ...]) -> inputs.Amend:
    parties = tuple(party_told(one) for one in told["parties"])
    return inputs.Amend(parties=parties, reason=str(told["reason"]))


def party_told(told: Told) -> Party:
    """A person as facts keep him."""
    words = {name: str(value) for name, value in told.items() if name not in ("role", "kind")}
    kind = PartyKind(told.get("kind", PartyKind.CITIZEN))
    return Party(role=PartyRole(told["role"]), kind=kind, **words)


def _terminate(told: Told, _files: tuple[FileIn, ...]) -> inputs.Terminate:
    return inputs.Terminate(
        ground=TerminationGround(told["ground"]),
        reason=str(told["reason"]),
        papers_given_back=bool(told["papers_given_back"]),
        fee_refund_vnd=int(told["fee_refund_vnd"]),
    )


READERS: Final[Mapping[Act, Callable[[Told, tuple[FileIn, ...]], Any]]] = {
    Act.TAKE_OVER: _nothing,
    Act.REFUSE_TAKE_OVER: _with_reason,
    Act.OFFER: _offer,
    Act.ACCEPT_OFFER: lambda _told, _files: inputs.AcceptOffer(
        received_all=True, was_done_elsewhere=True
    ),
    Act.REFUSE_OFFER: _with_reason,
    Act.TAKE_BACK_OFFER: _with_reason,
    Act.REDIRECT: lambda told, _files: inputs.Redirect(
        agency_id=told["agency_id"], reason=str(told["reason"])
    ),
    Act.START: _nothing,
    Act.SEND_BACK: _with_reason,
    Act.REQUEST_SUPPLEMENT: _ask,
    Act.ALLOW_SUPPLEMENT: _with_reason,
    Act.SUPPLEMENT: _supplement,
    Act.AMEND: _amend,
    Act.SUSPEND: _with_reason,
    Act.RESUME: lambda told, _files: inputs.Resume(note=str(told["note"])),
    Act.EXTEND: _extend,
    Act.APOLOGIZE: _extend,
    Act.WITHDRAW: lambda told, _files: inputs.Withdraw(
        reason=str(told["reason"]), asked_by=str(told["asked_by"])
    ),
    Act.TERMINATE: _terminate,
    Act.DECIDE: lambda told, _files: inputs.Decide(
        decision=Decision(told["decision"]), grounds=str(told["grounds"])
    ),
    Act.ISSUE_RESULT: lambda told, _files: inputs.IssueResult(**_paper(told)),
    Act.CORRECT_RESULT: lambda told, _files: inputs.CorrectResult(
        reason=str(told["reason"]), **_paper(told)
    ),
    Act.RETURN_RESULT: _return,
    Act.REOPEN: lambda told, _files: inputs.Reopen(
        ground=str(told["ground"]), reason=str(told["reason"])
    ),
    Act.ATTACH: _attach,
}
