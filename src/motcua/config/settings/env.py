"""The one reader of the environment. Every setting read here stands in docs/reference/settings.md."""

from __future__ import annotations

from pathlib import Path

import environ

env = environ.Env()
PROJECT = Path(__file__).resolve().parents[4]
DATA = Path(env.str("MOTCUA_DATA", default=str(PROJECT / "var")))
