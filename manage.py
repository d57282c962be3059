"""Django's own command line, for those used to it. `./motcua help` lists the product's."""

from __future__ import annotations

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    sys.path.insert(0, "src")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings.local")
    execute_from_command_line(sys.argv)
