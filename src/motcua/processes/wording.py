"""Every word shown about internal processes. Reviewed in one place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import orjson
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from motcua.accounts.wording import ROLES
from motcua.kernel.actor import Role
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import Refusal
from motcua.processes.rules.adding_up import PathSum, Verdict, path_sums
from motcua.processes.rules.amounts import DAY_HOURS
from motcua.processes.rules.findings import Finding
from motcua.processes.rules.shapes import Process, StepLimit
from motcua.processes.vocabulary import Join, Need, Outcome, Split, StepAct, WhoKind
from motcua.processes.wording_findings import FINDINGS
from motcua.worktime.vocabulary import HALF_DAYS_PER_DAY, Unit
from motcua.worktime.wording import limit_words as worktime_words

WHO_KINDS = {
    WhoKind.ROLE: _("Theo vai trò"),
    WhoKind.UNIT: _("Cả phòng, đơn vị"),
    WhoKind.AGENCY: _("Cơ quan khác"),
}
SPLITS = {
    Split.ONE: _("Đi một nhánh"),
    Split.ALL: _("Đi tất cả các nhánh cùng lúc"),
}
JOINS = {
    Join.ANY: _("Bắt đầu khi có nhánh đến trước"),
    Join.ALL: _("Chờ đủ các nhánh"),
}
NEEDS = {
    Need.OPINION: _("Ý kiến bằng văn bản"),
    Need.MINUTES: _("Biên bản kiểm tra thực địa"),
    Need.FILE: _("Tệp đính kèm"),
}
ACTS = {
    StepAct.RECEIVE: _("Tiếp nhận"),
    StepAct.ASSIGN: _("Phân công"),
    StepAct.START: _("Bắt đầu thụ lý"),
    StepAct.FORWARD: _("Chuyển xử lý"),
    StepAct.PROPOSE: _("Trình ký"),
    StepAct.DECIDE: _("Ký, quyết định"),
    StepAct.ISSUE_RESULT: _("Vào sổ, ban hành kết quả"),
    StepAct.RETURN_RESULT: _("Trả kết quả"),
    StepAct.TERMINATE: _("Dừng giải quyết"),
}
"""What one does with the dossier to finish the step."""

KINDS_OF_TIME = {
    "working": Unit.WORKING_DAYS,
    "calendar": Unit.CALENDAR_DAYS,
    "months": Unit.MONTHS,
}

SUMS_SHOWN_MAX = 10

VERDICTS = {
    Verdict.EQUAL: _("khớp thời hạn %(limit)s"),
    Verdict.OVER: _("hơn thời hạn %(limit)s là %(difference)s"),
    Verdict.UNDER: _("kém thời hạn %(limit)s là %(difference)s"),
    Verdict.MIXED: _("khác cách tính với thời hạn %(limit)s, không so chính xác được"),
    Verdict.NO_LIMIT: _("chưa có thời hạn để so"),
    Verdict.UNTIMED: _("chưa cộng được: bước %(untimed)s chưa có thời gian"),
}
"""How the sum of a path stands to the limit."""

OUTCOMES = {
    Outcome.DRAFT: _("thành bản thảo"),
    Outcome.SAME: _("bản thảo đã có, như cũ"),
    Outcome.KEPT: _("giữ bản thảo đang soạn"),
    Outcome.NO_PROCEDURE: _("danh mục chưa có thủ tục"),
    Outcome.NO_STEPS: _("bảng không có bước nào"),
}
NOTES = {
    "days-read-as-working": _("“Ngày” trong bảng được hiểu là ngày làm việc."),
    "applicant-step-left-out": _(
        "Bước %(step)s của người nộp (“%(words)s”) có trước khi tiếp nhận nên không đưa vào."
    ),
    "several-responsible": _(
        "Bước %(step)s ghi nhiều nơi cùng chịu trách nhiệm (“%(words)s”). Nên tách thành nhiều bước."
    ),
}

CONDITIONS = {
    '{"is":["channel","ONLINE"]}': _("Nộp trực tuyến"),
    '{"is":["channel","POST"]}': _("Nộp qua bưu chính"),
    '{"is":["channel","DESK"]}': _("Nộp tại quầy"),
    '{"is":["outside_territory",true]}': _("Nhận hộ cơ quan khác"),
    '{"is":["decision","GRANTED"]}': _("Quyết định đồng ý"),
    '{"is":["decision","DECLINED"]}': _("Quyết định từ chối"),
}
"""The usual conditions of branches, by their JSON, in words."""

FACTS = {
    "process.version-published": _(
        "Ban hành quy trình nội bộ “%(title)s” của thủ tục %(procedure_code)s, áp dụng từ ngày %(valid_from)s"
    ),
    "process.version-closed": _(
        "Kết thúc bản %(version_number)s của quy trình nội bộ thủ tục %(procedure_code)s từ ngày %(valid_until)s"
    ),
    "process.version-withdrawn": _(
        "Rút bản %(version_number)s của quy trình nội bộ trước khi áp dụng"
    ),
    "process.draft-saved": _("Lưu bản thảo quy trình nội bộ của thủ tục %(procedure_code)s"),
    "process.draft-discarded": _("Bỏ bản thảo quy trình nội bộ của thủ tục %(procedure_code)s"),
}

REFUSALS = {
    "process-unreadable": _("Quy trình không đọc được. Hãy sửa các chỗ nêu dưới đây."),
    "process-document-faulty": _(
        "Ở chỗ “%(place)s” quy trình không đúng: %(words)s%(as_found)s. Hãy sửa lại."
    ),
    "process-of-no-procedure": _("Danh mục không có thủ tục này. Hãy nạp thủ tục trước."),
    "process-of-no-agency": _("Không có cơ quan này. Hãy chọn lại cơ quan."),
    "process-not-publishable": _("Quy trình chưa ban hành được. Hãy sửa các chỗ nêu dưới đây."),
    "process-faulty": _("Chỗ này của quy trình chưa đúng. Hãy sửa lại."),
    "process-warnings-unread": _(
        "Có điều cần xem lại mà chưa đánh dấu là đã đọc. Hãy đọc rồi đánh dấu từng điều."
    ),
    "process-reason-missing": _(
        "Quy trình có điều chưa khớp mà vẫn ban hành thì phải ghi lý do. Hãy ghi lý do."
    ),
    "process-begins-in-the-past": _(
        "Quy trình đang dùng nên bản mới bắt đầu sớm nhất ngày %(earliest)s. Hãy chọn ngày khác."
    ),
    "process-draft-changed": _(
        "%(saved_by)s vừa lưu bản thảo này. Xem bản mới rồi sửa lại; điều bạn vừa nhập chưa được lưu."
    ),
    "process-draft-missing": _("Quy trình này không có bản thảo. Hãy mở lại từ danh sách."),
    "process-version-has-begun": _("Chỉ rút được bản chưa áp dụng. Hãy soạn bản mới thay thế."),
    "process-file-unreadable": _("Không đọc được tệp (%(words)s). Hãy chọn tệp khác."),
    "bpmn-not-supported": _("Tệp BPMN có chỗ chưa hỗ trợ. Hãy sửa các chỗ nêu dưới đây."),
    "bpmn-part-not-supported": _("“%(name)s” (%(element)s): %(words)s."),
    "process-file-malformed": _("Tệp không phải bảng quy trình (%(part)s). Hãy kiểm tra lại tệp."),
    "process-edit-misplaced": _("Bước cần sửa không còn trong quy trình. Hãy mở lại trang soạn."),
}


FILE_FAULTS = {
    "too-big": _("tệp quá lớn"),
    "document-type": _("tệp có khai báo DOCTYPE, không nhận để an toàn"),
    "not-xml": _("tệp không phải XML"),
    "not-a-workbook": _("tệp không phải bảng Excel .xlsx"),
    "no-heading": _("không thấy dòng tên cột có Trình tự và Trách nhiệm"),
    "no-rows": _("không có bước nào"),
    "too-many-rows": _("quá nhiều bước"),
    "not-bpmn": _("tệp không phải BPMN 2.0"),
    "not-one-process": _("tệp phải có đúng một quy trình"),
    "not-known": _("chỉ nhận tệp Excel .xlsx, BPMN hoặc JSON"),
    "event-of-a-kind": _("sự kiện hẹn giờ, tin nhắn… chưa hỗ trợ, chỉ bắt đầu và kết thúc thường"),
    "element": _("loại phần tử này chưa hỗ trợ"),
    "not-one-start": _("phải có đúng một điểm bắt đầu"),
    "begins-elsewhere": _("sau điểm bắt đầu phải là một bước"),
    "gateway-in-gateway": _("cổng rẽ nhánh nối liền cổng rẽ nhánh chưa hỗ trợ"),
    "leads-nowhere": _("đường nối không đến đâu"),
    "another-process": _("tệp có nhiều quy trình, chỉ nhận quy trình nhiều bước nhất"),
    "branch-became-a-stop": _(
        "nhánh đi thẳng đến kết thúc, đã thêm một bước dừng giải quyết; chọn ai trả lời người nộp, trong bao lâu"
    ),
}
"""Why a file cannot be taken in."""


DOCUMENT_FAULTS = {
    "not-a-list": _("phải là một danh sách trong ngoặc vuông [ ]"),
    "too-many": _("có quá nhiều mục"),
    "not-an-object": _("phải là một nhóm trong ngoặc nhọn { }"),
    "unknown-name": _("có tên mục không được dùng ở đây"),
    "not-a-key": _("phải là mã gồm chữ thường không dấu, số, dấu gạch"),
    "not-a-name": _("phải là mã gồm chữ thường không dấu, số, dấu gạch"),
    "not-a-text": _("phải là chữ và không quá dài"),
    "not-yes-or-no": _("phải là true hoặc false"),
    "not-an-amount": _("phải là số, nhiều nhất sáu số trước và sáu số sau dấu chấm"),
    "unknown": _("không phải là một trong các giá trị được dùng"),
    "twice": _("mã này đã dùng cho một bước khác"),
}
"""What is wrong with a place of a document; anything else is a condition that cannot be read."""


def refusal_words(refusal: Refusal) -> str:
    """The sentence for a refusal of this app; what stops publishing is told in its own words."""
    if refusal.code == "process-faulty" and refusal.params["why"] in FINDINGS:
        return str(refusal.params["words"])
    told = dict(refusal.params)
    if refusal.code == "process-document-faulty":
        is_told = told.get("found") not in (None, "", "''", "None")
        told["as_found"] = gettext(" (tệp ghi %(found)s)") % told if is_told else ""
        told["place"] = refusal.field or gettext("cả tệp")
        told["words"] = DOCUMENT_FAULTS.get(told["why"], gettext("điều kiện không đọc được"))
    elif told.get("why") in FILE_FAULTS:
        told["words"] = str(FILE_FAULTS[told["why"]])
    return str(REFUSALS[refusal.code] % told)


def finding_words(finding: Finding, process: Process) -> str:
    """The sentence for a fault or a warning, with the number and name of its step."""
    told: dict[str, Any] = dict(finding.params)
    if finding.step and process.has(finding.step):
        step = process.step(finding.step)
        told |= {"number": step.number or step.key, "name": step.name}
        if "value" in told and step.limit is not None:
            told["value"] = limit_words(step.limit)
    told |= _as_people_say(told, process)
    return str(FINDINGS[finding.code]) % told


def _as_people_say(told: Mapping[str, Any], process: Process) -> dict[str, Any]:
    said: dict[str, Any] = {}
    if "to" in told and process.has(str(told["to"])):
        said["to"] = process.step(str(told["to"])).number
    if "words" in told:
        said["as_written"] = gettext(" (bảng ghi “%(words)s”)") % told if told["words"] else ""
    if "role" in told:
        said["role_words"] = str(ROLES[Role(told["role"])])
    if "act" in told:
        said["act_words"] = str(ACTS[StepAct(told["act"])])
    if "difference" in told:
        unit = Unit(told["unit"])
        said["total"] = total_words(told)
        said["limit_words"] = time_words(unit, str(told["limit"]))
        said["difference_words"] = difference_words(unit, Fraction(told["difference"]))
    said |= {name: short_day(told[name]) for name in ("day", "since") if name in told}
    for name in ("own", "most"):
        if name in told:
            value, _space, unit_code = str(told[name]).partition(" ")
            said[name] = time_words(Unit(unit_code), value)
    return said


def time_words(unit: Unit, value: str) -> str:
    """ "3 ngày làm việc"; `value` a decimal with a point, or a fraction."""
    return worktime_words(unit, value, gettext)


def kind_of(unit: Unit) -> str:
    """The kind of time a unit is of, as sums are told in."""
    if unit in (Unit.MONTHS, Unit.YEARS):
        return "months"
    return "calendar" if unit is Unit.CALENDAR_DAYS else "working"


def total_words(told: Mapping[str, Any]) -> str:
    """ "3 ngày làm việc và 30 ngày": what was added up, each kind of time for itself."""
    kinds = [
        amount_words(kind, Fraction(told[kind]))
        for kind in KINDS_OF_TIME
        if Fraction(told.get(kind, 0))
    ]
    return gettext(" và ").join(kinds) or amount_words("working", Fraction(0))


def amount_words(kind: str, amount: Fraction) -> str:
    """An exact amount: "3,5 ngày làm việc", "1/3 ngày làm việc"."""
    return time_words(KINDS_OF_TIME[kind], exact_text(amount))


def sums_words(process: Process, limit: StepLimit | None) -> list[dict[str, str]]:
    """Each path with its sum, the longest first, SUMS_SHOWN_MAX at most. A shorter way lacks nothing: what
    runs at once waits for the longest, which alone is held against the limit."""
    sums = path_sums(process, limit)[:SUMS_SHOWN_MAX]
    shorter = {"tone": "neutral", "verdict": gettext("ngắn hơn đường dài nhất")}
    return [
        _sum_words(process, one, limit)
        | (shorter if one.told is Verdict.UNDER and _is_shorter(one, sums) else {})
        for one in sums
    ]


def _is_shorter(one: PathSum, sums: Sequence[PathSum]) -> bool:
    """Whether another way takes longer of every kind of time."""
    return any(more.total != one.total and more.total.covers(one.total) for more in sums)


def _sum_words(process: Process, one: PathSum, limit: StepLimit | None) -> dict[str, str]:
    total = total_words(
        {"working": one.total.working, "calendar": one.total.calendar, "months": one.total.months}
    )
    difference = difference_words(limit.unit, abs(one.difference)) if limit else ""
    untimed = ", ".join(process.step(key).number or key for key in one.untimed)
    told = {"difference": difference, "limit": limit_words(limit), "untimed": untimed}
    return {
        "path": " → ".join(process.step(key).number or key for key in one.keys),
        "total": total,
        "verdict": str(VERDICTS[one.told]) % told,
        "tone": "success" if one.told is Verdict.EQUAL else "warning",
    }


def difference_words(unit: Unit, amount: Fraction) -> str:
    """What is too much or too little, in the unit of the limit where that is hours or half days."""
    per_day = {Unit.WORKING_HOURS: DAY_HOURS, Unit.HALF_DAYS: Fraction(HALF_DAYS_PER_DAY)}
    if unit in per_day:
        return time_words(unit, exact_text(amount * per_day[unit]))
    return amount_words(kind_of(unit), amount)


def exact_text(amount: Fraction) -> str:
    """A decimal with a point where it ends within six places, else a fraction."""
    scaled = amount * 10**6
    if scaled.denominator != 1:
        return str(amount)
    whole, rest = divmod(abs(scaled.numerator), 10**6)
    text = f"{whole}.{rest:06d}".rstrip("0").rstrip(".")
    return f"-{text}" if amount < 0 else text


def condition_of(when: Mapping[str, Any] | None) -> str:
    """The words of a usual condition; "" for none and for one that somebody wrote himself."""
    found = CONDITIONS.get(orjson.dumps(when, option=orjson.OPT_SORT_KEYS).decode()) if when else ""
    return str(found or "")


def limit_words(limit: StepLimit | None) -> str:
    """The time of a step as the table says it; "" without."""
    if limit is None:
        return ""
    return time_words(limit.unit, exact_text(Fraction(limit.value)))
