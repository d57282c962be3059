"""The form that changes a person's own password, in the office's words."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ChangePasswordForm, PasswordVerificationMixin
from django.utils.translation import gettext as _


class NewPasswordForm(ChangePasswordForm):  # type: ignore[misc]  # allauth has no types
    """Asks for the new password twice. The library says that the two differ, but has no Vietnamese."""

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super(PasswordVerificationMixin, self).clean()
        password, again = given.get("password1"), given.get("password2")
        if password and again and password != again:
            self.add_error("password2", _("Hai lần nhập mật khẩu mới khác nhau. Hãy nhập lại."))
        return given
