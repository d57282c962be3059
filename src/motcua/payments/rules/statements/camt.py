"""ISO 20022 camt.053 (BankToCustomerStatement), any of its versions: booked credits in đồng.

Entities and document types are refused before anything is expanded; only the elements that name an
entry, its sum, its day and its texts are read. Source: ISO 20022, camt.053.001.02 to .08.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree as ET

from motcua.kernel.characters import plain_words
from motcua.payments.rules.statements.lines import (
    AMOUNT_MAX_VND,
    LINES_MAX,
    NAME_MAX,
    REFERENCE_MAX,
    TEXT_MAX,
    Line,
    StatementCurrency,
    StatementNotOne,
    StatementRead,
    StatementTooLong,
    StatementUnreadable,
)

NAMESPACE = re.compile(r"\{urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.\d\d\}Document")
FORBIDDEN = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
WHOLE = re.compile(r"(\d{1,14})(?:\.0{1,5})?", re.ASCII)
CREDIT, BOOKED, DONG = "CRDT", "BOOK", "VND"


def looks_like_camt(raw: bytes) -> bool:
    return b"camt.053" in raw[:2000]


def read_camt(raw: bytes) -> StatementRead:
    """Refusals: StatementUnreadable, StatementTooLong, StatementCurrency."""
    # UTF-16 would hide what is looked for below; banks send UTF-8.
    if FORBIDDEN.search(raw) or b"\x00" in raw:
        raise StatementNotOne(field="file", row=0, what="document-type")
    try:
        root = ET.fromstring(raw)  # noqa: S314  # no document type: nothing can be expanded
    except (ET.ParseError, ValueError, LookupError) as fault:
        raise StatementNotOne(field="file", row=0, what="xml") from fault
    if not NAMESPACE.fullmatch(root.tag):
        raise StatementNotOne(field="file", row=0, what="camt")
    entries = root.findall("{*}BkToCstmrStmt/{*}Stmt/{*}Ntry")
    if len(entries) > LINES_MAX:
        raise StatementTooLong(field="file", count_max=LINES_MAX)
    lines = [line for number, one in enumerate(entries, 1) for line in _lines(one, number)]
    out = sum(_text(one, "{*}CdtDbtInd") != CREDIT for one in entries)
    account = _text(root, "{*}BkToCstmrStmt/{*}Stmt/{*}Acct/{*}Id/{*}Othr/{*}Id")
    return StatementRead(lines=tuple(lines), out=out, account=account)


def _lines(entry: ET.Element, number: int) -> Iterator[Line]:
    """A booked credit; where it holds several transactions with sums of their own, each of them."""
    status = _text(entry, "{*}Sts/{*}Cd") or _text(entry, "{*}Sts")
    is_back = _text(entry, "{*}RvslInd") == "true"
    if _text(entry, "{*}CdtDbtInd") != CREDIT or status != BOOKED or is_back:
        return
    day = _day(entry, number)
    details = entry.findall("{*}NtryDtls/{*}TxDtls")
    parts = [one for one in details if _amount_in(one) is not None]
    if len(parts) > 1:
        for place, part in enumerate(parts, 1):
            own = _text(part, "{*}Refs/{*}AcctSvcrRef") or _text(part, "{*}Refs/{*}TxId")
            reference = own or f"{_reference(entry)}/{place}"
            yield _line(part, _amount(_amount_in(part), number), day, reference)
        return
    amount = _amount(entry.find("{*}Amt"), number)
    yield _line(entry, amount, day, _reference(entry))


def _line(part: ET.Element, amount: int, day: date, reference: str) -> Line:
    texts = [
        *(one.text or "" for one in part.iter() if one.tag.endswith("}Ustrd")),
        *(one.text or "" for one in part.iter() if one.tag.endswith("}EndToEndId")),
        *(one.text or "" for one in part.iter() if one.tag.endswith("}AddtlNtryInf")),
    ]
    payer = next((one for one in part.iter() if one.tag.endswith("}Dbtr")), None)
    name = "" if payer is None else _text(payer, "{*}Nm") or _text(payer, "{*}Pty/{*}Nm")
    return Line(
        day=day,
        amount_vnd=amount,
        text=plain_words(" ".join(texts))[:TEXT_MAX],
        reference=plain_words(reference)[:REFERENCE_MAX],
        payer_name=name[:NAME_MAX],
    )


def _reference(entry: ET.Element) -> str:
    return (
        _text(entry, "{*}AcctSvcrRef")
        or _text(entry, "{*}NtryDtls/{*}TxDtls/{*}Refs/{*}AcctSvcrRef")
        or _text(entry, "{*}NtryRef")
    )


def _amount_in(part: ET.Element) -> ET.Element | None:
    found = part.find("{*}Amt")
    return part.find("{*}AmtDtls/{*}TxAmt/{*}Amt") if found is None else found


def _amount(told: ET.Element | None, number: int) -> int:
    found = WHOLE.fullmatch((told.text or "").strip()) if told is not None else None
    if told is None or found is None or not 0 < int(found[1]) <= AMOUNT_MAX_VND:
        raise StatementUnreadable(field="file", row=number, what="amount")
    currency = told.get("Ccy", "")
    if currency != DONG:
        raise StatementCurrency(field="file", found=currency[:10], row=number)
    return int(found[1])


def _day(entry: ET.Element, number: int) -> date:
    for place in ("{*}BookgDt/{*}Dt", "{*}BookgDt/{*}DtTm", "{*}ValDt/{*}Dt"):
        told = _text(entry, place)
        if told:
            try:
                return date.fromisoformat(told[:10])
            except ValueError:
                break
    raise StatementUnreadable(field="file", row=number, what="day")


def _text(part: ET.Element, path: str) -> str:
    found = part.find(path)
    return plain_words(found.text or "") if found is not None else ""
