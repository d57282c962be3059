"""Every Vietnamese word shown about dossiers: one file to be read by whoever knows the law."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from motcua.dossiers.vocabulary import (
    Act,
    Decision,
    FileKind,
    OfferAnswer,
    PartyKind,
    PartyRole,
    ReturnMethod,
    Stage,
    Status,
    TerminationGround,
    Timeliness,
)
from motcua.dossiers.wording_fees import FEE_FACTS, FEE_REFUSALS
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

STAGES = {
    **{Stage(status): word for status, word in STATUSES.items()},
    Stage.COMPLETION_ASKED: _("Chờ hoàn thiện trước khi tiếp nhận"),
    Stage.IN_TRANSIT: _("Đang chuyển đến cơ quan có thẩm quyền"),
    Stage.RECEIVED: _("Đã tiếp nhận, chờ giải quyết"),
    Stage.PROPOSED: _("Chờ ký duyệt"),
    Stage.DECIDED: _("Chờ cấp số, đóng dấu"),
}
"""Where a dossier is inside the office, finer than the national state."""

ACTS = {
    Act.REGISTER: _("Ghi nhận hồ sơ đến"),
    Act.RECEIVE: _("Tiếp nhận"),
    Act.RECEIVE_FOR_ANOTHER: _("Tiếp nhận thay cơ quan khác"),
    Act.ASK_TO_COMPLETE: _("Yêu cầu hoàn thiện"),
    Act.REFUSE_RECEPTION: _("Từ chối tiếp nhận"),
    Act.RELEASE: _("Cho đi tiếp, không chờ kết quả"),
    Act.TAKE_OVER: _("Nhận hồ sơ chuyển đến"),
    Act.REFUSE_TAKE_OVER: _("Không nhận hồ sơ chuyển đến"),
    Act.REDIRECT: _("Chuyển đến cơ quan khác"),
    Act.ASSIGN: _("Phân công"),
    Act.START: _("Bắt đầu giải quyết"),
    Act.FORWARD: _("Chuyển đơn vị khác"),
    Act.OFFER: _("Giao hồ sơ"),
    Act.ACCEPT_OFFER: _("Nhận bàn giao"),
    Act.REFUSE_OFFER: _("Từ chối nhận bàn giao"),
    Act.TAKE_BACK_OFFER: _("Rút lại việc giao hồ sơ"),
    Act.PROPOSE: _("Trình ký"),
    Act.SEND_BACK: _("Trả lại để xử lý tiếp"),
    Act.REQUEST_SUPPLEMENT: _("Yêu cầu bổ sung"),
    Act.ALLOW_SUPPLEMENT: _("Cho phép yêu cầu bổ sung lần nữa"),
    Act.SUPPLEMENT: _("Nhận giấy tờ bổ sung"),
    Act.SUSPEND: _("Tạm dừng chờ nghĩa vụ tài chính"),
    Act.RESUME: _("Tiếp tục giải quyết"),
    Act.EXTEND: _("Xin lỗi và gia hạn"),
    Act.APOLOGIZE: _("Xin lỗi và hẹn lại"),
    Act.WITHDRAW: _("Rút hồ sơ"),
    Act.TERMINATE: _("Dừng giải quyết"),
    Act.DECIDE: _("Quyết định"),
    Act.ISSUE_RESULT: _("Ban hành kết quả"),
    Act.RETURN_RESULT: _("Trả kết quả"),
    Act.CORRECT_RESULT: _("Đính chính kết quả"),
    Act.REOPEN: _("Mở lại hồ sơ"),
    Act.AMEND: _("Sửa thông tin người nộp"),
    Act.NOTE: _("Trao đổi nội bộ"),
    Act.ATTACH: _("Đính kèm tệp"),
}

OFFER_ANSWERS = {
    OfferAnswer.ACCEPTED: _("Đã nhận"),
    OfferAnswer.REFUSED: _("Từ chối nhận"),
    OfferAnswer.TAKEN_BACK: _("Bên giao rút lại"),
}
OFFER_WAITS = _("Chờ nhận")

DECISIONS = {
    Decision.GRANTED: _("Đồng ý giải quyết"),
    Decision.DECLINED: _("Không đủ điều kiện giải quyết"),
}

TIMELINESS = {
    Timeliness.EARLY: _("Trước hạn"),
    Timeliness.ON_TIME: _("Đúng hạn"),
    Timeliness.OVERDUE: _("Quá hạn"),
}

TERMINATION_GROUNDS = {
    TerminationGround.WITHDRAWN: _("Người nộp rút hồ sơ"),
    TerminationGround.NOT_COMPLETED: _("Không bổ sung giấy tờ trong thời hạn"),
    TerminationGround.OBLIGATION_NOT_MET: _("Không thực hiện nghĩa vụ tài chính"),
    TerminationGround.OTHER: _("Căn cứ pháp lý khác"),
}

FILE_KINDS = {
    FileKind.PAPER: _("Giấy tờ đã nộp"),
    FileKind.RESULT: _("Kết quả"),
    FileKind.OTHER: _("Tài liệu khác"),
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
    "posting.made": _("Danh sách bưu chính số %(number)s/%(year)s: %(count)s bưu gửi, %(carrier)s"),
    "posting.item-told": _("Bưu gửi %(tracking_number)s: %(state)s %(dossier_code)s"),
    "hand-over-list.made": _("Danh sách bàn giao số %(number)s/%(year)s: %(count)s hồ sơ"),
    "register.closed": _("Khóa sổ theo dõi hồ sơ năm %(year)s: %(entries)s hồ sơ"),
    "number-pattern.set": _("Mẫu mã hồ sơ: %(pattern)s, từ %(valid_from)s"),
    "dossier.deadline-moved": _("Tính lại ngày hẹn trả: %(cause)s"),
    "dossier.registered": _("Ghi nhận hồ sơ đến %(dossier_code)s, chờ kiểm tra"),
    "dossier.accepted": _("Tiếp nhận hồ sơ sau khi kiểm tra đủ"),
    "dossier.released": _("Hết chờ kết quả của hồ sơ nộp cùng, chuyển đến nơi giải quyết"),
    "dossier.taken-over": _("Cơ quan có thẩm quyền nhận hồ sơ, thời hạn bắt đầu tính"),
    "dossier.completion-asked": _("Yêu cầu hoàn thiện trước khi tiếp nhận: %(reason)s"),
    "dossier.reception-refused": _("Từ chối tiếp nhận: %(reason)s"),
    "dossier.assigned": _("Phân công cho %(assignee_name)s"),
    "dossier.processing-started": _("Bắt đầu giải quyết"),
    "dossier.handed-over": _("Bàn giao từ %(from_place)s sang %(to_place)s do thay đổi tổ chức"),
    "dossier.forwarded": _("Chuyển cho %(unit_name)s: %(reason)s"),
    "dossier.offered": _("Giao hồ sơ cho %(to_place)s: %(task)s"),
    "dossier.offer-accepted": _("%(to_place)s nhận bàn giao"),
    "dossier.offer-refused": _("%(to_place)s không nhận bàn giao: %(reason)s"),
    "dossier.offer-taken-back": _("Rút lại việc giao cho %(to_place)s: %(reason)s"),
    "dossier.take-over-refused": _("%(place)s không nhận hồ sơ chuyển đến: %(reason)s"),
    "dossier.redirected": _("Chuyển từ %(from_place)s đến %(to_place)s: %(reason)s"),
    "dossier.decision-proposed": _("Trình ký"),
    "dossier.proposal-sent-back": _("Trả lại để xử lý tiếp: %(reason)s"),
    "dossier.supplement-requested": _("Yêu cầu bổ sung: %(reason)s"),
    "dossier.supplement-allowed": _("Cho phép yêu cầu bổ sung lần nữa: %(reason)s"),
    "dossier.supplemented": _("Nhận giấy tờ bổ sung"),
    "dossier.processing-suspended": _("Tạm dừng chờ nghĩa vụ tài chính: %(reason)s"),
    "dossier.processing-resumed": _("Tiếp tục giải quyết"),
    "dossier.time-limit-extended": _("Xin lỗi và gia hạn: %(reason)s"),
    "dossier.apology-made": _("Xin lỗi và hẹn lại: %(reason)s"),
    "dossier.withdrawn": _("%(asked_by)s rút hồ sơ: %(reason)s"),
    "dossier.processing-terminated": _("Dừng giải quyết: %(reason)s"),
    "dossier.decided": _("Quyết định"),
    "dossier.result-issued": _("Ban hành kết quả"),
    "dossier.result-returned": _("Trả kết quả"),
    "dossier.result-corrected": _("Đính chính kết quả: %(reason)s"),
    "dossier.reopened": _("Mở lại hồ sơ theo %(ground)s: %(reason)s"),
    "dossier.particulars-amended": _("Sửa thông tin người nộp: %(reason)s"),
    "dossier.noted": _("%(text)s"),
    "dossier.file-attached": _("Đính kèm tệp"),
    "dossier.file-removed": _("Bỏ tệp %(name)s: %(reason)s"),
    **FEE_FACTS,
}

REFUSALS = {
    **FEE_REFUSALS,
    "reception-refused": _("Chưa tiếp nhận được hồ sơ. Xin xem từng mục bên dưới."),
    "awaits-companion": _(
        "Hồ sơ này đang chờ kết quả của hồ sơ khác nộp cùng. Khi có kết quả, hồ sơ tự chuyển đến."
    ),
    "awaits-nothing": _("Hồ sơ này không chờ kết quả của hồ sơ nào."),
    "act-not-allowed": _("Hồ sơ đang ở trạng thái không cho phép thực hiện việc này."),
    "changed-since-rehearsal": _(
        "Đã có thay đổi từ khi thử (%(what)s). Hãy xem kết quả thử mới dưới đây rồi thực hiện."
    ),
    "left-behind": _(
        "Chưa thực hiện được: vẫn còn hồ sơ, đơn vị hoặc vị trí ở cơ quan sẽ kết thúc (%(what)s)."
    ),
    "changed-meanwhile": _(
        "Hồ sơ đã thay đổi từ khi bạn mở trang: %(by)s vừa cập nhật. "
        "Xem lại thay đổi rồi gửi lại; nội dung bạn đã nhập vẫn được giữ."
    ),
    "not-empty": _(
        "Cơ sở dữ liệu này đã có hồ sơ của cơ quan khác văn phòng mẫu. Dữ liệu nhiều năm chỉ dựng "
        "được trong cơ sở dữ liệu mới: đặt MOTCUA_DATA (hoặc DATABASE_URL) sang chỗ còn trống."
    ),
    "register-is-closed": _(
        "Sổ theo dõi hồ sơ năm %(year)s đã khóa, không ghi thêm. Xem lại ngày nhận."
    ),
    "register-not-over": _("Năm %(year)s chưa hết. Chỉ khóa sổ sau ngày 31/12."),
    "register-unknown": _("Cơ quan không có sổ theo dõi hồ sơ của năm này."),
    "register-too-long": _(
        "Sổ có %(count)s dòng, một tệp chứa nhiều nhất %(count_max)s. Chọn khoảng ngắn hơn."
    ),
    "export-form-unfit": _("Danh sách này không xuất được ở dạng đó. Chọn một trong: %(forms)s."),
    "export-filter-faulty": _("Điều kiện lọc không đúng. Mở lại danh sách rồi xuất."),
    "too-many-exports": _(
        "Bạn đang có %(count_max)s tệp chưa lập xong. Chờ một tệp xong hoặc hủy bớt rồi xuất lại."
    ),
    "export-too-long": _(
        "Danh sách có %(count)s dòng, một bảng tính chứa nhiều nhất %(count_max)s. "
        "Xuất dạng CSV, hoặc lọc hẹp hơn."
    ),
    "export-outdated": _(
        "Quyền của bạn đã đổi từ khi lập tệp này nên không tải được nữa. "
        "Lập lại tệp này để có tệp theo quyền hiện nay."
    ),
    "export-fault": _("Máy gặp lỗi nên chưa lập được tệp. Lập lại; nếu vẫn lỗi thì báo quản trị."),
    "list-size-faulty": _("Mỗi danh sách có từ 1 đến %(count_max)s dòng. Thêm hoặc bớt dòng."),
    "carrier-missing": _("Chưa ghi đơn vị bưu chính. Ghi tên bưu cục nhận hoặc giao."),
    "tracking-repeated": _("Số hiệu %(number)s có hai lần trong danh sách. Xem lại số hiệu."),
    "arrival-ahead": _("Lúc đến ở sau bây giờ. Xem lại ngày giờ."),
    "sender-missing": _("Chưa ghi người gửi. Ghi họ tên trên bưu gửi."),
    "posted-state-does-not-fit": _("Bưu gửi này không ghi được tình trạng ấy. Tải lại trang."),
    "nothing-listed": _(
        "Chưa chọn hồ sơ nào để bàn giao. Chọn ít nhất một hồ sơ còn trong danh sách."
    ),
    "group-size-faulty": _("Nhận cùng lúc từ 2 đến %(count_max)s hồ sơ. Thêm hoặc bớt hồ sơ."),
    "group-member-refused": _("Hồ sơ thứ %(place)s chưa tiếp nhận được. Xem mục bị đánh dấu."),
    "given-faulty": _("Nội dung gửi lên chưa đúng ở mục này. Xem lại kiểu dữ liệu và tên mục."),
    "bulk-size-faulty": _("Chọn từ 1 đến %(count_max)s hồ sơ."),
    "not-for-many": _("Việc này làm cho từng hồ sơ, không làm cho nhiều hồ sơ cùng lúc."),
    "system-fault": _(
        "Máy gặp lỗi nên hồ sơ này chưa được ghi. Làm lại; nếu vẫn lỗi thì báo quản trị."
    ),
    "view-name-missing": _("Chưa đặt tên. Nhập một tên ngắn cho danh sách."),
    "view-name-too-long": _("Tên dài quá %(length_max)s ký tự. Rút gọn tên."),
    "view-name-taken": _("Bạn đã có danh sách tên này. Chọn tên khác."),
    "too-many-views": _("Chỉ lưu được %(count_max)s danh sách. Xóa bớt danh sách không còn dùng."),
    "reason-missing": _("Chưa ghi lý do. Ghi rõ để người sau đọc hiểu."),
    "text-too-long": _("Nội dung dài quá %(length_max)s ký tự. Rút gọn lại."),
    "already-assigned": _("Hồ sơ đang do chính cán bộ này giải quyết. Chọn người khác."),
    "assignee-unknown": _("Người được chọn không còn giải quyết hồ sơ ở cơ quan này. Chọn lại."),
    "same-unit": _("Hồ sơ đang ở chính đơn vị này. Chọn đơn vị khác."),
    "unit-unknown": _("Cơ quan không còn đơn vị này. Chọn lại."),
    "place-unknown": _("Cơ quan này không hoạt động hôm nay. Chọn cơ quan khác."),
    "same-holder": _("Hồ sơ đang ở chính nơi này. Chọn nơi nhận khác."),
    "same-agency": _("Hồ sơ đang được chuyển đến chính cơ quan này. Chọn cơ quan khác."),
    "no-open-offer": _("Việc giao hồ sơ này đã được trả lời hoặc đã rút lại. Tải lại trang."),
    "task-missing": _("Chưa ghi việc cần làm. Ghi rõ nơi nhận làm gì."),
    "task-time-faulty": _("Thời gian làm phải lớn hơn 0, ví dụ 2 hoặc 0,5."),
    "task-time-too-long": _(
        "Thời gian làm quá dài: hạn rơi sau năm %(year)s. Nhập thời gian ngắn hơn."
    ),
    "papers-unconfirmed": _(
        "Chưa xác nhận đã nhận đủ giấy tờ. Đối chiếu danh sách rồi đánh dấu; "
        "thiếu giấy nào thì từ chối nhận và ghi rõ."
    ),
    "listed-unknown": _("Có giấy tờ hoặc tệp không còn trong hồ sơ. Tải lại trang rồi chọn lại."),
    "only-home": _(
        "Hồ sơ đã kết thúc, chỉ còn giao trả về cơ quan giải quyết nếu đang ở nơi khác."
    ),
    "turned-back-already": _(
        "Cơ quan đã trả lời không nhận hồ sơ này. Chờ nơi tiếp nhận chuyển đến nơi khác hoặc gửi lại."
    ),
    "offer-waits": _(
        "Hồ sơ đang chờ nơi khác nhận bàn giao. Chờ trả lời, hoặc rút lại việc giao trước."
    ),
    "held-elsewhere": _("Hồ sơ đang ở cơ quan khác. Chờ cơ quan ấy giao trả rồi làm tiếp."),
    "items-missing": _("Chưa nêu giấy tờ nào cần bổ sung. Ghi ít nhất một mục."),
    "item-faulty": _("Mỗi mục cần có tên giấy tờ và việc phải làm. Bổ sung mục còn thiếu."),
    "asked-field-unknown": _(
        "Tờ khai của hồ sơ không có mục “%(path)s” để khai lại riêng. Chọn mục khác, hoặc cả nhóm chứa mục ấy."
    ),
    "second-supplement-needs-leave": _(
        "Hồ sơ đã yêu cầu bổ sung một lần. Muốn yêu cầu lần nữa, lãnh đạo phải cho phép trước."
    ),
    "leave-not-needed": _("Chưa cần cho phép: hồ sơ chưa yêu cầu bổ sung, hoặc đã được cho phép."),
    "answer-missing": _("Đánh dấu ít nhất một mục đã nộp hoặc không còn cần."),
    "item-unknown": _("Có mục không thuộc lần yêu cầu này hoặc đã nhận rồi. Tải lại trang."),
    "extended-already": _("Hồ sơ đã gia hạn một lần, không gia hạn nữa."),
    "extended-too-late": _(
        "Chỉ gia hạn được chậm nhất một ngày trước hạn. Nay dùng “Xin lỗi và hẹn lại”."
    ),
    "apology-too-early": _("Vẫn còn kịp gia hạn. Dùng “Xin lỗi và gia hạn” để dời hạn."),
    "apologized-already": _("Đã xin lỗi và hẹn lại một lần."),
    "day-not-later": _("Ngày hẹn lại phải là ngày làm việc, sau hạn hiện tại. Chọn ngày khác."),
    "no-date-to-move": _("Hồ sơ đang chờ người nộp nên chưa có ngày hẹn để dời."),
    "ground-does-not-fit": _("Căn cứ dừng không khớp với tình trạng hồ sơ. Chọn căn cứ khác."),
    "refund-too-much": _("Số tiền hoàn không được quá số phí, lệ phí của hồ sơ."),
    "never-received": _("Hồ sơ chưa từng được tiếp nhận nên không mở lại. Nộp hồ sơ mới."),
    "document-date-ahead": _("Ngày ban hành ở sau hôm nay. Xem lại ngày."),
    "file-not-attached": _("Tệp kết quả chưa đính kèm vào hồ sơ. Đính kèm trước rồi chọn."),
    "recipient-missing": _("Chưa ghi người nhận kết quả. Ghi họ tên người nhận."),
    "authority-to-collect-missing": _(
        "Người nhận không phải chủ hồ sơ hay người được ủy quyền. Ghi giấy ủy quyền hoặc quan hệ."
    ),
    "nothing-amended": _("Thông tin không có gì thay đổi."),
    "too-many-files": _("Hồ sơ chỉ chứa tối đa %(files_max)s tệp, tổng cộng %(size_max)s MB."),
    "file-unknown": _("Không tìm thấy tệp hoặc giấy tờ này. Tải lại trang."),
    "file-attached-already": _("Tệp “%(name)s” đã có trong hồ sơ. Bỏ tệp ấy rồi gửi lại."),
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
    "name-odd": _("Tên không có ký tự %(found)s. Hãy bỏ đi và ghi tên bằng chữ."),
    "role-twice": _("Mỗi vai trò chỉ có một người. Bỏ bớt người thừa."),
    "personal-id-faulty": _(
        "Số định danh cá nhân không đúng. Xem lại trên thẻ: 12 chữ số (hoặc 9 chữ số của chứng minh cũ)."
    ),
    "tax-code-faulty": _(
        "Mã số thuế không đúng. Nhập 10 chữ số, chi nhánh thêm gạch nối và 3 chữ số."
    ),
    "phone-faulty": _("Số điện thoại không đúng. Nhập số Việt Nam, ví dụ 0912 345 678."),
    "answer-unchanged": _(
        "Câu trả lời vẫn như cũ nên chưa gửi. Hãy sửa theo yêu cầu; nếu câu cũ đã đúng, hãy nhắn tin cho cơ quan."
    ),
    "form-unknown": _("Tờ khai này không phải của thủ tục đang nộp. Hãy mở lại tờ khai."),
    "form-not-in-force": _(
        "Tờ khai đã có bản mới. Hãy mở lại tờ khai: những câu đã trả lời vẫn còn, xem lại rồi gửi."
    ),
    "answer-faulty": _("Một câu trả lời trong tờ khai chưa đúng. Hãy xem lại câu ấy."),
    "declaration-missing": _("Chưa có tờ khai. Hãy điền tờ khai rồi gửi lại."),
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

SENT_BY_WEB = _("Người nộp, qua mạng")


def acted_by(actor: Mapping[str, Any]) -> str:
    """Who did what a fact tells of; a citizen is never named in the ledger (`Actor.envelope`)."""
    return str(actor.get("name") or (SENT_BY_WEB if actor.get("citizen") else ""))


NO_ROOM_FOR_FILE = _(
    "Tệp kết quả “%(name)s” của hồ sơ nộp cùng không đính kèm được vì hồ sơ này đã đủ số tệp. Hãy xem tệp ở hồ sơ kia."
)
