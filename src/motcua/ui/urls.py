"""Addresses of the shared look."""

from __future__ import annotations

from django.urls import path

from motcua.ui import places, views

app_name = "ui"
urlpatterns = [
    path("look/", views.set_look, name="look"),
    path("gallery/", views.gallery, name="gallery"),
    path("communes/", places.suggest_communes, name="communes"),
]
