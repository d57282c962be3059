"""The words of an acknowledgement, ready for its template."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import moment_words, place_and_day
from motcua.papers.codes import qr_svg
from motcua.papers.content.plain import ROWS_OF_A_PAPER_MAX, TooManyLines, cleaned
from motcua.papers.content.web_address import web_address
from motcua.papers.data.acknowledgements import Acknowledgement, SentMatter, SentPaper
from motcua.papers.data.heads import CHARACTERS_MAX, RUN_MAX

_LONG: Final = MappingProxyType({CHARACTERS_MAX: 1_000, RUN_MAX: 34})
_TITLE: Final = "GIẤY XÁC NHẬN ĐÃ GỬI HỒ SƠ TRỰC TUYẾN"
_PROMISE: Final = (
    "Cơ quan kiểm tra hồ sơ trong 8 giờ làm việc kể từ lúc gửi, rồi tiếp nhận và hẹn ngày trả kết quả,"
    " hoặc nói rõ một lần mọi thứ cần bổ sung, hoặc nói rõ lý do không tiếp nhận."
)
_NO_SLIP: Final = (
    "Giấy này do phần mềm lập ngay khi hồ sơ được gửi. Giấy này không thay Giấy tiếp nhận hồ sơ và hẹn trả"
    " kết quả, là giấy cơ quan lập khi đã tiếp nhận."
)
_WORDS: Final = MappingProxyType(
    {
        "code": "Mã hồ sơ",
        "sent": "Gửi lúc",
        "to": "Nơi nhận",
        "procedure": "Thủ tục",
        "matters": "Nộp cùng một lần",
        "of_these": "Gồm việc",
        "sender": "Người gửi",
        "owner": "Chủ hồ sơ",
        "answer_by": "Cơ quan trả lời trước",
        "papers": "Những gì đã gửi",
        "track": "Quét mã để xem hồ sơ đang ở đâu",
        "track_by_code": "Hoặc mở trang này, mục Tra cứu hồ sơ, gõ mã hồ sơ:",
    }
)
_DECLARATION: Final = "Tờ khai điện tử"
_BY_THE_LAW: Final = "8 giờ làm việc kể từ lúc gửi"
_AS_FILE: Final = "đã gửi bản điện tử"


def acknowledgement_content(data: Acknowledgement) -> dict[str, Any]:
    """Plain words for `acknowledgement.typ`. Refusals: TooManyLines, CodeTextTooLong."""
    if len(data.papers) > ROWS_OF_A_PAPER_MAX:
        raise TooManyLines(field="papers", count=len(data.papers), count_max=ROWS_OF_A_PAPER_MAX)
    return {
        "title": _TITLE,
        "running_code": cleaned(data.dossier_code)[:28],
        "margins": {},
        "copies": [""],
        "hidden": [],
        "words": dict(_WORDS),
        "agency": cleaned(data.agency, _LONG),
        "place_and_day": place_and_day(cleaned(data.place_name), local_day(data.at)),
        "lines": [
            [_WORDS["code"], cleaned(data.dossier_code)],
            [_WORDS["sent"], moment_words(data.at)],
            [_WORDS["to"], cleaned(data.agency, _LONG)],
            [_WORDS["matters" if data.matters else "procedure"], _procedure(data)],
            *([_WORDS["of_these"], _matter(one)] for one in data.matters),
            [_WORDS["sender"], cleaned(data.sender, _LONG)],
            *([[_WORDS["owner"], cleaned(data.owner, _LONG)]] if data.owner else []),
            [
                _WORDS["answer_by"],
                moment_words(data.answer_by) if data.answer_by else _BY_THE_LAW,
            ],
        ],
        "papers": [
            *([f"{_DECLARATION}: {_AS_FILE}"] if data.has_declaration else []),
            *(_paper(paper) for paper in data.papers),
        ],
        "sentences": [_PROMISE, _NO_SLIP],
        "code": qr_svg(data.address, field="address"),
        "address": web_address(data.address),
    }


def _matter(one: SentMatter) -> str:
    return f"{cleaned(one.name, _LONG)} ({cleaned(one.dossier_code)}), {cleaned(one.agency, _LONG)}"


def _procedure(data: Acknowledgement) -> str:
    if not data.procedure_code:
        return cleaned(data.procedure_name, _LONG)
    return f"{cleaned(data.procedure_name, _LONG)} ({cleaned(data.procedure_code)})"


def _paper(paper: SentPaper) -> str:
    return f"{cleaned(paper.name, _LONG)}: {cleaned(paper.note, _LONG) or _AS_FILE}"
