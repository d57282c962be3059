"""Every word shown for citizens: facts, refusals, levels, roles. One file a lawyer can review."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from motcua.accounts.wording import REFUSALS as ACCOUNT_REFUSALS
from motcua.citizens.vocabulary import ConsentPurpose, ContactKind, IdentityLevel, MemberRole
from motcua.kernel.refusal import Refusal
from motcua.kernel.wording import SENTENCES, word_refusal

CONTACT_KINDS = {ContactKind.PHONE: _("Số điện thoại"), ContactKind.EMAIL: _("Thư điện tử")}

LEVELS = {
    IdentityLevel.CONTACT: _("Chưa xác thực bằng định danh điện tử"),
    IdentityLevel.NATIONAL: _("Đã xác thực bằng định danh điện tử mức 2"),
}

MEMBER_ROLES = {MemberRole.MANAGER: _("Người quản lý"), MemberRole.MEMBER: _("Thành viên")}

CONSENTS = {
    ConsentPurpose.OWN_PAPERS: _("Dùng lại giấy tờ tôi đã nộp hoặc đã nhận"),
}

CONSENT_NOTES = {
    ConsentPurpose.OWN_PAPERS: _(
        "Khi nộp hồ sơ sau, giấy tờ bạn đã có ở đây được đưa ra để bạn chọn, khỏi nộp lại."
    ),
}

FACTS = {
    "citizen.account-opened": _("Mở tài khoản người dân"),
    "citizen.details-changed": _("Sửa thông tin tài khoản"),
    "citizen.contact-changed": _("Đổi số điện thoại hoặc thư điện tử"),
    "citizen.identity-proven": _("Xác thực bằng tài khoản định danh điện tử mức %(level)s"),
    "citizen.sign-in-method-changed": _("Đổi cách đăng nhập"),
    "citizen.closing-asked": _("Yêu cầu đóng tài khoản"),
    "citizen.closing-canceled": _("Không đóng tài khoản nữa"),
    "citizen.erased": _("Đã xóa thông tin của tài khoản"),
    "consent.given": _("Đồng ý cho dùng dữ liệu"),
    "consent.withdrawn": _("Rút lại sự đồng ý"),
    "organization.opened": _("Mở tài khoản tổ chức"),
    "organization.details-changed": _("Sửa thông tin tổ chức"),
    "organization.confirmed": _("Xác minh tài khoản tổ chức"),
    "organization.taken-away": _("Thu hồi tài khoản tổ chức"),
    "organization.member-invited": _("Mời người vào tổ chức"),
    "organization.invitation-withdrawn": _("Rút lại lời mời"),
    "organization.member-joined": _("Thêm thành viên của tổ chức"),
    "organization.member-role-changed": _("Đổi vai trò của thành viên"),
    "organization.member-left": _("Thành viên rời tổ chức"),
}

REFUSALS = {
    "contact-missing": _("Hãy nhập số điện thoại hoặc địa chỉ thư điện tử."),
    "contact-faulty": _(
        "Số điện thoại hoặc thư điện tử chưa đúng. Ví dụ: 0912 345 678 hoặc lan@example.vn."
    ),
    "contact-no-mobile": _("Số máy bàn không nhận được tin nhắn. Hãy nhập số di động."),
    "contact-taken": _("Số điện thoại hoặc thư điện tử này đã thuộc một tài khoản khác."),
    "carrier-missing": _(
        "Nơi này chưa gửi được tin đến loại liên hệ này. Hãy dùng số điện thoại hoặc thư điện tử khác."
    ),
    "code-not-sent": _("Chưa gửi được mã lúc này. Hãy thử lại sau ít phút."),
    "code-too-soon": _("Mã vừa được gửi. Hãy chờ %(seconds)s giây rồi bấm gửi lại."),
    "codes-too-many": _("Đã gửi quá nhiều mã. Hãy thử lại sau %(minutes)s phút."),
    "code-missing": _("Hãy nhập đủ 6 chữ số của mã."),
    "code-wrong": _("Mã không đúng. Hãy xem lại tin mới nhất; còn %(tries_left)s lần thử."),
    "code-ended": _("Mã đã hết hạn hoặc đã dùng. Hãy bấm gửi mã mới."),
    "identity-not-trusted": _("Chưa xác nhận được bạn là ai. Hãy thử lại hoặc đăng nhập bằng mã."),
    "identity-away": _("Hệ thống định danh chưa trả lời. Hãy thử lại sau hoặc đăng nhập bằng mã."),
    "identity-taken": _("Tài khoản định danh này đã nối với một tài khoản khác ở đây."),
    "other-identity": _("Tài khoản này đã xác thực là của người khác. Không nối được."),
    "passkey-faulty": _("Khóa trên máy chưa dùng được. Hãy thử lại hoặc đăng nhập bằng mã."),
    "passkeys-too-many": _("Mỗi tài khoản có nhiều nhất %(most)s khóa. Hãy bỏ bớt khóa cũ."),
    "last-contact": _("Đây là cách duy nhất để vào tài khoản. Hãy thêm liên hệ khác trước khi bỏ."),
    "identity-fixed": _(
        "Họ tên, ngày sinh và số định danh lấy từ tài khoản định danh điện tử. Hãy sửa tại nơi cấp định danh."
    ),
    "language-unknown": _("Hãy chọn tiếng Việt hoặc tiếng Anh."),
    "birth-date-faulty": _("Ngày sinh chưa đúng. Viết ngày/tháng/năm, ví dụ 05/11/1946."),
    "closing-asked-already": _("Bạn đã yêu cầu đóng tài khoản trước đó."),
    "closing-not-asked": _("Tài khoản không có yêu cầu đóng nào."),
    "last-manager": _("Tổ chức phải còn người quản lý. Hãy giao người khác quản lý trước."),
    "member-already": _("Bạn đã là thành viên của tổ chức này."),
    "invitation-ended": _(
        "Lời mời không còn dùng được, hoặc được gửi cho số điện thoại hay thư khác với tài khoản này."
    ),
    "invitations-too-many": _("Đang có %(most)s lời mời chưa trả lời. Hãy rút bớt rồi mời tiếp."),
    "organization-known": _("Bạn đã làm hồ sơ cho mã số thuế này: xem ở mục Tổ chức của tôi."),
    "organization-not-proven": _(
        "Mã số thuế 12 chữ số là số định danh của một người. Chỉ chính người ấy mở được, sau khi xác thực tài khoản bằng định danh điện tử mức 2. Chưa xác thực được thì nộp hồ sơ đứng tên chính mình, hoặc đến quầy nộp."
    ),
    "organization-confirmed-elsewhere": _(
        "Một tài khoản khác của mã số thuế này đã được xác minh. Hãy thu hồi tài khoản ấy trước."
    ),
    "organization-name-missing": _("Hãy nhập tên tổ chức như trên giấy đăng ký."),
    "citizen-name-missing": _("Hãy nhập họ và tên."),
    "citizen-name-odd": _("Tên không có ký tự %(found)s. Hãy bỏ đi và ghi tên bằng chữ."),
    "citizen-name-too-long": _("Họ và tên dài nhất %(length_max)s ký tự."),
}


def refusal_words(refusal: Refusal) -> str:
    """The sentence for a refusal met with an account, in the language of the moment."""
    if refusal.code in SENTENCES:
        return word_refusal(refusal, gettext)
    sentence: Any = REFUSALS.get(refusal.code) or ACCOUNT_REFUSALS.get(refusal.code)
    return str(sentence or ACCOUNT_REFUSALS["not-permitted"]) % refusal.params
