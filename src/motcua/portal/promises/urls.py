"""Addresses of the public page of promises."""

from __future__ import annotations

from django.urls import path

from motcua.portal.promises import views

urlpatterns = [
    path("", views.show_promises, name="promises"),
    path("so-lieu.csv", views.promises_csv, name="promises-csv"),
    path("so-lieu.json", views.promises_json, name="promises-json"),
    path("tu-dien/", views.show_dictionary, name="promises-dictionary"),
    path("tu-dien.json", views.dictionary_json, name="promises-schema"),
]
