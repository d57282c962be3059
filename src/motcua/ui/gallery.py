"""Made-up contents for the gallery: each component in every state, in the words of a one-stop office."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.ui import formats
from motcua.ui.charts import Fill, Quantity, Series, bar_chart, column_chart

TONES = ("neutral", "accent", "info", "success", "warning", "danger")
NOTICE_TONES = ("info", "success", "warning", "danger")


class SampleForm(forms.Form):
    """One field of each kind, to show what `field_for` makes of a Django form."""

    full_name = forms.CharField(label=gettext_lazy("Họ và tên"), max_length=60)
    birthday = forms.CharField(
        label=gettext_lazy("Ngày sinh"), help_text=gettext_lazy("Ngày/tháng/năm"), required=False
    )
    channel = forms.ChoiceField(
        label=gettext_lazy("Kênh nộp"),
        choices=[("DIRECT", gettext_lazy("Trực tiếp")), ("ONLINE", gettext_lazy("Trực tuyến"))],
        widget=forms.RadioSelect,
    )
    ward = forms.ChoiceField(
        label=gettext_lazy("Nơi ở"),
        choices=[("", gettext_lazy("Chọn nơi ở")), ("1", "Gia Lâm"), ("2", "Bát Tràng")],
    )
    wishes = forms.MultipleChoiceField(
        label=gettext_lazy("Muốn nhận kết quả"),
        choices=[("POST", gettext_lazy("Qua bưu chính")), ("DESK", gettext_lazy("Tại quầy"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    agreed = forms.BooleanField(
        label=gettext_lazy("Đã đọc lại thông tin với người nộp"), required=False
    )
    note = forms.CharField(label=gettext_lazy("Ghi chú"), widget=forms.Textarea, required=False)
    token = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_full_name(self) -> str:
        name: str = self.cleaned_data["full_name"]
        if any(sign.isdigit() for sign in name):
            raise forms.ValidationError(_("Họ tên không có chữ số."))
        return name


def _forms() -> dict[str, Any]:
    blank = SampleForm(auto_id="blank_%s")
    wrong = SampleForm({"full_name": "Nguyễn Văn 4", "ward": ""}, auto_id="wrong_%s")
    wrong.is_valid()
    return {"blank_form": blank, "wrong_form": wrong}


def _table() -> dict[str, Any]:
    columns = [
        {"key": "code", "label": _("Mã hồ sơ"), "header": True},
        {"key": "name", "label": _("Người nộp")},
        {"key": "due", "label": _("Hẹn trả"), "kind": "date"},
        {"key": "fee", "label": _("Phí, lệ phí"), "kind": "money"},
    ]
    received = [
        ("H26.45-261121-0001", "Nguyễn Thị Hoa", date(2026, 11, 26), 8000),
        ("H26.45-261121-0002", "Đặng Văn Ưởng", date(2026, 12, 4), 0),
        ("H26.45-261121-0003", "Lý A Páo", date(2026, 11, 23), 1_250_000),
    ]
    rows = [
        {"code": code, "name": name, "due": formats.day(due), "fee": formats.money(fee)}
        for code, name, due, fee in received
    ]
    unticked = [{"value": row["code"], **row} for row in rows]
    blocked = ["", "", _("Hồ sơ đang chờ bổ sung")]
    ticked = [
        row | {"chosen": place == 0, "blocked": why}
        for place, (row, why) in enumerate(zip(unticked, blocked, strict=True))
    ]
    return {"columns": columns, "rows": rows, "rows_unticked": unticked, "tick_rows": ticked}


def _story() -> dict[str, Any]:
    received = datetime(2026, 11, 20, 3, 20, tzinfo=UTC)
    timeline = [
        {
            "title": _("Tiếp nhận hồ sơ"),
            "moment": formats.moment(received),
            "iso": formats.iso(received),
            "by": "Trần Thu Hà",
            "tone": "success",
        },
        {
            "title": _("Chuyển bộ phận xử lý"),
            "moment": "14:05 20/11/2026",
            "by": "Trần Thu Hà",
            "icon": "forward",
            "text": _("Kèm 3 giấy tờ"),
        },
        {
            "title": _("Yêu cầu bổ sung"),
            "moment": "09:00 21/11/2026",
            "icon": "file-plus",
            "tone": "warning",
        },
        {
            "title": _("Trả kết quả"),
            "moment": _("hẹn 26/11/2026"),
            "icon": "calendar-check",
            "next": True,
        },
    ]
    trace = [
        {
            "text": _("Nhận lúc 16:10, sau giờ chốt 15:00"),
            "note": _("Tính từ ngày làm việc kế tiếp"),
            "value": "23/11/2026",
            "source": _("Lịch làm việc của cơ quan"),
        },
        {"text": _("Thời hạn giải quyết"), "value": _("3 ngày làm việc")},
        {"text": _("Bỏ qua ngày nghỉ của cơ quan"), "value": "25/11/2026"},
        {"text": _("Ngày hẹn trả"), "value": "27/11/2026"},
    ]
    return {"timeline_items": timeline, "trace_lines": trace}


def _charts() -> dict[str, Any]:
    ended = (Series(_("Đúng hạn"), Fill.SOLID), Series(_("Quá hạn"), Fill.HATCHED))
    online = (Series(_("Trực tuyến"), Fill.SOLID), Series(_("Tại quầy"), Fill.DOTTED))
    months = [(180, 12), (240, 8), (210, 0), (0, 0), (260, 31), (300, 4)]
    return {
        "bars": bar_chart(
            _("Đã giải quyết theo đơn vị"),
            _("Hai đơn vị; Văn phòng giải quyết nhiều nhất."),
            series=ended,
            rows=[
                Quantity("Văn phòng HĐND và UBND", (940, 6), "946", _("6 quá hạn")),
                Quantity("Phòng Kinh tế", (310, 42), "352", _("42 quá hạn")),
            ],
        ),
        "shares": bar_chart(
            _("Tỷ lệ trực tuyến"),
            _("Một thủ tục, nộp trực tuyến 83 %."),
            series=online,
            rows=[Quantity(_("Đăng ký khai sinh"), (83, 17), "83,00 %", whole=100)],
        ),
        "columns_chart": column_chart(
            _("Đã giải quyết theo tháng"),
            _("Sáu tháng; nhiều nhất là tháng 6."),
            series=ended,
            columns=[
                Quantity(str(place + 1), counts, str(sum(counts)), "" if place else "2026")
                for place, counts in enumerate(months)
            ],
        ),
    }


def context() -> dict[str, Any]:
    """Everything the gallery's templates ask for."""
    return {
        "tones": TONES,
        "notice_tones": NOTICE_TONES,
        "nav": [
            {
                "url": "#controls",
                "label": _("Điều khiển"),
                "icon": "square-mouse-pointer",
                "current": True,
            },
            {"url": "#forms", "label": _("Biểu mẫu"), "icon": "square-pen", "current": False},
            {"url": "#tools", "label": _("Công cụ"), "icon": "wrench", "current": False},
            {
                "url": "#messages",
                "label": _("Thông báo"),
                "icon": "bell",
                "current": False,
                "count": 4,
            },
            {"url": "#records", "label": _("Hồ sơ, bảng"), "icon": "table-2", "current": False},
            {"url": "#ways", "label": _("Dẫn đường"), "icon": "signpost", "current": False},
        ],
        "office_name": "Trung tâm Phục vụ hành chính công xã Gia Lâm",
        "desk_name": "Bộ phận Một cửa · Quầy 2",
        "search_url": "/ui/gallery/",
        "sample_errors": [
            {"text": _("Họ và tên: hãy nhập họ tên"), "field_id": "id_name_wrong"},
            {"text": _("Số giấy tờ không đúng 12 chữ số"), "field_id": "id_ward_wrong"},
        ],
        "choices": [
            {
                "value": "a",
                "label": _("Trực tiếp"),
                "chosen": True,
                "hint": _("Tại quầy của bộ phận một cửa"),
            },
            {"value": "b", "label": _("Trực tuyến")},
            {"value": "c", "label": _("Bưu chính")},
        ],
        "grouped": [
            {"value": "1", "label": "Gia Lâm", "group": "Hà Nội"},
            {"value": "2", "label": "Bát Tràng", "group": "Hà Nội", "chosen": True},
            {"value": "3", "label": "Đắk Mil", "group": "Lâm Đồng"},
        ],
        **_forms(),
        **_table(),
        **(_story() | _charts()),
    }
