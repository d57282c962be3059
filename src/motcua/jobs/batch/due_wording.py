"""Vietnamese sentences for the fields of a `motcua due` line that cannot be understood."""

from __future__ import annotations

from typing import Final

from motcua.kernel.wording_marker import gettext_noop

SENTENCES: Final[dict[str, str]] = {
    "due-field-wrong/missing": gettext_noop("Thiếu trường “%(name)s”. Hãy bổ sung."),
    "due-field-wrong/unknown": gettext_noop(
        "Không có trường “%(name)s”. Hãy bỏ đi hoặc dùng một trong: %(known)s."
    ),
    "due-field-wrong/object": gettext_noop(
        "Trường “%(name)s” phải là một đối tượng JSON {…}. Hãy sửa lại."
    ),
    "due-field-wrong/list": gettext_noop("Trường “%(name)s” phải là một danh sách. Hãy sửa lại."),
    "due-field-wrong/too-many": gettext_noop("Trường “%(name)s” có quá nhiều mục. Hãy bớt lại."),
    "due-field-wrong/choice": gettext_noop(
        "Trường “%(name)s” không nhận “%(given)s”. Hãy dùng một trong: %(known)s."
    ),
    "due-field-wrong/moment": gettext_noop(
        "Trường “%(name)s” phải là ngày giờ có thật, dạng 2024-03-13T10:20, ở đây là “%(given)s”."
    ),
    "due-field-wrong/day": gettext_noop(
        "Trường “%(name)s” phải là ngày có thật, dạng 2024-03-13, ở đây là “%(given)s”."
    ),
    "due-field-wrong/clock": gettext_noop(
        "Trường “%(name)s” phải là giờ từ 00:00 đến 24:00, dạng 08:00, ở đây là “%(given)s”."
    ),
    "due-field-wrong/session": gettext_noop(
        'Trường “%(name)s” phải gồm các buổi dạng ["08:00", "12:00"]. Hãy sửa lại.'
    ),
    "due-field-wrong/sessions": gettext_noop(
        "Trường “%(name)s”: mỗi buổi phải mở trước khi đóng, các buổi không chồng nhau. Hãy sửa lại."
    ),
    "due-field-wrong/weekday": gettext_noop(
        "Trường “%(name)s” có thứ không hiểu được: “%(given)s”. Hãy dùng mon, tue, wed, thu, fri, sat, sun, khoảng như mon-fri, hoặc mon,wed."
    ),
    "due-field-wrong/weekday-twice": gettext_noop(
        "Trường “%(name)s” nêu “%(given)s” hai lần. Hãy giữ một lần cho mỗi thứ."
    ),
}
