"""Addresses of a citizen's account, in Vietnamese without diacritics."""

from __future__ import annotations

from django.urls import path

from motcua.portal.account import by_password, home, sign_in

urlpatterns = [
    path("dang-nhap", sign_in.SignIn.as_view(), name="sign-in"),
    path("dang-nhap/ma", sign_in.SignInCode.as_view(), name="sign-in-code"),
    path("dang-nhap/mat-khau", by_password.SignInPassword.as_view(), name="sign-in-password"),
    path("dang-nhap/buoc-hai", by_password.SignInSecond.as_view(), name="sign-in-second"),
    path("mo", sign_in.OpenAccount.as_view(), name="open-account"),
    path("", home.Account.as_view(), name="account"),
    path("dang-xuat", home.SignOut.as_view(), name="sign-out"),
]
