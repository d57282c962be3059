"""Addresses of the public site, in Vietnamese without diacritics: citizens read them."""

from __future__ import annotations

from django.urls import include, path

from motcua.portal import blanks, views
from motcua.portal.paying.views import pay
from motcua.portal.status.views import show_status

app_name = "portal"
urlpatterns = [
    path("", include("motcua.portal.finding.urls")),
    path("ho-so/", views.find_dossier, name="find"),
    path("ho-so/<str:code>", views.track_dossier, name="track"),
    path("ho-so/<str:code>/thanh-toan", pay, name="pay"),
    path("thu-tuc/<str:code>/to-khai.pdf", blanks.print_blank_form, name="blank-form"),
    path("tai-khoan/", include("motcua.portal.account.urls")),
    path("", include("motcua.portal.filing.urls")),
    path("gop-y/", include("motcua.portal.feedback.urls")),
    path("cua-toi/thong-bao/", include("motcua.portal.told.urls")),
    path("cua-toi/", include("motcua.portal.mine.urls")),
    path("", include("motcua.portal.checking.urls")),
    path("danh-gia/", include("motcua.portal.rating.urls")),
    path("", include("motcua.portal.help.urls")),
    path("cam-ket/", include("motcua.portal.promises.urls")),
    path("tinh-trang/", show_status, name="status"),
    path("suc-khoe", views.health, name="health"),
    path("robots.txt", views.robots, name="robots"),
]
