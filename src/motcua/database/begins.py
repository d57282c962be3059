"""How a text begins, capitals or not, as the index of `operations.BeginsIndex` answers it."""

from __future__ import annotations

from typing import Any

from django.db.models import BooleanField, Lookup

LIKE_SIGNS = str.maketrans({"\\": r"\\", "%": r"\%", "_": r"\_"})


class Begins(Lookup):
    """Whether the text begins so: `Begins(F("document_number"), "12/GK")`."""

    lookup_name = "begins"
    prepare_rhs = False
    output_field = BooleanField()

    def get_db_prep_lookup(self, value: Any, connection: Any) -> Any:
        return value

    def as_postgresql(self, compiler: Any, _connection: Any) -> tuple[str, list[str]]:
        text, _params = compiler.compile(self.lhs)
        return f"UPPER({text}) LIKE UPPER(%s)", [f"{self.rhs.translate(LIKE_SIGNS)}%"]

    def as_sqlite(self, compiler: Any, _connection: Any) -> tuple[str, list[str]]:
        text, _params = compiler.compile(self.lhs)
        upper = f"UPPER({text})"
        return (
            f"({upper} >= UPPER(%s) AND {upper} < UPPER(%s) || char(1114111))",
            [self.rhs, self.rhs],
        )
