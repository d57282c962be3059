"""Every word shown for drafts and messages: codes, refusals, facts. Each refusal says what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from motcua.filing.rules.sending import Words
from motcua.filing.vocabulary import ForWhom, PaperWay
from motcua.kernel.refusal import Refusal

FOR_WHOM = {
    ForWhom.MYSELF: _(
        "Cho tôi hoặc người thân tôi đi khai giúp mà luật không đòi giấy ủy quyền"
        " (ví dụ ông bà, cha mẹ khai sinh cho cháu, con)"
    ),
    ForWhom.REPRESENTATIVE: _("Thay người khác, tôi được ủy quyền hoặc là người đại diện"),
    ForWhom.HELPER: _("Giúp người khác điền, người ấy tự đứng tên"),
    ForWhom.ORGANIZATION: _("Cho tổ chức tôi đang làm đại diện"),
}
FOR_WHOM_HINTS = {
    ForWhom.REPRESENTATIVE: _("Cần ảnh giấy ủy quyền hoặc giấy tờ chứng minh quan hệ."),
    ForWhom.ORGANIZATION: _(
        "Tổ chức đứng tên. Đồng nghiệp cùng làm cho tổ chức cũng thấy bản làm dở này và làm tiếp được."
    ),
    ForWhom.HELPER: _("Người ấy sẽ được báo tin qua số điện thoại của chính mình."),
}
WAYS = {
    PaperWay.SEND: _("Gửi ảnh hoặc tệp ngay tại đây"),
    PaperWay.FORM: _("Tờ khai bạn điền trên trang này thay cho giấy này"),
    PaperWay.BRING: _("Tôi sẽ mang bản giấy đến quầy"),
    PaperWay.NOT_MINE: _("Trường hợp của tôi không cần giấy này"),
    PaperWay.LOOKED_UP: _("Cơ quan tự tra cứu, bạn không phải nộp"),
    PaperWay.RESULT: _("Lấy từ kết quả của việc khác nộp cùng, bạn không phải nộp"),
}
ON_PAPER_FORM = _("Đã khai trên biểu mẫu điện tử")
ON_PAPER_BRING = _("Người nộp sẽ mang bản giấy đến quầy")
ON_PAPER_LOOKED_UP = _("Cơ quan tự tra cứu")
AUTHORITY_NAME = _("Giấy ủy quyền hoặc giấy tờ chứng minh quan hệ với người được đại diện")
OTHER_NAME = _("Giấy tờ khác")
POST_NOTE = _("Gửi kết quả qua bưu chính đến: %(address)s")


def said_words() -> Words:
    """What stands beside papers, in the language of the moment."""
    return Words(
        form=str(ON_PAPER_FORM),
        bring=str(ON_PAPER_BRING),
        looked_up=str(ON_PAPER_LOOKED_UP),
        authority=str(AUTHORITY_NAME),
        other=str(OTHER_NAME),
    )


REFUSALS: Mapping[str, Any] = {
    "drafts-too-many": _(
        "Bạn đang có %(drafts_max)s hồ sơ nộp dở. Hãy nộp hoặc xóa bớt rồi bắt đầu hồ sơ mới."
    ),
    "draft-too-long": _("Nội dung quá dài, không lưu được. Hãy rút ngắn phần vừa gõ."),
    "draft-files-too-many": _(
        "Một hồ sơ gửi được nhiều nhất %(files_max)s tệp, tổng cộng %(megabytes_max)s MB. Hãy bỏ bớt tệp không cần."
    ),
    "file-in-draft-already": _(
        "Tệp “%(name)s” đã có ở giấy tờ khác của hồ sơ này. Hãy chọn tệp khác."
    ),
    "draft-sent-already": _("Hồ sơ này đã nộp rồi, mã %(code)s. Xem ở mục Hồ sơ của tôi."),
    "procedure-not-online": _(
        "Thủ tục này chưa nộp được trực tuyến. Hãy xem trang thủ tục để biết nộp ở đâu, cần giấy tờ gì."
    ),
    "office-missing": _("Chưa chọn nơi nộp hồ sơ. Hãy chọn xã, phường."),
    "organization-missing": _(
        "Tài khoản chưa đang làm việc cho tổ chức nào. Hãy chọn tổ chức ở trang Tài khoản rồi thử lại."
    ),
    "draft-of-organization": _(
        "Hồ sơ này đồng nghiệp của bạn đang làm cho tổ chức, nên phải đứng tên tổ chức. Muốn nộp cho người khác, hãy bắt đầu hồ sơ mới."
    ),
    "beneficiary-incomplete": _("Thiếu thông tin của người đứng tên hồ sơ. Hãy điền ô này."),
    "beneficiary-name-odd": _("Tên không có ký tự %(found)s. Hãy bỏ đi và ghi tên bằng chữ."),
    "beneficiary-phone-missing": _(
        "Thiếu số điện thoại của người được giúp. Người ấy cần biết hồ sơ nộp thay mình."
    ),
    "beneficiary-phone-is-helpers": _(
        "Đây là số của bạn. Hãy ghi số của người được giúp, hoặc của người nhà người ấy."
    ),
    "paper-wanted": _("Chưa có giấy tờ “%(name)s”. Hãy chụp ảnh gửi, hoặc chọn cách khác."),
    "answers-incomplete": _("còn %(count)s chỗ chưa điền hoặc chưa đúng. Hãy xem lại."),
    "post-address-missing": _("Thiếu địa chỉ nhận kết quả. Hãy ghi số nhà, đường, xã, tỉnh."),
    "pledge-missing": _("Hãy đánh dấu cam đoan thông tin là đúng rồi mới nộp."),
    "draft-not-ready": _("Hồ sơ chưa đủ để nộp. Hãy xem các chỗ còn thiếu ở đầu trang."),
    "reply-not-asked": _("Cơ quan không còn chờ bổ sung ở hồ sơ này. Hãy xem lại trang hồ sơ."),
    "reply-empty": _("Chưa có mục nào được bổ sung. Hãy gửi ít nhất một mục."),
    "consent-missing": _("Hãy đồng ý dùng lại giấy tờ đã nộp ở trang Tài khoản trước."),
    "message-empty": _("Chưa có nội dung. Hãy viết điều bạn muốn nói."),
    "message-too-long": _("Tin nhắn dài quá %(length_max)s ký tự. Hãy viết ngắn lại."),
    "messages-too-many": _(
        "Hôm nay bạn đã gửi %(messages_max)s tin nhắn về hồ sơ này. Hãy chờ cơ quan trả lời."
    ),
}

FACTS: Mapping[str, Any] = {"message.written": _("Có tin nhắn về hồ sơ")}


def refusal_words(refusal: Refusal) -> str:
    """The sentence for a refusal of this app, in the language of the moment. Faults: KeyError for others."""
    sentence: Any = REFUSALS[refusal.code]
    return str(sentence) % refusal.params
