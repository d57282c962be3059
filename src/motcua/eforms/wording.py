"""Every word shown about forms and answers: what is wrong and what to do. Reviewed in one place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from motcua.eforms.rules.publishing import PublishingFault
from motcua.eforms.rules.validation import Fault
from motcua.eforms.vocabulary import AddressForm, FieldKind
from motcua.kernel import wording as kernel_words
from motcua.kernel.dates_vi import short_day
from motcua.kernel.money import figures
from motcua.kernel.refusal import Refusal

KINDS = {
    FieldKind.TEXT: _("Chữ, một dòng"),
    FieldKind.LONG_TEXT: _("Chữ, nhiều dòng"),
    FieldKind.NUMBER: pgettext_lazy("loại", "Số"),
    FieldKind.MONEY_VND: _("Số tiền (đồng)"),
    FieldKind.DATE: _("Ngày"),
    FieldKind.BIRTH_DATE: _("Ngày sinh"),
    FieldKind.SEX: _("Giới tính"),
    FieldKind.YES_NO: _("Có hoặc không"),
    FieldKind.CHOICE: _("Chọn một"),
    FieldKind.CHOICES: _("Chọn nhiều"),
    FieldKind.PERSON: _("Người"),
    FieldKind.ORGANIZATION: _("Tổ chức"),
    FieldKind.ADDRESS: _("Địa chỉ"),
    FieldKind.PHONE: _("Số điện thoại"),
    FieldKind.EMAIL: _("Thư điện tử"),
    FieldKind.PERSONAL_ID: _("Số định danh cá nhân"),
    FieldKind.TAX_CODE: _("Mã số thuế"),
    FieldKind.PAPER_REFERENCE: pgettext_lazy("một", "Giấy tờ"),
    FieldKind.COMPUTED: _("Tự tính"),
    FieldKind.NOTE: _("Lời dặn"),
}

PARTS = {
    "name": _("Họ và tên"),
    "birth_date": _("Ngày sinh"),
    "sex": _("Giới tính"),
    "ethnicity": _("Dân tộc"),
    "nationality": _("Quốc tịch"),
    "personal_id": _("Số định danh cá nhân"),
    "identity_paper": _("Giấy tờ tùy thân"),
    "residence": _("Nơi cư trú"),
    "phone": _("Số điện thoại"),
    "email": _("Thư điện tử"),
    "tax_code": _("Mã số thuế"),
    "address": _("Địa chỉ"),
    "representative_name": _("Người đại diện"),
    "representative_title": _("Chức vụ"),
    "number": _("Số"),
    "issued_on": _("Ngày cấp"),
    "issued_by": _("Nơi cấp"),
    "province_code": _("Tỉnh, thành phố"),
    "province": _("Tỉnh, thành phố"),
    "district": _("Huyện, quận, thị xã"),
    "commune": _("Xã, phường, đặc khu"),
    "commune_code": _("Mã xã, phường"),
    "detail": _("Số nhà, đường, thôn, tổ dân phố"),
    "country": _("Nước"),
}
"""Labels of the parts of compounds; the name of an organization or a paper has its own below."""

ORGANIZATION_NAME = _("Tên tổ chức")
PAPER_NAME = _("Tên giấy tờ")

ADDRESS_FORMS = {
    AddressForm.TWO_TIER: _("Địa chỉ hiện nay (tỉnh, xã)"),
    AddressForm.THREE_TIER: _("Địa chỉ trước 01/7/2025 (tỉnh, huyện, xã)"),
    AddressForm.ABROAD: _("Ở nước ngoài"),
}

FAULTS = {
    "answer-required": _("Chưa có câu trả lời. Hãy điền mục này."),
    "answer-shape": _("Câu trả lời không đúng dạng. Hãy nhập lại mục này."),
    "answer-too-long": _("Dài %(length)s ký tự, nhiều nhất %(length_max)s. Hãy viết ngắn lại."),
    "name-odd": _("Tên không có ký tự %(found)s. Hãy bỏ đi và ghi tên bằng chữ."),
    "word-odd": _("Mục này không có ký tự %(found)s. Hãy bỏ đi và ghi bằng chữ."),
    "number-faulty": _("Đây không phải là số. Hãy nhập số, ví dụ 1250 hoặc 120,5."),
    "number-decimals": _("Quá nhiều chữ số sau dấu phẩy (nhiều nhất %(decimals)s). Hãy làm tròn."),
    "number-too-small": _("Số nhỏ quá. Hãy nhập từ %(least)s trở lên."),
    "number-too-big": _("Số lớn quá. Hãy nhập nhiều nhất %(most)s."),
    "date-faulty": _("Không có ngày này. Hãy nhập ngày, tháng, năm, ví dụ 05/02/1990."),
    "date-too-early": _("Ngày sớm quá. Hãy nhập từ ngày %(earliest)s trở đi."),
    "date-too-late": _("Ngày muộn quá. Hãy nhập ngày %(latest)s hoặc trước đó."),
    "choice-unknown": _("Không có lựa chọn này. Hãy chọn trong danh sách."),
    "yes-no-faulty": _("Hãy chọn Có hoặc Không."),
    "email-faulty": _("Địa chỉ thư chưa đúng. Hãy nhập đủ, ví dụ hoa.le@example.vn."),
    "too-few-items": _("Mới có %(count)s. Hãy thêm cho đủ ít nhất %(least)s."),
    "too-many-items": _("Có %(count)s, nhiều nhất được %(most)s. Hãy bớt đi."),
    "province-unknown": _("Không có tỉnh, thành phố mang mã này. Hãy chọn trong danh sách."),
    "commune-code-faulty": _("Mã xã, phường gồm 5 chữ số. Hãy chọn lại hoặc để trống."),
    "commune-unknown": _("Tỉnh, thành phố này không có xã, phường mang mã ấy. Hãy chọn lại."),
    "commune-differs": _("Mã đã chọn là của %(official)s. Hãy chọn lại xã, phường."),
    "commune-not-in-list": _(
        "Không thấy xã, phường này trong danh mục của tỉnh. Hãy xem lại tên; nếu đúng thì cứ gửi."
    ),
    "people-not-in-list": _(
        "Không thấy dân tộc %(name)s trong danh mục. Hãy xem lại; nếu đúng thì cứ gửi."
    ),
    "number-of-two": _(
        "Số này cũng ghi cho %(other)s. Mỗi người có một số riêng. Hãy xem lại hai mục này."
    ),
    "parent-too-young": _(
        "Con sinh năm %(year)s, người này hơn con chưa đến %(years)s tuổi. Hãy xem lại ngày sinh."
    ),
    "person-birth-year-differs": _(
        "Số định danh cho biết năm sinh %(number_says)s, ở đây ghi %(year)s. Hãy xem lại hai mục này."
    ),
    "person-sex-differs": _(
        "Số định danh cho biết giới tính %(number_says)s, ở đây ghi %(sex)s. Hãy xem lại hai mục này."
    ),
}

TEXT_NAMES = {
    "title": _("Tên"),
    "label": _("Câu hỏi"),
    "help": _("Lời dặn"),
    "item_label": _("Tên của mỗi mục"),
    "paper_label": _("Tên mục trên tờ khai in ra"),
    "paper_title": _("Tên tờ khai in ra"),
    "pledge": _("Lời cam đoan"),
    "say": _("Lời báo khi sai"),
    "signers": _("Người ký tờ khai"),
}
LANGUAGE_NAMES = {"vi": _("tiếng Việt"), "en": _("tiếng Anh")}

PUBLISHING_FAULTS = {
    "words-missing": _("Thiếu %(language)s ở mục “%(name)s”. Hãy viết đủ tiếng Việt, tiếng Anh."),
    "no-pages": _("Biểu mẫu chưa có trang nào. Hãy thêm một trang."),
    "nothing-asked": _("Ở đây chưa hỏi gì. Hãy thêm câu hỏi hoặc xóa đi."),
    "key-twice": _("Tên mục này dùng hai lần. Hãy đổi một tên."),
    "key-shadows": _("Tên mục này trùng tên ở ngoài nhóm. Hãy đổi tên."),
    "choices-missing": _("Câu hỏi chọn chưa có lựa chọn nào. Hãy thêm lựa chọn."),
    "choices-misplaced": _("Loại câu hỏi này không có lựa chọn. Hãy bỏ danh sách lựa chọn."),
    "choice-twice": _("Một mã lựa chọn dùng hai lần. Hãy đổi mã."),
    "formula-missing": _("Mục tự tính chưa có công thức. Hãy viết công thức."),
    "formula-misplaced": _("Chỉ mục tự tính mới có công thức. Hãy bỏ công thức ở đây."),
    "shown-as-misfit": _(
        "Giá trị tự tính không in được theo loại này. Hãy chọn số, tiền, chữ, ngày."
    ),
    "required-misplaced": _(
        "Mục này người dân không điền nên không bắt buộc được. Hãy bỏ bắt buộc."
    ),
    "bounds-misplaced": _("Giới hạn không hợp với loại câu hỏi. Hãy sửa hoặc bỏ giới hạn."),
    "bounds-crossed": _("Giới hạn dưới lớn hơn giới hạn trên. Hãy sửa lại."),
    "length-misplaced": _("Chỉ câu hỏi bằng chữ mới giới hạn độ dài. Hãy bỏ giới hạn."),
    "length-too-big": _("Câu trả lời một dòng dài quá. Hãy dùng loại nhiều dòng."),
    "decimals-misplaced": _("Chỉ câu hỏi về số mới có phần lẻ. Hãy bỏ phần lẻ."),
    "parts-missing": _("Chưa chọn hỏi những gì về người, tổ chức, giấy tờ này. Hãy chọn."),
    "address-forms-misplaced": _("Câu hỏi này không hỏi địa chỉ. Hãy bỏ loại địa chỉ."),
    "fills-unknown": _("Không có vai hoặc phần “%(fills)s”. Hãy chọn trong danh sách."),
    "fills-misfit": _("Loại câu hỏi không hợp với “%(fills)s”. Hãy đổi loại hoặc bỏ liên kết."),
    "fills-in-repeat": _("Câu hỏi lặp lại không nói về một người nộp. Hãy bỏ liên kết."),
    "repeat-in-repeat": _("Phần lặp lại không chứa phần lặp lại khác. Hãy tách ra."),
    "reference-unknown": _("Không có mục “%(reference)s”. Hãy sửa tên mục."),
    "reference-into-repeat": _(
        "“%(reference)s” ở trong phần lặp lại, có nhiều giá trị. Hãy dùng tổng hoặc số lượng."
    ),
    "reference-not-many": _("“%(reference)s” chỉ có một giá trị. Hãy nhìn thẳng vào mục ấy."),
    "reference-not-a-value": _(
        "“%(reference)s” là một nhóm, không so sánh được. Hãy chọn một mục."
    ),
    "operation-misfit": _("Phép so sánh không hợp với loại của “%(reference)s”. Hãy đổi phép."),
    "value-unknown": _("“%(reference)s” không bao giờ là “%(value)s”. Hãy sửa giá trị."),
    "cycle": _("Điều kiện đi thành vòng: mục này chờ chính nó. Hãy sửa điều kiện."),
    "unreachable": _("Không câu trả lời nào làm mục này hiện ra. Hãy sửa điều kiện."),
}

FACTS = {
    "eform.version-published": _(
        "Công bố biểu mẫu điện tử “%(title)s” của thủ tục %(procedure_code)s, áp dụng từ ngày %(valid_from)s"
    ),
    "eform.version-closed": _(
        "Kết thúc bản %(version_number)s của biểu mẫu điện tử %(form_code)s từ ngày %(valid_until)s"
    ),
    "eform.version-withdrawn": _("Rút bản %(version_number)s của biểu mẫu trước khi áp dụng"),
    "eform.draft-saved": _("Lưu bản thảo biểu mẫu điện tử của thủ tục %(procedure_code)s"),
    "eform.draft-discarded": _("Bỏ bản thảo biểu mẫu điện tử của thủ tục %(procedure_code)s"),
}

REFUSALS = {
    "form-begins-in-the-past": _(
        "Biểu mẫu đang dùng nên bản mới bắt đầu sớm nhất ngày %(earliest)s. Hãy chọn ngày khác."
    ),
    "form-not-publishable": _("Biểu mẫu chưa công bố được. Hãy sửa các chỗ nêu dưới đây."),
    "form-faulty": _("Chỗ này của biểu mẫu chưa đúng (%(why)s). Hãy sửa lại."),
    "form-of-no-procedure": _(
        "Danh mục không có thủ tục %(procedure_code)s. Hãy nạp thủ tục trước rồi công bố biểu mẫu."
    ),
    "form-file-malformed": _("Tệp không phải biểu mẫu điện tử (%(part)s). Hãy kiểm tra lại tệp."),
    "form-unreadable": _("Biểu mẫu điện tử không đọc được. Hãy sửa các chỗ nêu dưới đây."),
    "form-definition-faulty": _(
        "Chỗ này của biểu mẫu không đúng (%(why)s: %(found)s). Hãy sửa lại."
    ),
    "form-expression-faulty": _("Điều kiện hoặc công thức không đọc được (%(why)s). Hãy viết lại."),
    "form-draft-changed": _(
        "%(saved_by)s vừa lưu bản thảo này. Xem bản mới rồi sửa lại; điều bạn vừa nhập chưa được lưu."
    ),
    "form-draft-missing": _("Biểu mẫu này không có bản thảo. Hãy mở lại từ danh sách."),
    "form-version-has-begun": _("Chỉ rút được bản chưa áp dụng. Hãy soạn bản mới thay thế."),
    "form-edit-misplaced": _("Chỗ cần sửa không còn trong biểu mẫu. Hãy mở lại trang soạn."),
}


def fault_words(fault: Fault) -> str:
    """The sentence for a fault or doubt of an answer, in the language of the moment."""
    if fault.code == "not-so":
        is_english = (get_language() or "").startswith("en")
        return str(fault.params["en" if is_english else "vi"])
    if fault.code in FAULTS:
        shown = {name: _shown(name, value) for name, value in fault.params.items()}
        return str(FAULTS[fault.code] % shown)
    return kernel_words.word(fault.code, fault.params, gettext)


def refusal_words(refusal: Refusal) -> str:
    """The sentence for a refusal of this app; what stops publishing is told in its own words."""
    if refusal.code == "form-faulty" and refusal.params["why"] in PUBLISHING_FAULTS:
        return str(PUBLISHING_FAULTS[refusal.params["why"]] % _in_words(refusal.params))
    return str(REFUSALS[refusal.code] % refusal.params)


def publishing_words(fault: PublishingFault) -> str:
    """The sentence for what stands in the way of publishing."""
    return str(PUBLISHING_FAULTS[fault.code] % _in_words(fault.params))


def _in_words(params: Mapping[str, Any]) -> dict[str, Any]:
    """A text is called as the page of the editor calls it; a choice by its code."""
    told = dict(params)
    if "language" in told and "name" in told:
        kind, _dot, code = str(told["name"]).partition(".")
        told["name"] = code or str(TEXT_NAMES.get(kind, kind))
        told["language"] = str(LANGUAGE_NAMES[told["language"]])
    return told


def _shown(name: str, value: Any) -> Any:
    """Days and amounts as people write them."""
    if name in ("earliest", "latest"):
        return short_day(date.fromisoformat(value))
    if name in ("least", "most") and isinstance(value, int) and value >= 0:
        return figures(value)
    return gettext(value) if name in ("sex", "number_says") and isinstance(value, str) else value
