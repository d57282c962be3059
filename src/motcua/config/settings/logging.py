"""Logs go to standard error, one line each, with no personal data in them."""

from __future__ import annotations

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "motcua": {"level": "INFO"},
        "axes": {"level": "ERROR"},
        # Says on each untidy PDF what it thinks of it.
        "pypdf": {"level": "ERROR"},
        "django_tasks": {"level": "WARNING"},
        # Says a warning each time a worker is asked to stop.
        "django_tasks_db": {"level": "ERROR"},
    },
}
