"""Every word shown about interlinked groups. Reviewed in one place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from motcua.interlinked.rules.source import Finding
from motcua.interlinked.vocabulary import AwaitedState, Branch, FailedBecause, OnFailure
from motcua.kernel.refusal import Refusal

FACTS = {
    "interlinked.version-published": _(
        "Công bố nhóm thủ tục liên thông “%(name)s”, áp dụng từ ngày %(valid_from)s"
    ),
    "interlinked.version-closed": _(
        "Kết thúc bản %(version_number)s của nhóm thủ tục %(group_code)s từ ngày %(valid_until)s"
    ),
    "interlinked.submitted": _(
        "Nhận cùng lúc %(count)s hồ sơ của nhóm thủ tục “%(name)s” (%(dossier_code)s)"
    ),
    "interlinked.received": _(
        "Tiếp nhận %(count)s hồ sơ nộp qua mạng của nhóm thủ tục “%(name)s” (%(dossier_code)s)"
    ),
}

REFUSALS = {
    "interlinked-group-not-in-force": _("Ngày này không có nhóm thủ tục ấy. Hãy chọn lại nhóm."),
    "interlinked-member-unknown": _("Nhóm không có thủ tục này. Hãy mở lại trang và chọn lại."),
    "interlinked-member-needed": _(
        "Không bỏ được “%(name)s”: các thủ tục khác cần kết quả của nó."
    ),
    "interlinked-member-not-here": _(
        "Nơi nộp này không có cơ quan giải quyết “%(name)s”. Hãy bỏ việc này ra, hoặc chọn nơi nộp khác."
    ),
    "interlinked-nothing-to-receive": _(
        "Không còn hồ sơ nào của nhóm chờ tiếp nhận. Hãy xem trang của nhóm."
    ),
    "interlinked-members-too-few": _("Hãy chọn ít nhất hai thủ tục của nhóm."),
    "interlinked-member-not-in-catalogue": _(
        "Danh mục hôm nay không có thủ tục %(procedure_code)s. Hãy báo người quản trị danh mục."
    ),
    "interlinked-group-unreadable": _("Nhóm thủ tục chưa dùng được. Hãy sửa các chỗ nêu dưới đây."),
    "interlinked-group-faulty": _("Chỗ này của nhóm thủ tục chưa đúng (%(why)s). Hãy sửa lại."),
    "interlinked-file-malformed": _(
        "Tệp không chứa nhóm thủ tục liên thông. Hãy kiểm tra lại tệp."
    ),
}

GROUP_FAULTS = {
    "shape": _("Không đọc được “%(place)s”. Hãy xem lại tệp."),
    "no-name": _("Nhóm chưa có mã hoặc tên. Hãy ghi đủ."),
    "members-count": _("Nhóm cần từ 2 đến 20 thủ tục. Hãy thêm hoặc bớt."),
    "key-twice": _("Thủ tục “%(place)s” ghi hai lần hoặc chưa có tên. Hãy sửa lại."),
    "no-procedure": _("Thủ tục “%(place)s” không có mã. Hãy tìm mã trong danh mục và ghi vào."),
    "limit-negative": _("Thời hạn của thủ tục “%(place)s” không đúng. Hãy ghi số từ 0 trở lên."),
    "waits-for-unknown": _("Thủ tục “%(place)s” chờ một thủ tục không có trong nhóm. Hãy sửa lại."),
    "cycle": _("Thủ tục “%(place)s” chờ đi chờ lại thành vòng. Hãy bỏ bớt một chiều chờ."),
    "not-in-catalogue": _("Danh mục không có thủ tục %(place)s. Hãy nạp thủ tục này trước."),
}

FINDINGS = {
    "of-three-levels": _(
        "Nhóm này của thời còn cấp huyện (trước 01/7/2025) nên không áp dụng từ hôm nay được."
    ),
    "code-by-name": _(
        "“%(place)s” không ghi mã; lấy mã %(procedure_code)s vì trùng tên. Hãy xem lại."
    ),
    "no-code": _("“%(place)s” không ghi mã và danh mục không có thủ tục nào tên như vậy."),
    "step-of-no-member": _("Có bước thuộc thủ tục %(procedure_code)s không nằm trong nhóm."),
    "member-without-step": _("Không bước nào nói rõ khi nào làm “%(place)s”: coi như làm ngay."),
    "time-negative": _("Bước “%(place)s” ghi thời gian âm (%(value)s)."),
    "no-total": _("Nguồn không ghi tổng thời hạn của nhóm."),
    "no-step-times": _("Nguồn ghi tổng thời hạn nhưng không ghi thời gian từng bước."),
    "units-differ": _("Thời gian ghi lẫn ngày làm việc và ngày thường nên không cộng được."),
    "sum-above-total": _(
        "Cộng các bước được %(sum)s ngày, nhiều hơn tổng ghi %(total)s ngày là %(difference)s ngày: %(steps)s."
    ),
    "sum-below-total": _(
        "Cộng các bước được %(sum)s ngày, ít hơn tổng ghi %(total)s ngày là %(difference)s ngày: %(steps)s."
    ),
}

NOT_OFFERED = {
    "NOBODY_THERE": _(
        "Nơi nộp này chưa có cán bộ của cơ quan ấy ngồi tại quầy, nên việc này phải nộp riêng ở cơ quan ấy."
    ),
    "OWN_FORM": _("Việc này có tờ khai riêng, nên phải nộp riêng."),
    "NOT_IN_CATALOGUE": _("Hôm nay danh mục không có thủ tục này."),
}

LONGER_THAN_STATED = _(
    "Ngày này muộn hơn thời hạn cả nhóm ghi trong văn bản (%(limit)s). Có việc phải chờ kết quả của việc trước, nên thời hạn của từng việc cộng lại thì đến ngày này."
)

BRANCHES = {
    Branch.RECEIVING: _("Cơ quan tiếp nhận"),
    Branch.POLICE: _("Công an"),
    Branch.INSURANCE: _("Bảo hiểm xã hội"),
    Branch.TAX: _("Thuế"),
    Branch.MILITARY: _("Quân sự"),
    Branch.OTHER: _("Cơ quan khác"),
}

ON_FAILURE = {
    OnFailure.ASK: _("cán bộ tiếp nhận hỏi người nộp rồi quyết định làm tiếp hay dừng"),
    OnFailure.GO_ON: _("vẫn làm tiếp, không có kết quả ấy"),
    OnFailure.STOP: _("dừng theo"),
}

FAILED_BECAUSE = {
    FailedBecause.DECLINED: _("hồ sơ ấy không được giải quyết"),
    FailedBecause.WITHDRAWN: _("người nộp đã rút hồ sơ ấy"),
    FailedBecause.TERMINATED: _("hồ sơ ấy đã dừng giải quyết"),
    FailedBecause.NOT_RECEIVED: _("hồ sơ ấy không được tiếp nhận"),
}

STOPPED_BECAUSE = gettext_noop("Không có kết quả của hồ sơ %(code)s nộp cùng.")
GOES_ON_WITHOUT = gettext_noop("Đi tiếp mà không có kết quả của hồ sơ nộp cùng.")
"""Kept in the ledger in the language of the office, as whatever else is given as a reason."""

AWAITED_STATES = {
    AwaitedState.WAITING: _("Đang chờ"),
    AwaitedState.ARRIVED: _("Đã có kết quả"),
    AwaitedState.FAILED: _("Không có kết quả"),
}


def refusal_words(refusal: Refusal) -> str:
    """The sentence for a refusal of this app."""
    if refusal.code == "interlinked-group-faulty":
        return str(GROUP_FAULTS[refusal.params["why"]] % _plain(refusal.params))
    return str(REFUSALS[refusal.code] % _plain(refusal.params))


def finding_words(finding: Finding) -> str:
    """What does not add up in a source, as a sentence."""
    return str(FINDINGS[finding.code] % {"place": finding.place, **finding.params})


def _plain(params: Mapping[str, Any]) -> dict[str, Any]:
    return {"place": "", **params}
