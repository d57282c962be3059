"""Calm pages when something went wrong: what happened, and what to do next. They touch no table."""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.utils.translation import gettext as _

from motcua.ui.context import look_of

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True, slots=True)
class Trouble:
    """One page of trouble: a heading, what happened, and what the reader can do."""

    status: int
    title: str
    text: str
    advice: tuple[str, ...]


def _page(request: HttpRequest | None, trouble: Trouble) -> HttpResponse:
    """The page without any context processor: messages and sign-in would ask the database."""
    template = engines["jinja2"].get_template("ui/errors/trouble.html")
    request_id = getattr(request, "request_id", "")
    context = {
        "look": look_of(request),
        "actor": None,
        "trouble": trouble,
        "request_id": request_id,
    }
    return HttpResponse(template.render(context), status=trouble.status)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """404: also what one sees of things that are not his to see."""
    return _page(
        request,
        Trouble(
            status=404,
            title=_("Không tìm thấy trang này"),
            text=_("Địa chỉ có thể đã gõ sai, hoặc trang không dành cho tài khoản đang dùng."),
            advice=(
                _("Kiểm tra lại địa chỉ, nhất là mã hồ sơ."),
                _("Về trang đầu và tìm từ đó."),
            ),
        ),
    )


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """403."""
    return _page(
        request,
        Trouble(
            status=403,
            title=_("Tài khoản này không được làm việc đó"),
            text=_("Việc vừa chọn cần một quyền mà vị trí công tác hiện tại không có."),
            advice=(
                _("Nếu giữ nhiều vị trí công tác, hãy đổi vị trí rồi làm lại."),
                _("Nếu cần quyền này, hãy báo người quản trị của cơ quan."),
            ),
        ),
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """400."""
    return _page(
        request,
        Trouble(
            status=400,
            title=_("Máy chủ không hiểu yêu cầu này"),
            text=_("Dữ liệu gửi lên thiếu, quá lớn hoặc không đúng dạng. Chưa có gì được lưu."),
            advice=(
                _("Quay lại trang trước và gửi lại."),
                _("Nếu gửi kèm tệp, hãy dùng tệp nhỏ hơn."),
            ),
        ),
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 when the form's token is missing or old: nothing was saved."""
    log.info("csrf refused: %s", reason)
    return _page(
        request,
        Trouble(
            status=403,
            title=_("Trang đã mở quá lâu"),
            text=_(
                "Để an toàn, biểu mẫu này không còn dùng được. Lần gửi này chưa được lưu;"
                " những gì đã báo “Đã lưu” trước đó vẫn còn."
            ),
            advice=(
                _(
                    "Quay lại trang trước: trình duyệt thường còn giữ chữ vừa gõ, hãy chép ra trước."
                ),
                _("Tải lại trang, đăng nhập lại nếu được hỏi, rồi gửi lần nữa."),
                _("Nếu vẫn gặp lỗi, hãy cho phép trình duyệt dùng cookie của trang này."),
            ),
        ),
    )


def too_many(request: HttpRequest) -> HttpResponse:
    """429, which the sign-in library answers; Django itself knows no such handler."""
    return _page(
        request,
        Trouble(
            status=429,
            title=_("Thao tác quá nhanh"),
            text=_("Máy chủ nhận quá nhiều yêu cầu từ đây trong một lúc. Chưa có gì được lưu."),
            advice=(_("Chờ một phút rồi tải lại trang."),),
        ),
    )


SECONDS_TO_WAIT = "10"
_AWAY = "database_was_away"


def server_error(request: HttpRequest) -> HttpResponse:
    """500: drawn from a template that needs no database, no session and no manifest of static files.

    503 where the database did not answer: nothing is broken, it is to come back.
    """
    if isinstance(sys.exc_info()[1], (OperationalError, InterfaceError)):
        return unavailable(request)
    template = engines["jinja2"].get_template("ui/errors/500.html")
    request_id = getattr(request, "request_id", "")
    return HttpResponse(
        template.render({"look": look_of(request), "request_id": request_id}), status=500
    )


def unavailable(request: HttpRequest) -> HttpResponse:
    """503: the database is being started again. The same answer whatever was asked for."""
    response = _page(
        request,
        Trouble(
            status=503,
            title=_("Hệ thống đang được khởi động lại"),
            text=_("Bây giờ chưa xem được mục này. Việc đang làm dở chưa được lưu."),
            advice=(
                _("Chờ một phút rồi tải lại trang."),
                _("Nếu vừa gửi biểu mẫu, hãy xem lại danh sách trước khi gửi lần nữa."),
                _("Cần gấp thì gọi hoặc đến Bộ phận Một cửa."),
            ),
        ),
    )
    response["Retry-After"] = SECONDS_TO_WAIT
    setattr(response, _AWAY, True)
    return response


def database_was_away(response: object) -> bool:
    """Whether this answer says that the database did not answer."""
    return bool(getattr(response, _AWAY, False))


handler400, handler403, handler404, handler500 = bad_request, forbidden, not_found, server_error
