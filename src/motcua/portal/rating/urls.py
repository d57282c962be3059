"""Addresses of the rating door; under `/danh-gia/`."""

from __future__ import annotations

from django.urls import path

from motcua.portal.rating import views

urlpatterns = [
    path("", views.ask_key, name="rate-start"),
    path("cam-on/", views.show_thanks, name="rated"),
    path("<str:key>/", views.Rate.as_view(), name="rate"),
]
