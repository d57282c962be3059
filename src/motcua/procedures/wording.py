"""Every word shown for the catalogue: kinds, fee lines, reasons, facts. Reviewed in one place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from motcua.kernel.money import dong
from motcua.procedures.rules.content import Difference, Document, Limit
from motcua.procedures.rules.fees import FeeLineCode, FeeSheetLine, OpenPointCode
from motcua.procedures.rules.refused import RefusedReason, RefusedRecord
from motcua.procedures.rules.search import Why, WhyCode
from motcua.procedures.vocabulary import (
    AskedAt,
    Channel,
    FeeKind,
    FeeUnit,
    Level,
    OnlineLevel,
    Preference,
    Scope,
)
from motcua.worktime.wording import limit_words as counted_words

CHANNELS = {
    Channel.DESK: _("Trực tiếp"),
    Channel.ONLINE: _("Trực tuyến"),
    Channel.POST: _("Bưu chính công ích"),
}

SCOPES = {
    Scope.NATIONAL: _("Mã quốc gia"),
    Scope.LOCAL: _("Mã riêng của địa phương"),
}

LEVELS = {
    Level.MINISTRY: _("Cấp bộ"),
    Level.PROVINCE: _("Cấp tỉnh"),
    Level.DISTRICT: _("Cấp huyện"),
    Level.COMMUNE: _("Cấp xã"),
    Level.SCHOOL: _("Cơ sở giáo dục"),
    Level.OTHER: _("Cơ quan khác"),
}

ONLINE_LEVELS = {
    OnlineLevel.FULL: _("Toàn trình"),
    OnlineLevel.PARTIAL: _("Một phần"),
    OnlineLevel.INFORMATION: _("Cung cấp thông tin trực tuyến"),
    OnlineLevel.UNSTATED: _("Nguồn chưa nêu"),
}

FEE_KINDS = {FeeKind.FEE: _("Phí"), FeeKind.CHARGE: _("Lệ phí")}

ASKED_AT = {
    AskedAt.RECEPTION: _("Nộp khi nộp hồ sơ"),
    AskedAt.SUPPLEMENT: _("Nộp khi bổ sung hồ sơ, sau khi cơ quan báo số tiền"),
    AskedAt.RETURN: _("Nộp khi nhận kết quả"),
}

FEE_UNITS = {
    FeeUnit.DOSSIER: _("mỗi hồ sơ"),
    FeeUnit.COPY: _("mỗi bản"),
    FeeUnit.PAGE: _("mỗi trang"),
}

PREFERENCES = {
    Preference.MERIT: _("Người có công với cách mạng và thân nhân"),
    Preference.POOR_HOUSEHOLD: _("Người thuộc hộ nghèo"),
    Preference.NEAR_POOR_HOUSEHOLD: _("Người thuộc hộ cận nghèo"),
    Preference.DISABLED: _("Người khuyết tật"),
    Preference.CHILD: _("Trẻ em"),
    Preference.ELDERLY: _("Người cao tuổi"),
    Preference.HARDSHIP_ETHNIC: _("Đồng bào dân tộc thiểu số ở nơi đặc biệt khó khăn"),
    Preference.ORPHAN: _("Trẻ mồ côi, trẻ bị bỏ rơi"),
}

MISSING = {
    "time_limit": _("Thời hạn giải quyết"),
    "fees": _("Phí, lệ phí"),
    "papers": _("Thành phần hồ sơ"),
    "channels": _("Cách thức nộp"),
    "result": _("Kết quả"),
    "legal_basis": _("Căn cứ pháp lý"),
}

FEE_LINES = {
    FeeLineCode.PER_DOSSIER: _("Mỗi hồ sơ %(unit)s"),
    FeeLineCode.PER_COPY: _("%(count)s bản × %(unit)s"),
    FeeLineCode.PER_PAGE: _(
        "Trang %(first)s đến %(last)s: %(count)s trang × %(unit)s × %(times)s bản"
    ),
    FeeLineCode.FREE_UNITS: _("%(count)s đơn vị đầu không thu"),
    FeeLineCode.CAPPED: _("Giảm về mức tối đa %(cap)s mỗi bản"),
    FeeLineCode.REDUCED: _("Giảm %(percent)s%%: %(group)s"),
    FeeLineCode.WAIVED: _("Miễn: %(group)s"),
    FeeLineCode.SET_LOCALLY: _(
        "Mức thu do Hội đồng nhân dân cấp tỉnh quyết định, danh mục này chưa có mức của địa phương"
    ),
}

ONE_PAGE = _("Trang %(first)s: %(unit)s × %(times)s bản")

OPEN_POINTS = {
    OpenPointCode.CHOOSE_CASE: _("Chọn trường hợp áp dụng để tính khoản này"),
    OpenPointCode.SET_LOCALLY: _("Kiểm tra mức thu theo nghị quyết của Hội đồng nhân dân cấp tỉnh"),
}

WHY = {
    WhyCode.CODE: _("Mã thủ tục %(meant)s"),
    WhyCode.EVERYDAY_WORDS: _("“%(said)s” thường chỉ việc %(meant)s"),
    WhyCode.NAME_WORDS: _("Tên thủ tục có “%(meant)s”"),
    WhyCode.MISTYPED: _("“%(said)s” được hiểu là “%(meant)s”"),
}

FIELDS = {
    "name": _("Tên thủ tục"),
    "sector_code": _("Nhóm lĩnh vực"),
    "field_name": _("Lĩnh vực"),
    "levels": _("Cấp thực hiện"),
    "implementing_body": _("Cơ quan thực hiện"),
    "competent_body": _("Cơ quan có thẩm quyền"),
    "cooperating_bodies": _("Cơ quan phối hợp"),
    "channels": _("Cách thức nộp"),
    "online_level": _("Mức độ trực tuyến"),
    "legal_basis": _("Căn cứ pháp lý"),
    "applicant_kinds": _("Đối tượng thực hiện"),
    "results": _("Kết quả"),
    "requirements": _("Yêu cầu, điều kiện"),
    "supplement_policy": _("Thời hạn khi chờ bổ sung"),
    "decision_number": _("Quyết định công bố"),
    "variants": _("Trường hợp thực hiện"),
    "documents": _("Thành phần hồ sơ"),
    "limits": _("Thời hạn giải quyết"),
    "fees": _("Phí, lệ phí"),
}

REFUSED_REASONS = {
    RefusedReason.NO_CODE: _("Bản ghi không có mã thủ tục. Hãy bổ sung mã rồi nạp lại."),
    RefusedReason.CODE_ONLY_BY_NAME: _(
        "Bản ghi không có mã; nguồn khác ghi mã %(likely)s cho tên này. Hãy xác minh rồi điền mã."
    ),
    RefusedReason.DUPLICATE: _(
        "Trùng mã và thời kỳ với bản ghi %(other)s trong cùng tệp. Hãy bỏ một bản."
    ),
    RefusedReason.UNREADABLE: _("Giá trị ở mục %(field)s không đọc được. Hãy sửa rồi nạp lại."),
    RefusedReason.UNKNOWN_PERIOD: _(
        "Không rõ thời kỳ áp dụng ở mục %(field)s. Hãy ghi mô hình hai cấp hoặc ba cấp, hoặc ngày hiệu lực."
    ),
    RefusedReason.PERIOD_OVER: _(
        "Phiên bản này đã hết hiệu lực từ ngày %(valid_until)s nên không thay đổi được nữa."
    ),
    RefusedReason.PERIOD_TAKEN: _(
        "Đã có phiên bản khác trong thời kỳ này, hiệu lực từ ngày %(valid_from)s."
    ),
    RefusedReason.WOULD_REWRITE_PAST: _(
        "Phiên bản đang áp dụng có hiệu lực từ ngày %(valid_from)s. Hãy chọn ngày bắt đầu sau ngày đó."
    ),
}

FACTS = {
    "procedure.version-published": _(
        "Công bố phiên bản thủ tục %(procedure_code)s, hiệu lực từ ngày %(valid_from)s"
    ),
    "life-event.published": _("Công bố sự kiện “%(name)s” từ ngày %(valid_from)s"),
    "life-event.ended": _("Kết thúc sự kiện “%(life_event)s” từ ngày %(valid_until)s"),
    "procedure.version-closed": _(
        "Kết thúc phiên bản thủ tục %(procedure_code)s từ ngày %(valid_until)s"
    ),
}

REFUSALS = {
    "life-events-malformed": _(
        "Tệp sự kiện trong đời không đọc được ở chỗ %(place)s. Hãy sửa rồi nạp lại."
    ),
    "catalogue-document-unreadable": _(
        "Tệp không phải danh mục thủ tục đọc được (%(what)s). Tệp cần có danh sách “procedures”."
    ),
    "catalogue-record-refused": _("Bản ghi không nạp được (%(reason)s)."),
    "supplement-policy-starts-too-early": _(
        "Chỉ đặt được từ ngày mai trở đi: điều đã áp dụng thì không viết lại. Hãy chọn ngày sau."
    ),
    "supplement-policy-for-nothing": _(
        "Không có thủ tục nào còn hiệu lực từ ngày ấy. Hãy chọn lĩnh vực hoặc ngày khác."
    ),
    "fee-case-invalid": _("Số lượng %(count)s không hợp lệ. Hãy nhập từ 0 đến %(count_max)s."),
    "local-amount-invalid": _(
        "Mức thu của địa phương không đúng. Nhập số đồng từ 0 đến 100.000.000."
    ),
    "fee-choice-ambiguous": _("Hai mức thu của cùng một khoản được chọn. Hãy chỉ chọn một."),
    "preference-unknown": _("Không có diện ưu tiên %(group)s. Hãy chọn trong danh sách."),
}


def signed_dong(amount_vnd: int) -> str:
    """`-2000` -> `−2.000 đồng`."""
    return f"−{dong(-amount_vnd)}" if amount_vnd < 0 else dong(amount_vnd)


def fee_line_words(line: FeeSheetLine) -> str:
    """Why this line is what it is: `Trang 1 đến 2: 2 trang × 2.000 đồng × 3 bản`."""
    params: dict[str, Any] = dict(line.params)
    if "unit_vnd" in params:
        params["unit"] = dong(params["unit_vnd"])
    if "cap_vnd" in params:
        params["cap"] = dong(params["cap_vnd"])
    if "group" in params:
        params["group"] = PREFERENCES[Preference(params["group"])]
    is_one = line.code is FeeLineCode.PER_PAGE and params["first"] == params["last"]
    told = str((ONE_PAGE if is_one else FEE_LINES[line.code]) % params)
    return (
        gettext("%(why)s (chờ xét giấy tờ chứng minh)") % {"why": told} if line.is_waiting else told
    )


def limit_words(limit: Limit | None) -> str:
    """`3 ngày làm việc`, `trong ngày`; the source's own words when it counts nothing."""
    if limit is None:
        return str(_("Nguồn chưa nêu thời hạn"))
    if limit.unit is None or limit.value is None:
        return limit.text or str(_("Nguồn chưa nêu thời hạn"))
    return counted_words(limit.unit, format(limit.value.normalize(), "f"), gettext)


def document_words(document: Document) -> str:
    """How many of a paper are asked for: `1 bản chính, 2 bản sao (chỉ xuất trình)`; "" if unstated."""
    asked = ", ".join(copies_words(document.originals, document.copies))
    shown = str(_("chỉ xuất trình")) if document.present_only else ""
    return f"{asked} ({shown})" if asked and shown else asked or shown.capitalize()


def copies_words(originals: int | None, copies: int | None) -> list[str]:
    """`1 bản chính`, `2 bản sao`: what is asked for, without what is not."""
    told = []
    if originals:
        words = ngettext("%(count)s bản chính", "%(count)s bản chính", originals)
        told.append(words % {"count": originals})
    if copies:
        words = ngettext("%(count)s bản sao", "%(count)s bản sao", copies)
        told.append(words % {"count": copies})
    return told


def why_words(why: Why) -> str:
    return str(WHY[why.code] % {"said": why.said, "meant": why.meant})


def refused_words(record: RefusedRecord) -> str:
    """One sentence: why this record was left out, and what to do."""
    known: Mapping[str, Any] = {"field": "", **record.params}
    return str(REFUSED_REASONS[record.reason] % known)


def difference_words(difference: Difference) -> str:
    """The name of the field that differs; the values are shown beside it."""
    return str(FIELDS[difference.field])
