"""What each act is for, said at the head of its page; and the paper that is printed after it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from motcua.dossiers.vocabulary import Act
from motcua.papers.vocabulary import PaperKind

LEADS = {
    Act.RECEIVE: _("Hồ sơ đủ giấy tờ: nhận vào, cấp giấy hẹn, bắt đầu tính thời hạn."),
    Act.ASK_TO_COMPLETE: _(
        "Nêu một lần đủ mọi thứ còn thiếu, để người nộp chỉ phải quay lại một lần."
    ),
    Act.REFUSE_RECEPTION: _("Không nhận hồ sơ này. Người nộp được biết lý do bằng giấy."),
    Act.RELEASE: _(
        "Hồ sơ này chờ kết quả của hồ sơ khác nộp cùng. Cho đi tiếp khi không thể có kết quả ấy."
    ),
    Act.TAKE_OVER: _("Nhận hồ sơ do cơ quan khác tiếp nhận thay; thời hạn tính từ lúc này."),
    Act.REFUSE_TAKE_OVER: _(
        "Hồ sơ không thuộc thẩm quyền của cơ quan. Nơi tiếp nhận sẽ chuyển đến đúng cơ quan."
    ),
    Act.REDIRECT: _("Hồ sơ nhận thay phải đến đúng cơ quan có thẩm quyền."),
    Act.ASSIGN: _("Giao hồ sơ cho người giải quyết. Người đó thấy hồ sơ trong việc của mình."),
    Act.START: _("Bắt tay vào việc. Hồ sơ chưa có ai nhận thì thành hồ sơ của bạn."),
    Act.FORWARD: _("Hồ sơ thuộc việc của đơn vị khác cùng cơ quan."),
    Act.OFFER: _(
        "Giao hồ sơ cho cơ quan hoặc đơn vị khác làm một việc. Nơi ấy nhận thì hồ sơ mới đổi tay; "
        "chưa nhận thì bạn vẫn chịu trách nhiệm."
    ),
    Act.ACCEPT_OFFER: _(
        "Đối chiếu giấy tờ rồi nhận. Từ lúc nhận, cơ quan bạn giữ hồ sơ và thời hạn của việc bắt đầu tính."
    ),
    Act.REFUSE_OFFER: _("Không nhận, và nói rõ vì sao. Hồ sơ vẫn ở nơi giao."),
    Act.TAKE_BACK_OFFER: _("Nơi nhận chưa trả lời: không giao nữa. Hồ sơ vẫn ở bạn."),
    Act.PROPOSE: _("Trình dự thảo để người có thẩm quyền quyết định."),
    Act.SEND_BACK: _("Dự thảo chưa được: trả lại người giải quyết, nói rõ cần sửa gì."),
    Act.REQUEST_SUPPLEMENT: _("Nêu một lần đủ mọi thứ cần bổ sung, từng mục một."),
    Act.ALLOW_SUPPLEMENT: _("Hồ sơ đã yêu cầu bổ sung một lần; muốn yêu cầu nữa phải được phép."),
    Act.SUPPLEMENT: _("Ghi nhận từng mục người nộp mang đến, hoặc không còn cần."),
    Act.SUSPEND: _("Người nộp phải làm xong nghĩa vụ tài chính thì mới giải quyết tiếp được."),
    Act.RESUME: _("Người nộp đã làm xong nghĩa vụ tài chính."),
    Act.EXTEND: _("Không kịp hạn: xin lỗi trước hạn và hẹn ngày khác, chỉ một lần."),
    Act.APOLOGIZE: _("Đã quá hạn hoặc quá gần hạn: xin lỗi và hẹn lại ngày trả."),
    Act.WITHDRAW: _("Người nộp không làm thủ tục này nữa và lấy lại hồ sơ."),
    Act.TERMINATE: _("Dừng hẳn, không có kết quả. Chỉ làm khi có căn cứ."),
    Act.DECIDE: _("Đồng ý, hoặc từ chối có căn cứ. Quyết định mang tên bạn."),
    Act.ISSUE_RESULT: _("Ghi số, ngày; hồ sơ coi là giải quyết xong từ lúc này."),
    Act.RETURN_RESULT: _("Trao kết quả tận tay, qua mạng hoặc qua bưu chính, và ghi ai đã nhận."),
    Act.CORRECT_RESULT: _("Ra kết quả mới thay kết quả sai; kết quả sai vẫn lưu để đối chiếu."),
    Act.REOPEN: _("Giải quyết lại hồ sơ đã kết thúc, khi có văn bản cho phép."),
    Act.AMEND: _("Sửa chỗ gõ sai. Thông tin trước khi sửa vẫn còn trong sổ."),
    Act.NOTE: _("Nhắn cho đồng nghiệp cùng thấy hồ sơ này."),
    Act.ATTACH: _("Thêm bản chụp giấy tờ, kết quả hoặc tài liệu khác vào hồ sơ."),
}
REMOVE_FILE = _("Bỏ tệp khỏi hồ sơ")
REMOVE_FILE_LEAD = _("Tệp đính nhầm không hiện nữa; sổ vẫn ghi ai đã bỏ và vì sao.")

PAPERS_AFTER: dict[Act, tuple[PaperKind, ...]] = {
    Act.OFFER: (PaperKind.TRANSFER_SLIP,),
    Act.RECEIVE: (PaperKind.SLIP,),
    Act.TAKE_OVER: (PaperKind.SLIP,),
    Act.ASK_TO_COMPLETE: (PaperKind.SUPPLEMENT_REQUEST,),
    Act.REQUEST_SUPPLEMENT: (PaperKind.SUPPLEMENT_REQUEST,),
    Act.REFUSE_RECEPTION: (PaperKind.RECEPTION_REFUSAL,),
    Act.EXTEND: (PaperKind.APOLOGY,),
    Act.APOLOGIZE: (PaperKind.APOLOGY,),
    Act.TERMINATE: (PaperKind.STOP_NOTICE,),
    Act.RETURN_RESULT: (PaperKind.RETURN_RECEIPT,),
}
PAPERS = {
    PaperKind.SLIP: _("Giấy tiếp nhận hồ sơ và hẹn trả kết quả"),
    PaperKind.SUPPLEMENT_REQUEST: _("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"),
    PaperKind.RECEPTION_REFUSAL: _("Phiếu từ chối tiếp nhận giải quyết hồ sơ"),
    PaperKind.APOLOGY: _("Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết"),
    PaperKind.STOP_NOTICE: _("Thông báo dừng giải quyết hồ sơ"),
    PaperKind.RETURN_RECEIPT: _("Giấy biên nhận trả kết quả"),
    PaperKind.TRANSFER_SLIP: _("Phiếu chuyển xử lý hồ sơ"),
}


def papers_after(act: Act) -> tuple[PaperKind, ...]:
    """The papers to print once the act is done, the first one first."""
    return PAPERS_AFTER.get(act, ())
