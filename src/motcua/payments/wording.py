"""Every Vietnamese word shown about money at the counter."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from motcua.payments.vocabulary import (
    LineState,
    MessageVerdict,
    OrderState,
    PaymentCause,
    PaymentMethod,
    ReceiptState,
)
from motcua.procedures.vocabulary import FeeKind

KINDS = {FeeKind.FEE: _("Phí"), FeeKind.CHARGE: _("Lệ phí")}

METHODS = {
    PaymentMethod.CASH: _("Tiền mặt"),
    PaymentMethod.TRANSFER_SLIP: _("Chuyển khoản (có chứng từ)"),
    PaymentMethod.CARD_SLIP: _("Thẻ (có biên nhận)"),
    PaymentMethod.VIETQR: _("Chuyển khoản theo mã QR"),
    PaymentMethod.GATEWAY: _("Cổng thanh toán"),
    PaymentMethod.TRANSFER: _("Chuyển khoản (theo sao kê)"),
}

ORDER_STATES = {
    OrderState.OPEN: _("Đang chờ tiền về"),
    OrderState.PAID: _("Đã nhận đủ tiền"),
    OrderState.PAID_LATE: _("Đã nhận tiền, sau khi lần này đã kết thúc"),
    OrderState.PAID_WRONG_AMOUNT: _("Đã nhận tiền, khác số phải nộp"),
    OrderState.EXPIRED: _("Hết hạn, chưa thấy tiền"),
    OrderState.WITHDRAWN: _("Đã thôi, có lần khác thay"),
}

CAUSES = {
    PaymentCause.AS_ASKED: _("Đúng số, đúng hạn"),
    PaymentCause.LATE: _("Về sau khi lần thanh toán đã kết thúc"),
    PaymentCause.WRONG_AMOUNT: _("Khác số phải nộp"),
    PaymentCause.AGAIN: _("Trả thêm lần nữa"),
    PaymentCause.ASSIGNED: _("Cán bộ nhận ra trên sao kê"),
}

LINE_STATES = {
    LineState.WAITING: _("Chưa biết của hồ sơ nào"),
    LineState.MATCHED: _("Khớp số thanh toán"),
    LineState.ASSIGNED: _("Đã nhận cho hồ sơ"),
    LineState.NOT_OURS: _("Không phải tiền hồ sơ"),
}

VERDICTS = {
    MessageVerdict.ACCEPTED: _("Đã ghi tiền"),
    MessageVerdict.ACCEPTED_LATE: _("Đã ghi tiền, về trễ"),
    MessageVerdict.WRONG_AMOUNT: _("Đã ghi tiền, khác số phải nộp"),
    MessageVerdict.REPEATED: _("Nói lại, không ghi thêm"),
    MessageVerdict.CONTRADICTED: _("Trái với lần nói trước, không ghi"),
    MessageVerdict.NOT_PAID: _("Cổng nói chưa trả"),
    MessageVerdict.WRONG_CURRENCY: _("Không phải tiền đồng, không ghi"),
    MessageVerdict.UNKNOWN_ORDER: _("Không phải lần thanh toán của cơ quan"),
    MessageVerdict.STALE: _("Tin cũ gửi lại, không ghi"),
    MessageVerdict.FORGED: _("Chữ ký sai, không ghi"),
    MessageVerdict.UNREADABLE: _("Không đọc được"),
}

VERDICT_REASONS = {
    MessageVerdict.ACCEPTED: _("Đúng chữ ký, đúng số, đúng tiền, còn hạn: đã cấp biên lai."),
    MessageVerdict.ACCEPTED_LATE: _(
        "Đúng chữ ký và đúng tiền, nhưng lần thanh toán đã kết thúc trước đó. Tiền vẫn được ghi; phần không còn nợ phải trả lại."
    ),
    MessageVerdict.WRONG_AMOUNT: _(
        "Đúng chữ ký nhưng số tiền khác số phải nộp. Đã ghi phần còn nợ; phần dư phải trả lại."
    ),
    MessageVerdict.REPEATED: _("Cổng nói lại một giao dịch đã ghi. Không tính thêm lần nữa."),
    MessageVerdict.CONTRADICTED: _(
        "Giao dịch này trước đó cổng nói khác (số khác hoặc tiền khác). Giữ lần đầu; hỏi lại cổng."
    ),
    MessageVerdict.NOT_PAID: _("Cổng nói người nộp chưa trả hoặc trả không thành. Chưa có tiền."),
    MessageVerdict.WRONG_CURRENCY: _("Số tiền không phải tiền đồng. Hỏi lại cổng."),
    MessageVerdict.UNKNOWN_ORDER: _(
        "Cơ quan không có số thanh toán này ở cổng này, hoặc mã cơ quan sai. Hỏi lại cổng."
    ),
    MessageVerdict.STALE: _(
        "Tin ký quá 15 phút trước: có người gửi lại bản cũ. Nếu thật, cổng ký lại và gửi lại."
    ),
    MessageVerdict.FORGED: _(
        "Chữ ký không phải của cổng. Ai đó giả tin; không có tiền nào được ghi."
    ),
    MessageVerdict.UNREADABLE: _("Tin không đúng dạng đã thống nhất. Hỏi lại cổng."),
}
"""Why, in plain words, and what to do."""

STATES = {ReceiptState.ISSUED: _("Đã thu"), ReceiptState.CANCELLED: _("Đã hủy")}

FACTS = {
    "receipt.issued": _("Thu tiền, cấp biên lai số %(number)s quyển %(book_symbol)s"),
    "receipt.cancelled": _("Hủy biên lai số %(number)s quyển %(book_symbol)s: %(reason)s"),
    "till.opened": _("Mở quỹ ngày %(day)s"),
    "till.closed": _("Chốt quỹ ngày %(day)s"),
    "collecting-account.set": _("Nhận tiền vào tài khoản %(number)s, %(bank_name)s"),
    "collecting-account.corrected": _("Sửa tài khoản nhận tiền %(number)s, %(bank_name)s"),
    "collecting-account.ended": _("Thôi nhận tiền vào tài khoản từ ngày %(valid_until)s"),
    "payment-order.opened": _("Tạo lần thanh toán %(number)s"),
    "payment-order.withdrawn": _("Thôi lần thanh toán %(number)s"),
    "payment-order.expired": _("Lần thanh toán %(number)s hết hạn"),
    "payment-order.paid": _("Đã nhận tiền của lần thanh toán %(number)s"),
    "payment.received": _("Nhận tiền về tài khoản, số giao dịch %(reference)s"),
    "payment.confirmed": _("Khoản tiền được xác nhận thêm"),
    "bank-statement.read": _("Đọc sao kê %(file_name)s"),
    "statement-line.settled": _("Xử lý một dòng sao kê"),
}

HANDING_OVER_REFUSALS = {
    "fee-due-with-result": _(
        "Hồ sơ phải nộp %(due_vnd)s đồng khi nhận kết quả. Thu tiền trước, "
        "hoặc lãnh đạo cho trao khi chưa thu, có ghi lý do."
    ),
}
REFUSALS = {
    **HANDING_OVER_REFUSALS,
    "no-collecting-account": _(
        "Cơ quan chưa có tài khoản nhận tiền nên chưa thanh toán trực tuyến được. Nộp tiền tại quầy."
    ),
    "nothing-asked-of-ended-dossier": _(
        "Hồ sơ đã kết thúc mà không có kết quả nên không thu phí, lệ phí nữa."
    ),
    "method-not-at-the-counter": _(
        "Cách nộp tiền này không thu tại quầy. Chọn tiền mặt, chuyển khoản có chứng từ hoặc thẻ."
    ),
    "receipt-without-till": _(
        "Tiền đã về tài khoản nên không hủy biên lai. Muốn trả lại tiền thì lập đề nghị hoàn tiền."
    ),
    "payment-order-ended": _("Lần thanh toán này đã kết thúc. Tạo lần mới nếu hồ sơ còn phải nộp."),
    "money-reason-missing": _(
        "Chưa có lý do, hoặc lý do dài quá %(length_max)s ký tự. Ghi ngắn gọn vì sao."
    ),
    "money-day-faulty": _(
        "Ngày tiền về không thể sau hôm nay, hoặc trước ngày tạo lần thanh toán (%(day)s). Xem lại ngày."
    ),
    "collecting-account-faulty": _("Chưa lưu được tài khoản. Xin xem từng mục bên dưới."),
    "collecting-account-field": _("Mục này chưa đúng. Xem lời nhắc rồi nhập lại."),
    "collecting-account-in-use": _(
        "Tài khoản bắt đầu ngày này đã có lần thanh toán hoặc sao kê nên không sửa được. Khai tài khoản mới từ ngày sau."
    ),
    "collecting-account-overlaps": _(
        "Đã có tài khoản khác bắt đầu từ ngày này hoặc sau đó. Chọn ngày khác."
    ),
    "payment-gateway-unknown": _(
        "Máy chủ chưa khai cổng thanh toán có tên này. Chọn cổng khác hoặc báo người vận hành."
    ),
    "statement-unreadable": _(
        "Không đọc được sao kê (dòng %(row)s). Chọn tệp CSV hoặc camt.053 của ngân hàng và xem lại tên các cột."
    ),
    "statement-not-one": _(
        "Không đọc được sao kê: tệp này không phải CSV (bảng mã UTF-8) hoặc camt.053. Tải lại từ ngân hàng, chọn một trong hai dạng ấy."
    ),
    "statement-heads-missing": _(
        "Không đọc được sao kê: không dòng nào trong tệp có cột %(missing)s. Chép đúng chữ ở đầu cột vào mục Tên các cột."
    ),
    "statement-too-long": _("Sao kê dài quá. Tải sao kê của khoảng ngày ngắn hơn."),
    "statement-of-another-account": _(
        "Sao kê này của tài khoản %(found)s, không phải tài khoản đã chọn."
    ),
    "statement-currency": _(
        "Sao kê có dòng không phải tiền đồng (%(found)s). Chọn tài khoản tiền đồng."
    ),
    "statement-line-settled": _("Dòng sao kê này đã có người xử lý. Tải lại trang để xem."),
    "payment-already-known": _("Tiền của lần thanh toán này đã được ghi nhận rồi."),
    "collection-refused": _("Chưa thu được tiền. Xin xem từng mục bên dưới."),
    "nothing-owed": _("Hồ sơ này không có phí, lệ phí nên không phải thu tiền."),
    "already-paid": _("Hồ sơ này đã nộp đủ phí, lệ phí. Không thu thêm."),
    "not-due-yet": _(
        "Lúc này chưa phải nộp khoản nào. %(later_vnd)s đồng thu sau, đúng lúc thủ tục quy định: "
        "khi bổ sung hoặc khi nhận kết quả."
    ),
    "more-than-owed": _(
        "Số tiền nhiều hơn số còn phải nộp (%(remaining_vnd)s đồng). Sửa lại số tiền; "
        "tiền bản sao, trang thêm thì ghi ở mục thu thêm."
    ),
    "receipt-amount-faulty": _("Số tiền không đúng. Nhập số đồng nguyên, lớn hơn 0."),
    "receipt-line-name-missing": _("Chưa có tên khoản thu. Nhập tên phí hoặc lệ phí."),
    "receipt-lines-faulty": _(
        "Biên lai cần ít nhất một khoản thu và nhiều nhất %(count_max)s khoản."
    ),
    "payer-missing": _("Chưa có tên người nộp tiền. Nhập họ tên hoặc tên tổ chức."),
    "receipt-text-too-long": _("Nhiều nhất %(length_max)s ký tự. Viết ngắn lại."),
    "slip-number-missing": _(
        "Chưa có số chứng từ. Nhập số giao dịch trên chứng từ chuyển khoản hoặc biên nhận thẻ."
    ),
    "card-number-typed": _(
        "Đây là số thẻ đầy đủ. Máy không giữ số thẻ, đã xóa khỏi ô này. Chỉ nhập 4 số cuối và số chuẩn chi trên biên nhận."
    ),
    "card-last-four-faulty": _("Nhập đúng 4 số cuối của thẻ, như in trên biên nhận."),
    "card-terminal-faulty": _(
        "Chưa có mã máy quẹt thẻ, hoặc mã không đúng. Nhập mã TID in trên biên nhận: chữ, số, gạch nối, nhiều nhất 16 ký tự."
    ),
    "card-time-faulty": _(
        "Giờ trên biên nhận phải là hôm nay và không sau lúc này. Xem lại biên nhận."
    ),
    "card-slip-used": _(
        "Biên nhận thẻ này đã ghi cho biên lai %(receipt)s. Mỗi biên nhận chỉ thu một lần."
    ),
    "given-too-little": _(
        "Người nộp đưa còn thiếu %(missing_vnd)s đồng. Nhận thêm tiền hoặc sửa lại số tiền."
    ),
    "receipt-book-full": _(
        "Quyển biên lai năm nay đã dùng hết số. Đề nghị báo người quản trị trước khi thu tiếp."
    ),
    "count-missing": _("Chưa có số tiền đếm được. Nhập số tờ từng loại hoặc tổng số tiền."),
    "count-faulty": _("Số đếm không đúng. Nhập số nguyên, từ 0 trở lên."),
    "counts-disagree": _(
        "Tổng nhập tay khác tổng các loại tờ (%(notes_vnd)s đồng). Đếm lại, hoặc bỏ trống một bên."
    ),
    "difference-unexplained": _(
        "Tiền đếm được lệch %(difference_vnd)s đồng so với sổ. Đếm lại, hoặc ghi lý do chênh lệch."
    ),
    "till-note-too-long": _("Ghi chú nhiều nhất %(length_max)s ký tự. Viết ngắn lại."),
    "till-already-closed": _(
        "Quỹ ngày %(day)s đã chốt nên không thu thêm, không sửa được nữa. Thu vào ngày làm việc sau."
    ),
    "former-till-open": _(
        "Quỹ ngày %(day)s của bạn chưa chốt. Chốt quỹ ngày đó trước, rồi thu tiền hôm nay."
    ),
    "till-opening-faulty": _("Tiền lẻ đầu ngày không đúng. Nhập số đồng nguyên, từ 0 trở lên."),
    "receipt-already-cancelled": _("Biên lai này đã hủy rồi."),
    "cancel-reason-faulty": _(
        "Chưa có lý do hủy, hoặc lý do dài quá %(length_max)s ký tự. Ghi ngắn gọn vì sao hủy."
    ),
}
