"""`python -m motcua WORDS`: where the launcher hands over."""

from __future__ import annotations

import sys

from motcua.jobs.command_line.dispatch import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
