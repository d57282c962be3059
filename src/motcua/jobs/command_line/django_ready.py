"""Sets Django up for the commands that need it, and only for those."""

from __future__ import annotations

import os

import django


def prepare() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings.local")
    django.setup()
