"""Addresses of the rating door; under `/danh-gia/`."""

from __future__ import annotations

from django.urls import path

from motcua.portal.rating import screen, views

urlpatterns = [
    path("", views.ask_key, name="rate-start"),
    path("cam-on/", views.show_thanks, name="rated"),
    path("quay/", screen.CounterScreen.as_view(), name="rate-screen"),
    path("<str:key>/", views.Rate.as_view(), name="rate"),
]
