"""The sentences for what is found in a process before it is published, and short names for reports."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

FINDINGS = {
    "no-steps": _("Quy trình chưa có bước nào. Hãy thêm bước."),
    "title-missing": _("Quy trình chưa có tên. Hãy đặt tên."),
    "limit-negative": _("Thời hạn của quy trình nhỏ hơn 0. Hãy sửa lại."),
    "limit-too-long": _(
        "Thời hạn của quy trình quá dài, nhiều nhất 10 năm (2500 ngày làm việc). Hãy sửa lại."
    ),
    "no-limit": _(
        "Chưa biết thời hạn của cả quy trình nên không so được với tổng các bước. Hãy ghi thời hạn."
    ),
    "limit-over-procedure": _(
        "Thời hạn của quy trình (%(own)s) dài hơn thời hạn của thủ tục (%(most)s). Hãy rút lại."
    ),
    "limit-of-other-kind": _(
        "Thời hạn của quy trình (%(own)s) và của thủ tục (%(most)s) tính theo hai cách khác nhau nên"
        " không so chính xác được. Hãy ghi cùng một cách."
    ),
    "begins-in-the-past": _(
        "Ngày áp dụng %(day)s đã qua: hồ sơ tiếp nhận từ ngày ấy đến nay không đi theo quy trình này. Thường"
        " chọn từ ngày mai."
    ),
    "begins-before-agency": _(
        "Ngày áp dụng %(day)s trước khi có cơ quan này (%(since)s). Hãy chọn ngày khác."
    ),
    "number-twice": _(
        "Bước thứ %(place)s “%(name)s” mang số %(number)s như bước “%(other)s” ở trên. Hãy đổi số của một"
        " bước."
    ),
    "step-without-name": _("Bước %(number)s chưa có tên việc. Hãy ghi việc phải làm."),
    "nobody-to-receive": _(
        "Bước %(number)s “%(name)s” không có ai nhận%(as_written)s. Hãy chọn vai trò, phòng hoặc cơ quan."
    ),
    "time-missing": _(
        "Bước %(number)s “%(name)s” chưa có thời gian. Hãy ghi thời gian; việc làm ngay thì ghi 0."
    ),
    "time-negative": _(
        "Bước %(number)s “%(name)s” có thời gian nhỏ hơn 0 (%(value)s). Hãy sửa lại."
    ),
    "time-too-long": _(
        "Bước %(number)s “%(name)s” ghi %(value)s: quá dài, một bước nhiều nhất 10 năm (2500 ngày làm việc)."
        " Hãy sửa lại."
    ),
    "time-not-whole": _(
        "Bước %(number)s “%(name)s” ghi %(value)s; ngày, tháng, năm theo lịch phải là số tròn."
    ),
    "time-outside": _(
        "Bước %(number)s “%(name)s” làm ở ngoài cơ quan nên thời gian đã ghi không được tính."
    ),
    "minutes-outside": _(
        "Bước %(number)s “%(name)s” làm ở ngoài cơ quan mà lại đòi biên bản của cơ quan."
    ),
    "next-unknown": _(
        "Sau bước %(number)s “%(name)s” là một bước không có (%(to)s). Hãy chọn lại."
    ),
    "next-to-itself": _("Bước %(number)s “%(name)s” đi tiếp về chính nó. Hãy chọn bước khác."),
    "next-twice": _("Bước %(number)s “%(name)s” có hai nhánh cùng đến một bước. Hãy bỏ một nhánh."),
    "return-unknown": _("Bước %(number)s “%(name)s” trả lại một bước không có. Hãy chọn lại."),
    "return-forward": _(
        "Bước %(number)s “%(name)s” trả lại bước %(to)s, nhưng bước ấy không nằm trước nó. Hãy chọn lại."
    ),
    "four-eyes-alone": _(
        "Bước %(number)s “%(name)s” không thể đòi người khác với chính bước ấy. Hãy chọn một bước khác."
    ),
    "four-eyes-unknown": _("Bước %(number)s “%(name)s” phải khác người với một bước không có."),
    "branches-not-told-apart": _(
        "Bước %(number)s “%(name)s” có nhiều nhánh mà không biết đi nhánh nào. Hãy ghi tên hoặc điều kiện"
        " cho từng nhánh."
    ),
    "last-branch-conditional": _(
        "Nhánh cuối của bước %(number)s “%(name)s” có điều kiện, nhưng vẫn được đi khi không nhánh nào"
        " đúng. Nên có một nhánh không điều kiện ở cuối."
    ),
    "condition-on-nothing": _(
        "Điều kiện của một nhánh ở bước %(number)s “%(name)s” nhìn vào “%(path)s”, tờ khai không hỏi điều"
        " ấy nên nhánh không bao giờ được chọn. Hãy sửa điều kiện."
    ),
    "unreachable": _(
        "Không có đường nào đến bước %(number)s “%(name)s”. Hãy nối hoặc bỏ bước này."
    ),
    "loop-without-exit": _(
        "Các bước %(steps)s đi vòng mãi, không ra được. Hãy cho một bước trong đó đi tiếp ra ngoài."
    ),
    "lost-result": _(
        "Đường đi kết thúc ở bước %(number)s “%(name)s” mà chưa trả lời người nộp: mất kết quả. Nếu"
        " bước này trả lời người nộp thì ở mục “Thao tác trên hồ sơ làm xong bước” chọn “Trả kết quả”; nếu"
        " không, hãy thêm bước trả kết quả hoặc dừng giải quyết."
    ),
    "act-missing": _(
        "Bước %(number)s “%(name)s” của %(role_words)s không gắn thao tác nào: bấm “Xong bước này” là xong"
        " dù chưa làm gì trên hồ sơ. Hãy chọn ở mục “Thao tác trên hồ sơ làm xong bước”, thường là"
        " “%(act_words)s”."
    ),
    "parallel-not-joined": _(
        "Các nhánh làm cùng lúc từ bước %(split)s gặp nhau ở bước %(number)s “%(name)s”, bước này không"
        " chờ đủ: việc của nhánh đến sau bị bỏ. Thường phải chọn “Chờ đủ các nhánh”."
    ),
    "sum-over": _(
        "Tổng các bước %(path)s là %(total)s, hơn thời hạn %(limit_words)s là %(difference_words)s. Vượt từ"
        " bước %(number)s “%(name)s”."
    ),
    "sum-under": _(
        "Tổng các bước %(path)s là %(total)s, kém thời hạn %(limit_words)s là %(difference_words)s: phần"
        " thời gian này chưa giao cho ai."
    ),
    "sum-not-comparable": _(
        "Tổng các bước %(path)s là %(total)s, thời hạn là %(limit_words)s: hai cách tính khác nhau nên không"
        " so chính xác được."
    ),
    "unit-unknown": _(
        "Bước %(number)s “%(name)s” giao cho “%(unit)s”, cơ quan này không có phòng ấy. Hãy chọn lại."
    ),
    "agency-unknown": _(
        "Bước %(number)s “%(name)s” giao cho cơ quan “%(agency)s”, danh sách không có. Hãy chọn lại."
    ),
    "role-nobody-holds": _(
        "Bước %(number)s “%(name)s” giao cho vai trò “%(role_words)s”, nhưng ở %(place)s không ai giữ vai"
        " trò ấy. Hãy cử người hoặc chọn lại."
    ),
    "unit-nobody-works-in": _(
        "Bước %(number)s “%(name)s” giao cho %(place)s, nhưng nơi ấy không có ai làm việc."
    ),
}

SHORT = {
    "nobody-to-receive": _("có bước không ai nhận"),
    "time-missing": _("có bước chưa có thời gian"),
    "time-negative": _("có thời gian âm"),
    "time-too-long": _("có thời gian quá dài"),
    "lost-result": _("mất kết quả"),
    "act-missing": _("có bước không gắn thao tác"),
    "loop-without-exit": _("đi vòng không lối ra"),
    "sum-over": _("tổng các bước hơn thời hạn"),
    "sum-under": _("tổng các bước kém thời hạn"),
    "sum-not-comparable": _("tổng và thời hạn không so được"),
    "no-limit": _("không biết thời hạn"),
    "limit-over-procedure": _("dài hơn thời hạn của thủ tục"),
    "limit-of-other-kind": _("tính thời hạn khác cách của thủ tục"),
    "time-outside": _("tính giờ cho bước ở ngoài cơ quan"),
}
"""What tables that are taken over usually lack, for the report."""
