"""Every word shown for agencies: kinds, facts and refusals. One file a lawyer can review."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

SCHEMES = {
    "QD20": _("Mã định danh điện tử (QĐ 20/2020/QĐ-TTg)"),
    "QCVN102": _("Mã định danh (QCVN 102:2016/BTTTT)"),
    "LOCAL": _("Mã tạm dùng trong hệ thống"),
    "GSO": _("Mã đơn vị hành chính"),
}

SUCCESSIONS = {
    "MERGE": _("Sáp nhập"),
    "SPLIT": _("Chia tách"),
    "RENAME": _("Đổi tên"),
    "RECODE": _("Đổi mã"),
    "REPLACE": _("Thay thế"),
}

DESK_KINDS = {
    "SERVICE_CENTER": _("Trung tâm Phục vụ hành chính công"),
    "BRANCH": _("Chi nhánh"),
    "RECEPTION_POINT": _("Điểm tiếp nhận và trả kết quả"),
    "RECEPTION_SECTION": _("Bộ phận Tiếp nhận và Trả kết quả"),
}

VERTICAL_SECTORS = {
    "POLICE": _("Công an"),
    "INSURANCE": _("Bảo hiểm xã hội"),
    "TAX": _("Thuế"),
    "MILITARY": _("Quân sự"),
    "OTHER": _("Ngành khác"),
}

FACTS = {
    "level.set": _("Ghi cấp hành chính “%(name)s”"),
    "agency.registered": _("Ghi cơ quan “%(name)s” vào danh mục"),
    "agency.corrected": _("Cập nhật danh mục của cơ quan “%(slug)s”"),
    "agency.renamed": _("Đổi tên từ “%(before)s” thành “%(after)s” từ ngày %(from_date)s"),
    "agency.amended": _(
        "Đổi địa chỉ, điện thoại, nơi nhận phản ánh hoặc thông tin in trên giấy tờ từ ngày %(from_date)s"
    ),
    "agency.moved": _("Chuyển cơ quan cấp trên từ ngày %(from_date)s"),
    "agency.recoded": _("Đổi mã thành %(after)s từ ngày %(from_date)s"),
    "agency.succeeded": _("Cơ quan kế thừa là “%(successor)s” từ ngày %(effective_date)s"),
    "agency.closed": _("Kết thúc hoạt động từ ngày %(from_date)s"),
    "desk.member-admitted": _("Cán bộ của “%(name)s” đến quầy từ ngày %(from_date)s"),
    "desk.member-ended": _("Cán bộ của “%(name)s” thôi làm ở quầy từ ngày %(from_date)s"),
    "desk.opened": _("Mở “%(name)s” từ ngày %(from_date)s"),
    "desk.renamed": _("Đổi tên từ “%(before)s” thành “%(after)s” từ ngày %(from_date)s"),
    "desk.closed": _("Đóng “%(name)s” từ ngày %(from_date)s"),
    "counter.closed": _("Đóng quầy số %(number)s “%(name)s” từ ngày %(from_date)s"),
    "counter.opened": _("Mở quầy số %(number)s “%(name)s” từ ngày %(from_date)s"),
    "unit.opened": _("Lập “%(name)s” từ ngày %(from_date)s"),
    "unit.sector-assigned": _("Nhận lĩnh vực %(sector)s từ ngày %(from_date)s"),
    "unit.sector-released": _("Thôi phụ trách lĩnh vực %(sector)s từ ngày %(from_date)s"),
    "unit.succeeded": _("Đơn vị kế thừa là “%(successor)s” từ ngày %(effective_date)s"),
    "unit.closed": _("Kết thúc “%(name)s” từ ngày %(from_date)s"),
    "position.opened": _("Lập vị trí “%(title)s” từ ngày %(from_date)s"),
}

REFUSALS = {
    "cycle-in-tree": _("Một cơ quan không thể đứng trên chính nó. Hãy chọn cơ quan cấp trên khác."),
    "not-in-force": _("Không có gì đang có hiệu lực vào ngày %(day)s để thay đổi."),
    "changed-that-day-already": _(
        "Ngày %(day)s đã có một thay đổi. Hãy chọn ngày khác hoặc sửa thay đổi đã ghi."
    ),
    "planned-change-ahead": _(
        "Đã ghi một thay đổi từ ngày %(day)s. Hãy xem lại thay đổi đó trước."
    ),
    "code-taken": _("Mã %(agency_code)s đang thuộc cơ quan khác vào ngày %(day)s."),
    "member-is-host": _("Bộ phận này là của chính cơ quan ấy. Hãy chọn cơ quan khác."),
    "slug-taken": _("Tên ngắn “%(slug)s” đã có. Hãy chọn tên ngắn khác."),
    "successors-missing": _(
        "Sáp nhập cần ít nhất hai cơ quan, hoặc một cơ quan nhập vào cơ quan đang có; "
        "chia tách cần ít nhất hai nơi kế thừa."
    ),
    "successor-among-predecessors": _(
        "Một cơ quan không thể vừa kết thúc vừa kế thừa. Hãy bỏ nó khỏi một trong hai danh sách."
    ),
    "nothing-changed": _("Không có gì khác với hiện nay. Hãy sửa ít nhất một ô."),
    "unit-still-needed": _(
        "Đơn vị này còn %(positions)s vị trí, %(dossiers)s hồ sơ đang giải quyết. "
        "Hãy chọn đơn vị tiếp nhận công việc của nó."
    ),
    "document-malformed": _("Tệp không đọc được tại %(place)s (%(problem)s)."),
    "document-does-not-fit": _("Tệp có tên không tìm thấy hoặc bị lặp. Xem danh sách kèm theo."),
    "periods-clash": _("Có hai khoảng thời gian hiệu lực trùng nhau (%(what)s)."),
}
