"""Wiring of the shared look."""

from __future__ import annotations

from django.apps import AppConfig

from motcua.ui.form_words import say_in_own_words


class UiConfig(AppConfig):
    name = "motcua.ui"
    label = "ui"

    def ready(self) -> None:
        say_in_own_words()
