"""The checks of the source, each one a command line. Longest first: two run at a time."""

from __future__ import annotations

import secrets
import sys
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Step:
    """One named check; it passes when its command ends with 0."""

    name: str
    vi: str
    en: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)


def _module(*words: str) -> list[str]:
    return [sys.executable, "-m", *words]


def _django(*words: str) -> list[str]:
    return _module("django", *words)


TEST_SETTINGS = {"DJANGO_SETTINGS_MODULE": "motcua.config.settings.test"}
# Values that only have to satisfy `check --deploy`; nothing is served with them.
PRODUCTION_SETTINGS = {
    "DJANGO_SETTINGS_MODULE": "motcua.config.settings.production",
    "SECRET_KEY": secrets.token_urlsafe(60),
    "ALLOWED_HOSTS": "motcua.invalid",
    "MOTCUA_PUBLIC_ADDRESS": "https://motcua.invalid",
}
LINT_IMPORTS = (
    "import sys; from importlinter.cli import lint_imports_command as run; sys.exit(run())"
)

STEPS = (
    Step("docs", "tài liệu tham chiếu", "reference pages", _module("motcua", "docs", "--check")),
    Step("types", "kiểu dữ liệu", "types", _module("mypy")),
    Step("templates", "mẫu trang", "templates", _module("djlint", "--quiet", "--lint", "src")),
    Step("words", "lời dịch", "translations", _module("motcua", "words", "--check")),
    Step(
        "migrations",
        "di chuyển dữ liệu",
        "migrations",
        _django("makemigrations", "--check", "--dry-run"),
        TEST_SETTINGS,
    ),
    Step(
        "deploy",
        "thiết lập vận hành",
        "production settings",
        _django("check", "--deploy", "--fail-level", "WARNING"),
        PRODUCTION_SETTINGS,
    ),
    Step("layers", "các tầng", "layers", [sys.executable, "-c", LINT_IMPORTS]),
    Step("lint", "lỗi mã", "lint", _module("ruff", "check", ".")),
    Step("format", "định dạng", "format", _module("ruff", "format", "--check", ".")),
)
BY_NAME = {step.name: step for step in STEPS}
