"""Django's `migrate`, with one step before it: an empty database begins from the snapshot."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandParser
from django.core.management.commands import migrate
from django.db import connections

from motcua.database.snapshot import begin_from_snapshot


class Command(migrate.Command):
    """`--from-nothing` goes through every migration, as the snapshot itself is made."""

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--from-nothing", action="store_true")

    def handle(self, *words: Any, **options: Any) -> None:
        from_nothing = options.pop("from_nothing", False)
        if not (
            from_nothing or options["app_label"] or options["check_unapplied"] or options["plan"]
        ):
            begin_from_snapshot(connections[options["database"]])
        super().handle(*words, **options)
