"""Every Vietnamese word shown about dossiers: one file to be read by whoever knows the law."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from motcua.dossiers.vocabulary import PartyKind, PartyRole, ReturnMethod, Status
from motcua.procedures.vocabulary import Channel

STATUSES = {
    Status.REGISTERED: _("Mới đăng ký"),
    Status.RECEIVED: _("Được tiếp nhận"),
    Status.NOT_RECEIVED: _("Không được tiếp nhận"),
    Status.PROCESSING: _("Đang xử lý"),
    Status.SUPPLEMENT_REQUESTED: _("Yêu cầu bổ sung giấy tờ"),
    Status.OBLIGATION_DUE: _("Yêu cầu thực hiện nghĩa vụ tài chính"),
    Status.WITHDRAWN: _("Công dân yêu cầu rút hồ sơ"),
    Status.TERMINATED: _("Dừng xử lý"),
    Status.SETTLED: _("Đã xử lý xong"),
    Status.RETURNED: _("Đã trả kết quả"),
}

CHANNELS = {
    Channel.DESK: _("Trực tiếp"),
    Channel.ONLINE: _("Trực tuyến"),
    Channel.POST: _("Bưu chính công ích"),
}

PARTY_ROLES = {
    PartyRole.OWNER: _("Chủ hồ sơ"),
    PartyRole.SUBMITTER: _("Người nộp"),
    PartyRole.REPRESENTATIVE: _("Người được ủy quyền"),
    PartyRole.HELPER: _("Người hỗ trợ kê khai"),
}

PARTY_KINDS = {
    PartyKind.CITIZEN: _("Công dân"),
    PartyKind.ORGANIZATION: _("Tổ chức, doanh nghiệp"),
}

RETURN_METHODS = {
    ReturnMethod.DESK: _("Tại Bộ phận Một cửa"),
    ReturnMethod.ONLINE: _("Trực tuyến"),
    ReturnMethod.POST: _("Qua bưu chính công ích"),
}

FACTS = {
    "dossier.received": _("Tiếp nhận hồ sơ %(dossier_code)s"),
    "number-pattern.set": _("Mẫu mã hồ sơ: %(pattern)s, từ %(valid_from)s"),
    "dossier.deadline-moved": _("Tính lại ngày hẹn trả: %(cause)s"),
}

REFUSALS = {
    "reception-refused": _("Chưa tiếp nhận được hồ sơ. Xin xem từng mục bên dưới."),
    "act-not-allowed": _("Hồ sơ đang ở trạng thái không cho phép thực hiện việc này."),
    "number-pattern-faulty": _(
        "Mẫu mã hồ sơ không dùng được. Mẫu cần có {agency}, một ngày và một số thứ tự, "
        "chỉ dùng chữ in hoa không dấu, chữ số, dấu chấm và gạch nối."
    ),
    "agency-code-missing": _(
        "%(agency)s chưa có mã định danh nên chưa cấp được mã hồ sơ. "
        "Đề nghị quản trị nhập mã định danh của cơ quan."
    ),
    "owner-missing": _("Chưa có chủ hồ sơ. Nhập họ tên người có yêu cầu."),
    "name-missing": _("Chưa có họ tên. Nhập họ tên đầy đủ."),
    "name-too-long": _("Tên dài quá %(length_max)s ký tự. Rút gọn tên."),
    "role-twice": _("Mỗi vai trò chỉ có một người. Bỏ bớt người thừa."),
    "personal-id-faulty": _(
        "Số định danh cá nhân không đúng. Xem lại trên thẻ: 12 chữ số (hoặc 9 chữ số của chứng minh cũ)."
    ),
    "tax-code-faulty": _(
        "Mã số thuế không đúng. Nhập 10 chữ số, chi nhánh thêm gạch nối và 3 chữ số."
    ),
    "phone-faulty": _("Số điện thoại không đúng. Nhập số Việt Nam, ví dụ 0912 345 678."),
    "birth-date-ahead": _("Ngày sinh ở sau hôm nay. Xem lại ngày sinh."),
    "authority-missing": _(
        "Chưa có căn cứ đại diện. Ghi giấy ủy quyền hoặc quan hệ (cha, mẹ, vợ, chồng, con…)."
    ),
    "papers-missing": _(
        "Còn %(count)s giấy tờ chưa đánh dấu. Đánh dấu giấy đã nhận, "
        "hoặc xác nhận rằng trường hợp này không cần."
    ),
    "paper-unknown": _("Có giấy tờ không thuộc thủ tục này. Tải lại danh sách giấy tờ."),
    "count-out-of-range": _("Số lượng phải từ %(count_min)s đến %(count_max)s."),
    "received-ahead": _("Thời điểm nhận ở sau bây giờ. Nhập lại ngày, giờ nhận."),
    "received-too-long-ago": _("Chỉ nhập bổ sung hồ sơ nhận trong %(days_max)s ngày gần đây."),
    "backdating-without-note": _("Hồ sơ nhận từ ngày trước cần ghi chú lý do nhập muộn."),
    "procedure-not-in-force": _(
        "Phiên bản thủ tục này không có hiệu lực vào ngày nhận. Tìm lại thủ tục để dùng bản đúng."
    ),
    "procedure-unknown": _("Không tìm thấy thủ tục. Chọn một thủ tục trong danh sách."),
    "agency-not-in-force": _(
        "Cơ quan không hoạt động vào ngày nhận (đã sáp nhập hoặc chưa thành lập). Xem lại ngày nhận."
    ),
    "cursor-faulty": _("Địa chỉ trang không đúng. Quay lại đầu danh sách."),
    "not-found": _("Không tìm thấy."),
    "not-permitted": _("Không tìm thấy."),
    "limit-unstated": _(
        "Danh mục chưa nêu thời hạn của thủ tục này. Nhập thời hạn theo quyết định công bố."
    ),
    "request-key-reused": _(
        "Mã yêu cầu này đã dùng cho một hồ sơ có nội dung khác. Tạo yêu cầu mới với mã khác."
    ),
    "not-working-here": _("Tài khoản chưa giữ vị trí nào tại cơ quan có Bộ phận Một cửa."),
}
