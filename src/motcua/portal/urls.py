"""Addresses of the public site, in Vietnamese without diacritics: citizens read them."""

from __future__ import annotations

from django.urls import path

from motcua.portal import blanks, views

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    path("ho-so/", views.find_dossier, name="find"),
    path("ho-so/<str:code>", views.track_dossier, name="track"),
    path("thu-tuc/", views.find_procedures, name="procedures"),
    path("thu-tuc/<str:code>", views.show_procedure, name="procedure"),
    path("thu-tuc/<str:code>/to-khai.pdf", blanks.print_blank_form, name="blank-form"),
    path("suc-khoe", views.health, name="health"),
    path("robots.txt", views.robots, name="robots"),
]
