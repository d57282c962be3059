"""What each kind of paper adds to the words of its data: totals, sums in words, choices of phrases."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import place_and_day
from motcua.kernel.money import dong, dong_words
from motcua.papers.cleaning import printable
from motcua.papers.codes import qr_svg
from motcua.papers.content.plain import cleaned, plain
from motcua.papers.content.rating import rating_words
from motcua.papers.content.web_address import web_address
from motcua.papers.data.groups import GroupSlip
from motcua.papers.data.handing import (
    DossierHandOver,
    PostList,
    ResultHandOver,
    ReturnReceipt,
    TransferSlip,
)
from motcua.papers.data.heads import CHARACTERS_MAX, PaperHead
from motcua.papers.data.notices import Apology, ReceptionRefusal, StopNotice, SupplementRequest
from motcua.papers.data.processing import ControlSlip, ProcessingHistory
from motcua.papers.data.receipts import FeeReceipt
from motcua.papers.data.registers import CertificationRegister, DossierRegister
from motcua.papers.vocabulary import PaperKind

_RUNNING_CODE_MAX: Final = 28
_PLACE: Final = MappingProxyType({CHARACTERS_MAX: 80})

DATA_OF: Final[Mapping[PaperKind, type]] = MappingProxyType(
    {
        PaperKind.SUPPLEMENT_REQUEST: SupplementRequest,
        PaperKind.RECEPTION_REFUSAL: ReceptionRefusal,
        PaperKind.APOLOGY: Apology,
        PaperKind.STOP_NOTICE: StopNotice,
        PaperKind.CONTROL_SLIP: ControlSlip,
        PaperKind.TRANSFER_SLIP: TransferSlip,
        PaperKind.DOSSIER_REGISTER: DossierRegister,
        PaperKind.GROUP_SLIP: GroupSlip,
        PaperKind.GROUP_MINUTES: GroupSlip,
        PaperKind.DOSSIER_HAND_OVER: DossierHandOver,
        PaperKind.RESULT_HAND_OVER: ResultHandOver,
        PaperKind.RETURN_RECEIPT: ReturnReceipt,
        PaperKind.PROCESSING_HISTORY: ProcessingHistory,
        PaperKind.FEE_RECEIPT: FeeReceipt,
        PaperKind.CERTIFICATION_REGISTER: CertificationRegister,
        PaperKind.POST_OUT: PostList,
        PaperKind.POST_IN: PostList,
    }
)
"""The data class of each kind but the slip, which has its own door too (`SlipData`)."""


def paper_content(data: Any, *, title: str) -> dict[str, Any]:
    """All words of a paper, JSON-ready. `title` names the file. Refusals: TooManyLines, CodeTextTooLong."""
    content = plain(data)
    content["head"] |= _head_words(data.head)
    for kind, add in _ADDED.items():
        if isinstance(data, kind):
            content |= add(data)
    named = data.head.dossier_code or data.head.number
    content |= {
        "title": f"{title} - {printable(named)}" if named else title,
        "running_code": printable(named, characters_max=_RUNNING_CODE_MAX),
        "copies": [str(copy) for copy in getattr(data, "copies", ("",))],
    }
    return content


def _head_words(head: PaperHead) -> dict[str, str]:
    return {
        "place_and_day": place_and_day(cleaned(head.place_name, _PLACE), local_day(head.at)),
        "data_code": qr_svg(head.data_code_text, field="data_code_text"),
        "lookup_code": qr_svg(head.lookup_url, field="lookup_url"),
        "lookup_url": printable(head.lookup_url),
        "lookup_words": web_address(head.lookup_url),
    }


def _receipt(data: FeeReceipt) -> dict[str, Any]:
    """The total, the two parts that must be told apart (phí, lệ phí), and the total in words."""
    charges = sum(line.amount_vnd for line in data.lines if line.is_charge)
    fees = data.total_vnd - charges
    return {
        "total": dong(data.total_vnd),
        "total_words": dong_words(data.total_vnd),
        "fees_total": dong(fees) if fees and charges else "",
        "charges_total": dong(charges) if fees and charges else "",
    }


def _group(data: GroupSlip) -> dict[str, Any]:
    has_fees = any(row.fee_vnd is not None for row in data.rows)
    return {
        "count": len(data.rows),
        "total_fee": dong(data.total_fee_vnd) if has_fees else "",
        "total_fee_words": dong_words(data.total_fee_vnd) if has_fees else "",
    }


def _certifications(data: CertificationRegister) -> dict[str, Any]:
    return {
        "count": len(data.rows),
        "total_fee": dong(data.total_fee_vnd),
        "total_copies": sum(row.copies for row in data.rows),
        "total_pages": sum(row.pages for row in data.rows),
    }


def _rated(data: ReturnReceipt | SupplementRequest | ReceptionRefusal) -> dict[str, Any]:
    return dict(rating_words(data.rating_url))


def _counted(data: Any) -> dict[str, Any]:
    return {"count": len(data.rows)}


_ADDED: Final[Mapping[type, Callable[[Any], dict[str, Any]]]] = MappingProxyType(
    {
        FeeReceipt: _receipt,
        GroupSlip: _group,
        CertificationRegister: _certifications,
        ReturnReceipt: _rated,
        SupplementRequest: _rated,
        ReceptionRefusal: _rated,
        DossierRegister: _counted,
        DossierHandOver: _counted,
        ResultHandOver: _counted,
        PostList: _counted,
    }
)
