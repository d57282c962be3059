"""Every Vietnamese word the API says of its own: problems, faulty values, operations."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from motcua.dossiers.commands.performing import PERFORMERS
from motcua.dossiers.wording import ACTS

TITLES = {
    400: _("Không đọc được yêu cầu"),
    401: _("Cần mã truy cập"),
    404: _("Không tìm thấy"),
    405: _("Không dùng được cách gọi này"),
    409: _("Mâu thuẫn với điều đã có"),
    412: _("Đã có thay đổi từ lần xem trước"),
    413: _("Nội dung quá dài"),
    415: _("Không nhận loại nội dung này"),
    422: _("Có thông tin cần sửa"),
    429: _("Gọi quá nhiều lần"),
    500: _("Máy chủ gặp lỗi"),
}

REFUSALS = {
    "not-found": _("Không có, hoặc vị trí của mã truy cập này không được xem hay làm việc đó."),
    "token-missing": _("Yêu cầu chưa kèm mã truy cập. Gửi tiêu đề Authorization: Bearer <mã>."),
    "token-invalid": _(
        "Mã truy cập không đúng, đã hết hạn hoặc bị thu hồi. Xin mã mới ở quản trị của cơ quan."
    ),
    "body-unreadable": _(
        "Nội dung gửi lên không phải JSON mã hóa UTF-8, hoặc lồng quá nhiều lớp. Chưa có gì được lưu."
    ),
    "body-too-large": _("Nội dung gửi lên dài quá %(kilobytes_max)s KB. Chưa có gì được lưu."),
    "media-type-unsupported": _(
        "Chỉ nhận nội dung loại application/json. Sửa tiêu đề Content-Type."
    ),
    "method-not-allowed": _("Địa chỉ này chỉ nhận %(allowed)s."),
    "too-many-requests": _("Đã gọi quá nhiều lần trong một phút. Thử lại sau %(seconds)s giây."),
    "input-invalid": _("Một số thông tin chưa đúng dạng. Xem từng mục trong errors."),
    "card-unreadable": _(
        "Không đọc được nội dung thẻ căn cước. Quét lại, hoặc gửi từng thông tin."
    ),
    "birth-date-faulty": _("Ngày sinh không có thật. Gửi như 1985-11-05, 1985-11 hoặc 1985."),
    "fee-choice-unknown": _(
        "Có khoản phí không thuộc thủ tục này. Xem lại danh sách phí của thủ tục."
    ),
    "papers-missing": _(
        "Còn thiếu giấy tờ: %(names)s. Gửi thêm trong papers, hoặc complete_confirmed là true "
        "nếu trường hợp này không cần."
    ),
    "act-not-allowed": _(
        "Hồ sơ đang ở trạng thái không cho phép thực hiện việc này. Các việc làm được có trong "
        "available_acts."
    ),
    "changed-meanwhile": _(
        "Hồ sơ đã thay đổi từ lần xem trước: %(by)s vừa cập nhật. Đọc lại hồ sơ, rồi gửi lại với "
        "If-Match là version mới nếu việc này vẫn đúng."
    ),
    "upload-unknown": _(
        "Không có tệp nào của vị trí này mang mã như vậy, hoặc tệp đã để quá lâu. "
        "Gửi lại tệp bằng POST /files."
    ),
    "agency-unknown": _(
        "Không có cơ quan nào mang mã định danh này vào ngày đó. Xem lại competent_agency."
    ),
    "group-refused": _("Chưa tiếp nhận hồ sơ nào của nhóm. Xem từng mục trong errors."),
    "act-unknown": _("Không có việc nào tên như vậy. Xem danh sách các việc trong tài liệu API."),
    "server-fault": _("Lỗi ở phía máy chủ, đã được ghi lại. Gửi kèm mã yêu cầu khi báo lỗi."),
}

# By code of ours; `problem_of_value` says which error of the validator has which.
VALUES = {
    "value-missing": _("Thiếu thông tin bắt buộc này."),
    "value-unknown": _("Không có trường nào tên như vậy. Xem lại chính tả của tên trường."),
    "value-type": _("Không đúng loại. Cần %(expected)s."),
    "value-choice": _("Không thuộc danh sách. Chọn một trong: %(expected)s."),
    "value-too-long": _("Dài quá %(max)s ký tự."),
    "value-too-short": _("Cần ít nhất %(min)s ký tự."),
    "value-too-many": _("Nhiều quá %(max)s mục."),
    "value-too-small": _("Phải từ %(min)s trở lên."),
    "value-too-large": _("Không được quá %(max)s."),
    "value-form": _("Không đúng dạng. Xem mẫu của trường này trong tài liệu API."),
    "instant-form": _(
        "Thời điểm không đúng. Gửi như 2026-06-10T09:30:00+07:00; không ghi múi giờ là giờ Việt Nam."
    ),
    "day-form": _("Ngày không đúng. Gửi như 2026-06-10."),
}

KINDS = {
    "object": _("một đối tượng"),
    "list": _("một danh sách"),
    "text": _("chữ"),
    "whole-number": _("số nguyên"),
    "number": _("số"),
    "yes-or-no": _("true hoặc false"),
}

TAGS = {
    "procedures": _("Thủ tục"),
    "dossiers": _("Hồ sơ"),
    "acts": _("Các việc trên hồ sơ"),
    "files": _("Tệp"),
    "work": _("Việc đang có"),
    "money": _("Phí, lệ phí và quỹ"),
    "certification": _("Chứng thực"),
    "reports": _("Số liệu và báo cáo"),
    "feedback": _("Phản ánh, kiến nghị, hỏi đáp"),
    "track": _("Tra cứu công khai"),
}

SUMMARIES = {
    "list_procedures": _("Tìm thủ tục"),
    "list_processes": _("Tìm quy trình nội bộ"),
    "show_process": _("Xem quy trình đang áp dụng: các bước, ai làm, bao lâu"),
    "show_process_version": _("Xem một bản của quy trình"),
    "process_as_bpmn": _("Lấy một bản của quy trình dạng BPMN 2.0"),
    "show_procedure": _("Xem một thủ tục: giấy tờ, thời hạn, phí, các phiên bản"),
    "show_form": _("Xem biểu mẫu điện tử của thủ tục và dạng câu trả lời (JSON Schema)"),
    "check_answers": _("Kiểm tra câu trả lời của biểu mẫu điện tử"),
    "receive_dossier": _("Tiếp nhận một hồ sơ đầy đủ trong một lần gọi"),
    "list_dossiers": _("Tìm và lọc hồ sơ"),
    "show_dossier": _("Xem một hồ sơ: ngày hẹn và lý do, người, giấy tờ, phí"),
    "show_timeline": _("Xem những việc đã xảy ra với hồ sơ"),
    "print_slip": _("Tải giấy tiếp nhận hồ sơ và hẹn trả kết quả (PDF)"),
    "list_papers": _("Xem các giấy in của hồ sơ"),
    "print_paper": _("Tải một giấy của hồ sơ (PDF)"),
    "receive_group": _("Tiếp nhận nhiều hồ sơ của một người trong một lần gọi"),
    "receive_interlinked_group": _("Tiếp nhận cả một nhóm thủ tục liên thông trong một lần gọi"),
    **{f"act_{act.partition('.')[2].replace('-', '_')}": ACTS[act] for act in PERFORMERS},
    "upload_file": _("Gửi một tệp lên"),
    "list_files": _("Xem các tệp của hồ sơ"),
    "read_file": _("Tải một tệp của hồ sơ"),
    "remove_file": _("Bỏ một tệp khỏi hồ sơ"),
    "list_work": _("Xem việc đang có, gấp nhất trước"),
    "list_tasks": _("Xem hộp việc"),
    "show_task": _("Xem một việc và những gì làm được"),
    "do_task": _("Nhận, giao, làm xong, trả lại một việc"),
    "answer_task": _("Trả lời câu hỏi, ghi biên bản kiểm tra, báo kết quả việc được giao"),
    "ask_about_dossier": _("Xin ý kiến, giao kiểm tra, giao nhiệm vụ về một hồ sơ"),
    "list_officers": _("Xem cán bộ của cơ quan"),
    "list_units": _("Xem các đơn vị của cơ quan"),
    "show_register": _("Xem sổ theo dõi hồ sơ của một năm"),
    "list_indicators": _("Xem sổ chỉ tiêu: mỗi chỉ tiêu đếm gì, trên căn cứ nào"),
    "list_reports": _("Xem các báo cáo có thể lập"),
    "show_report": _("Lập báo cáo của một cơ quan trong một kỳ (JSON, XLSX, PDF)"),
    "list_dossiers_behind": _("Xem các hồ sơ đứng sau một con số của báo cáo"),
    "list_closed_reports": _("Xem các báo cáo đã chốt"),
    "show_closed_report": _("Xem một báo cáo đã chốt, nguyên như lúc chốt"),
    "list_differences": _("Xem số liệu nay khác lúc chốt ở đâu, do hồ sơ nào"),
    "close_report": _("Chốt báo cáo của một kỳ đã hết"),
    "begin_bulk": _("Thực hiện một việc cho nhiều hồ sơ"),
    "show_bulk": _("Xem kết quả của việc làm cho nhiều hồ sơ"),
    "begin_export": _("Yêu cầu lập một danh sách thành tệp"),
    "show_export": _("Xem tệp lập đến đâu"),
    "fetch_export": _("Tải tệp danh sách, cả tệp hoặc từng phần"),
    "cancel_export": _("Hủy tệp đang lập"),
    "collect_fee": _("Thu phí, lệ phí của hồ sơ và lập biên lai"),
    "show_money": _("Xem số phải nộp, đã nộp và các biên lai của hồ sơ"),
    "show_fee": _("Xem phí, lệ phí của hồ sơ: từng khoản, ai xin miễn giảm"),
    "settle_fee": _("Xét miễn, giảm hoặc tính lại phí, lệ phí"),
    "let_fee_unpaid": _("Cho trao kết quả khi chưa thu tiền"),
    "list_receipts": _("Tìm biên lai"),
    "begin_to_pay": _("Tạo lần thanh toán, lấy mã VietQR"),
    "list_payment_orders": _("Các lần thanh toán"),
    "show_payment_order": _("Xem một lần thanh toán: tiền đã về, tin của cổng"),
    "show_payment_state": _("Tình trạng của một lần thanh toán"),
    "confirm_payment": _("Xác nhận tiền đã về"),
    "show_receipt": _("Xem một biên lai"),
    "cancel_receipt": _("Hủy một biên lai"),
    "list_tills": _("Xem các quỹ thu phí"),
    "show_books": _("Xem sổ kế toán"),
    "show_satisfaction": _("Xem mức độ hài lòng"),
    "list_refunds": _("Xem các lần hoàn tiền"),
    "list_settlements": _("Xem các bản quyết toán"),
    "show_settlement": _("Xem một bản quyết toán"),
    "list_settlement_items": _("Xem các khoản đứng sau một bản quyết toán"),
    "list_money_differences": _("Xem các chênh lệch khi đối soát"),
    "open_till": _("Mở quỹ đầu ngày"),
    "show_till": _("Xem một quỹ thu phí"),
    "close_till": _("Chốt quỹ cuối ngày"),
    "enter_certification": _("Vào sổ chứng thực giấy tờ của một người"),
    "list_certifications": _("Xem sổ chứng thực"),
    "send_feedback": _("Gửi phản ánh, kiến nghị, câu hỏi (công khai, không cần mã truy cập)"),
    "follow_feedback": _("Theo dõi phản ánh, kiến nghị bằng mã và mã bí mật"),
    "list_published_feedback": _("Xem hỏi đáp, câu trả lời đã công khai"),
    "enter_feedback": _("Vào sổ phản ánh nhận qua điện thoại, thư, tại quầy"),
    "list_feedback": _("Xem sổ phản ánh, kiến nghị"),
    "show_feedback": _("Xem một phản ánh, kiến nghị"),
    "track_dossier": _("Tra cứu trạng thái và ngày hẹn, không có thông tin cá nhân"),
}
