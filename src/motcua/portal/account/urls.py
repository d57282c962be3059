"""Addresses of a citizen's account, in Vietnamese without diacritics."""

from __future__ import annotations

from django.urls import path

from motcua.portal.account import (
    by_identity,
    by_passkey,
    by_password,
    closing,
    consents,
    contacts,
    details,
    export,
    home,
    methods,
    organizations,
    seen,
    sign_in,
    wishes,
)

urlpatterns = [
    path("dang-nhap", sign_in.SignIn.as_view(), name="sign-in"),
    path("dang-nhap/ma", sign_in.SignInCode.as_view(), name="sign-in-code"),
    path("dang-nhap/mat-khau", by_password.SignInPassword.as_view(), name="sign-in-password"),
    path("dang-nhap/buoc-hai", by_password.SignInSecond.as_view(), name="sign-in-second"),
    path("dang-nhap/dinh-danh", by_identity.SignInIdentity.as_view(), name="sign-in-identity"),
    path("dang-nhap/dinh-danh/ve", by_identity.IdentityBack.as_view(), name="identity-back"),
    path("mo/dinh-danh", by_identity.OpenByIdentity.as_view(), name="open-by-identity"),
    path("dang-nhap/khoa", by_passkey.SignInPasskey.as_view(), name="sign-in-passkey"),
    path("mo", sign_in.OpenAccount.as_view(), name="open-account"),
    path("", home.Account.as_view(), name="account"),
    path("dang-xuat", home.SignOut.as_view(), name="sign-out"),
    path("thong-tin", details.Details.as_view(), name="account-details"),
    path("ngon-ngu", details.LanguageWish.as_view(), name="account-language"),
    path("lien-he", contacts.Contacts.as_view(), name="account-contacts"),
    path("lien-he/ma", contacts.ContactCode.as_view(), name="account-contact-code"),
    path("cach-dang-nhap", methods.Methods.as_view(), name="account-methods"),
    path("cach-dang-nhap/mat-khau", methods.NewPassword.as_view(), name="account-password"),
    path("cach-dang-nhap/ung-dung", methods.NewApp.as_view(), name="account-app"),
    path("cach-dang-nhap/khoa", by_passkey.NewPasskey.as_view(), name="account-passkey"),
    path("noi-dang-nhap", methods.Browsers.as_view(), name="account-browsers"),
    path("to-chuc", organizations.Organizations.as_view(), name="organizations"),
    path("to-chuc/mo", organizations.NewOrganization.as_view(), name="new-organization"),
    path(
        "to-chuc/<int:organization_id>",
        organizations.ShowOrganization.as_view(),
        name="organization",
    ),
    path("loi-moi/<str:token>", organizations.Invitation.as_view(), name="invitation"),
    path("dai-dien", organizations.ActingFor.as_view(), name="acting-for"),
    path("nhan-tin", wishes.Wishes.as_view(), name="account-wishes"),
    path("dong-y", consents.Consents.as_view(), name="account-consents"),
    path("ai-da-xem", seen.SeenBy.as_view(), name="account-seen"),
    path("tai-ve", export.Export.as_view(), name="account-export"),
    path("dong-tai-khoan", closing.Closing.as_view(), name="account-closing"),
]
