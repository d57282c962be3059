"""Every Vietnamese word shown about certification."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from motcua.certifications.vocabulary import BookKind, EntryState, Step

BOOKS = {
    BookKind.COPY: _("Sổ chứng thực bản sao từ bản chính"),
    BookKind.SIGNATURE: _("Sổ chứng thực chữ ký"),
    BookKind.TRANSACTION: _("Sổ chứng thực giao dịch"),
}

SUBJECTS = {
    BookKind.COPY: _("bản sao từ bản chính"),
    BookKind.SIGNATURE: _("chữ ký"),
    BookKind.TRANSACTION: _("giao dịch"),
}

SHORT = {
    BookKind.COPY: _("Bản sao"),
    BookKind.SIGNATURE: _("Chữ ký"),
    BookKind.TRANSACTION: _("Giao dịch"),
}

RESULTS = {
    BookKind.COPY: _("Bản sao đã chứng thực"),
    BookKind.SIGNATURE: _("Giấy tờ đã chứng thực chữ ký"),
    BookKind.TRANSACTION: _("Giao dịch đã chứng thực"),
}

MATTERS = {
    "2.000815": _("Bản sao từ bản chính"),
    "2.000942": _("Bản sao giao dịch đã chứng thực"),
    "2.000884": _("Chữ ký"),
    "2.000992": _("Chữ ký người dịch là cộng tác viên"),
    "2.001008": _("Chữ ký người dịch không phải cộng tác viên"),
    "2.001035": _("Giao dịch về động sản, đất, nhà ở"),
    "2.001019": _("Di chúc"),
    "2.001016": _("Từ chối nhận di sản"),
    "2.001406": _("Phân chia di sản"),
    "2.000913": _("Sửa đổi, bổ sung, hủy bỏ giao dịch"),
    "2.000927": _("Sửa lỗi sai sót trong giao dịch"),
}
"""What the counter calls the procedures with these codes."""

STATES = {EntryState.ENTERED: _("Đã vào sổ"), EntryState.CANCELLED: _("Đã hủy")}

STEPS = {
    Step.SUBMIT: _("Trình ký"),
    Step.SIGN: _("Ký chứng thực"),
    Step.ISSUE: _("Đóng dấu, phát hành"),
    Step.RETURN: _("Trả kết quả"),
}

WAITS = {
    Step.SUBMIT: _("Chờ trình ký"),
    Step.SIGN: _("Chờ ký"),
    Step.ISSUE: _("Chờ đóng dấu"),
    Step.RETURN: _("Chờ trả"),
}
"""What an entry whose next step it is waits for."""

OPINION = _("Đã đối chiếu bản chính, giấy tờ tùy thân; đủ điều kiện chứng thực.")

FACTS = {
    "certification.entered": _("Vào sổ chứng thực số %(number)s năm %(year)s: %(document_name)s"),
    "certification.signed": _("Ký chứng thực số %(number)s: %(signer_name)s"),
    "certification.cancelled": _("Hủy số chứng thực %(number)s: %(reason)s"),
    "certification-book.closed": _("Khóa sổ chứng thực năm %(year)s, %(entries)s số"),
}

REFUSALS = {
    "certification-refused": _("Chưa vào sổ được. Xin xem từng mục bên dưới."),
    "not-for-certification": _(
        "Thủ tục này không vào sổ chứng thực. Chọn lại việc chứng thực, hoặc tiếp nhận ở trang "
        "Tiếp nhận hồ sơ."
    ),
    "certified-documents-faulty": _(
        "Chưa có giấy tờ nào, hoặc quá %(count_max)s giấy tờ. Ghi tên giấy tờ cần chứng thực."
    ),
    "certified-document-name-missing": _(
        "Giấy tờ thứ %(place)s chưa có tên. Ghi tên, ví dụ Giấy khai sinh."
    ),
    "certified-text-too-long": _("Nhiều nhất %(length_max)s ký tự. Viết ngắn lại."),
    "certified-count-faulty": _(
        "Giấy tờ thứ %(place)s: nhập số từ %(count_min)s đến %(count_max)s."
    ),
    "one-document-each": _(
        "Việc này thu phí theo từng vụ việc: mỗi giấy tờ là một hồ sơ. Nhập riêng từng giấy tờ."
    ),
    "certification-book-closed": _(
        "Sổ chứng thực năm %(year)s đã khóa nên không vào thêm, không sửa được nữa."
    ),
    "certification-book-not-over": _("Năm %(year)s chưa hết. Khóa sổ sau ngày 31/12."),
    "certification-book-unknown": _(
        "Năm %(year)s chưa vào số nào ở sổ này nên không có gì để khóa."
    ),
    "certification-already-cancelled": _("Số này đã hủy rồi."),
    "certification-reason-faulty": _(
        "Chưa có lý do hủy, hoặc lý do dài quá %(length_max)s ký tự. Ghi ngắn gọn vì sao hủy."
    ),
    "certification-not-ready": _(
        "Hồ sơ không ở bước này nữa, hoặc không phải việc của bạn. Tải lại trang để xem mới."
    ),
    "certification-declined": _(
        "Người ký đã từ chối chứng thực. Hủy số trong sổ, rồi phát hành văn bản từ chối ở trang hồ sơ."
    ),
    "steps-at-once-faulty": _("Chọn từ 1 đến %(count_max)s hồ sơ mỗi lần."),
}
