"""Acts on an officer's account: doors opened and closed, passwords and tokens shown once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from motcua.accounts.commands.accounts import (
    disable_account,
    enable_account,
    open_account,
    reset_second_factor,
    unlock_account,
)
from motcua.accounts.commands.enroll import account_kind_for, unused_username
from motcua.accounts.commands.passwords import reset_password
from motcua.accounts.commands.sessions import end_sessions_of
from motcua.accounts.commands.tokens import issue_token, revoke_token
from motcua.accounts.passwords import new_first_password
from motcua.accounts.rules.roles import Permission
from motcua.accounts.vocabulary import DisabledReason
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_moment
from motcua.workspace.numbers import whole_number
from motcua.workspace.officers.acting import ActOnOfficer, only_choice
from motcua.workspace.officers.forms import (
    AccountForm,
    Choices,
    CloseForm,
    RevokeForm,
    TokenForm,
)

TOKEN_DAYS = 90


class _OnAccount(ActOnOfficer):
    """An act on an account that is there."""

    def hindrance(self) -> str:
        if self.officer.account is None:
            return gettext("Cán bộ này chưa có tài khoản.")
        return self.account_hindrance()

    def account_hindrance(self) -> str:
        return "" if self.account.is_active else gettext("Tài khoản đang khóa. Hãy mở lại trước.")


class OpenAccount(ActOnOfficer):
    form_class = AccountForm
    title = _("Mở tài khoản")
    told = (
        _("Mật khẩu lần đầu hiện một lần ngay sau khi mở, để in phiếu giao tận tay."),
        _("Người dùng phải đổi mật khẩu khi đăng nhập lần đầu. Mỗi người một tài khoản."),
    )
    button = _("Mở tài khoản")

    def initial(self) -> dict[str, Any]:
        return {"username": unused_username(self.officer.full_name)}

    def hindrance(self) -> str:
        return gettext("Cán bộ này đã có tài khoản.") if self.officer.account else ""

    def perform(self, given: Mapping[str, Any]) -> HttpResponse:
        day, password = local_day(self.at), new_first_password()
        held = [row.roles_on(max(day, row.valid_from)) for row in self.officer.held]
        open_account(
            actor=self.actor,
            at=self.at,
            officer_id=self.officer.id,
            username=given["username"],
            password=password,
            kind=account_kind_for({role for roles in held for role in roles}),
        )
        title = gettext("Đã mở tài khoản")
        answer: HttpResponse = self.secret(title, username=given["username"], password=password)
        return answer


class CloseAccount(_OnAccount):
    form_class = CloseForm
    title = _("Khóa tài khoản")
    told = (
        _("Người này bị đăng xuất ngay và không đăng nhập được nữa."),
        _("Mã truy cập API của các vị trí người này giữ dừng ngay."),
        _("Vị trí, hồ sơ và lịch sử giữ nguyên. Có thể mở lại sau."),
    )
    button = _("Khóa tài khoản")
    done = _("Đã khóa tài khoản.")
    is_grave = True

    def account_hindrance(self) -> str:
        if self.is_own():
            return gettext("Không thể tự khóa tài khoản đang dùng.")
        return "" if self.account.is_active else gettext("Tài khoản đã khóa trước đó.")

    def perform(self, given: Mapping[str, Any]) -> None:
        disable_account(
            actor=self.actor,
            at=self.at,
            user_id=self.account.user_id,
            reason=DisabledReason(given["reason"]),
        )


class _NewPassword(_OnAccount):
    """Ends with a new first password shown once."""

    shown: Any = ""

    def change(self, password: str) -> None:
        raise NotImplementedError

    def perform(self, given: Mapping[str, Any]) -> HttpResponse:
        password = new_first_password()
        self.change(password)
        answer: HttpResponse = self.secret(
            str(self.shown), username=self.account.username, password=password
        )
        return answer


class ReopenAccount(_NewPassword):
    title = _("Mở lại tài khoản")
    told = (
        _("Mật khẩu cũ không dùng được nữa. Mật khẩu mới hiện một lần để in phiếu."),
        _("Quyền là quyền của các vị trí đang giữ. Không giữ vị trí nào thì chưa làm được gì."),
    )
    button = _("Mở lại và đặt mật khẩu mới")
    shown = _("Đã mở lại tài khoản")

    def account_hindrance(self) -> str:
        return gettext("Tài khoản đang mở. Không cần mở lại.") if self.account.is_active else ""

    def change(self, password: str) -> None:
        enable_account(
            actor=self.actor, at=self.at, user_id=self.account.user_id, password=password
        )


class ResetPassword(_NewPassword):
    title = _("Đặt lại mật khẩu")
    told = (
        _("Mật khẩu cũ không dùng được nữa và mọi phiên đăng nhập kết thúc ngay."),
        _("Mật khẩu mới hiện một lần để in phiếu; người dùng phải đổi khi đăng nhập."),
    )
    button = _("Đặt lại mật khẩu")
    shown = _("Đã đặt lại mật khẩu")

    def account_hindrance(self) -> str:
        if self.is_own():
            return gettext("Đổi mật khẩu của chính mình ở mục “Đổi mật khẩu” dưới tên mình.")
        return super().account_hindrance()

    def change(self, password: str) -> None:
        reset_password(
            actor=self.actor, at=self.at, user_id=self.account.user_id, password=password
        )


class UnlockAccount(_OnAccount):
    title = _("Bỏ tạm khóa")
    told = (
        _("Người này được nhập lại mật khẩu ngay, không phải chờ hết giờ."),
        _("Hãy hỏi người này có tự nhập sai không. Nếu không, hãy đặt lại mật khẩu."),
    )
    button = _("Bỏ tạm khóa")
    done = _("Đã bỏ tạm khóa.")

    def account_hindrance(self) -> str:
        if self.account.locked_until is None:
            return gettext("Tài khoản không bị tạm khóa.")
        return super().account_hindrance()

    def perform(self, given: Mapping[str, Any]) -> None:
        unlock_account(actor=self.actor, at=self.at, user_id=self.account.user_id)


class ResetSecondFactor(_OnAccount):
    title = _("Gỡ xác thực hai lớp")
    told = (
        _("Dùng khi mất hoặc đổi điện thoại. Mọi phiên đăng nhập kết thúc ngay."),
        _("Lần đăng nhập sau phải đổi mật khẩu; tài khoản quản trị phải cài lại hai lớp."),
    )
    button = _("Gỡ xác thực hai lớp")
    done = _("Đã gỡ xác thực hai lớp.")
    is_grave = True

    def account_hindrance(self) -> str:
        if self.is_own():
            return gettext("Không thể tự gỡ xác thực hai lớp. Hãy nhờ người quản trị khác.")
        if not self.account.has_second_factor:
            return gettext("Tài khoản chưa cài xác thực hai lớp.")
        return super().account_hindrance()

    def perform(self, given: Mapping[str, Any]) -> None:
        reset_second_factor(actor=self.actor, at=self.at, user_id=self.account.user_id)


class EndSessions(_OnAccount):
    """All open sessions, or the one that `session` names."""

    title = _("Kết thúc phiên đăng nhập")
    told = (
        _("Các máy đang đăng nhập bằng tài khoản này bị đăng xuất ngay; chữ đang gõ dở sẽ mất."),
        _("Người dùng vẫn đăng nhập lại được bằng mật khẩu đang có."),
    )
    button = _("Kết thúc mọi phiên")
    done = _("Đã kết thúc phiên đăng nhập.")

    def account_hindrance(self) -> str:
        return "" if self.officer.sessions else gettext("Không có phiên nào đang mở.")

    def perform(self, given: Mapping[str, Any]) -> None:
        end_sessions_of(
            actor=self.actor,
            at=self.at,
            user_id=self.account.user_id,
            session_id=whole_number(self.request.POST.get("session", "")),
        )


class IssueToken(ActOnOfficer):
    permission = Permission.TOKEN_ISSUE
    form_class = TokenForm
    title = _("Cấp mã truy cập API")
    told = (
        _("Phần mềm giữ mã này làm được mọi việc mà vị trí được làm, không cần mật khẩu."),
        _("Mã hiện một lần ngay sau khi cấp và không xem lại được. Mất thì thu hồi, cấp mã khác."),
    )
    button = _("Cấp mã")

    def initial(self) -> dict[str, Any]:
        return {"days": TOKEN_DAYS, **only_choice("holding", self.held_choices())}

    def choices(self) -> dict[str, Choices]:
        return {"holding": self.held_choices()}

    def hindrance(self) -> str:
        return "" if self.held_choices() else gettext("Cán bộ này không giữ vị trí nào.")

    def perform(self, given: Mapping[str, Any]) -> HttpResponse:
        token = issue_token(
            actor=self.actor,
            at=self.at,
            holding_id=int(given["holding"]),
            name=given["name"],
            days=given["days"],
        )
        answer: HttpResponse = self.secret(gettext("Đã cấp mã truy cập API"), token=token)
        return answer


class RevokeToken(ActOnOfficer):
    permission = Permission.TOKEN_ISSUE
    form_class = RevokeForm
    title = _("Thu hồi mã truy cập API")
    told = (_("Phần mềm đang dùng mã này dừng ngay. Mã đã thu hồi không dùng lại được."),)
    button = _("Thu hồi mã")
    done = _("Đã thu hồi mã truy cập.")
    is_grave = True

    def choices(self) -> dict[str, Choices]:
        return {
            "token": [
                (
                    str(token.id),
                    gettext("%(name)s, hết hạn %(moment)s")
                    % {"name": token.name, "moment": short_moment(token.expires_at)},
                )
                for _holding_id, token in self.officer.tokens
                if token.revoked_at is None and token.expires_at > self.at
            ]
        }

    def initial(self) -> dict[str, Any]:
        return only_choice("token", self.choices()["token"])

    def hindrance(self) -> str:
        return "" if self.choices()["token"] else gettext("Không có mã nào đang có hiệu lực.")

    def perform(self, given: Mapping[str, Any]) -> None:
        revoke_token(actor=self.actor, at=self.at, token_id=int(given["token"]))
