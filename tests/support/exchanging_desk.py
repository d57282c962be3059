"""The officers of one installation in a process of their own: an order a line, an answer a line."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings.local")
    django.setup()
    carry_out = import_module("tests.support.exchanging_orders").carry_out
    for line in sys.stdin:
        print(carry_out(line), flush=True)
