"""SQLite for an office: every write transaction first takes its turn (see `database.turns`)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base

from motcua.database.turns import Turn

WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")


class TurnCursor(base.SQLiteCursorWrapper):
    """Gives a single writing statement outside a transaction its turn too."""

    turn: Turn | None = None

    def _in_turn(self, query: str, run: Callable[[], Any]) -> Any:
        turn = self.turn
        alone = turn is not None and not turn.held and not self.connection.in_transaction
        if turn is None or not alone or not query.lstrip()[:7].upper().startswith(WRITES):
            return run()
        turn.take()
        try:
            return run()
        finally:
            turn.release()

    def execute(self, query: str, params: Any = None) -> Any:
        parent = super().execute
        return self._in_turn(query, lambda: parent(query, params))

    def executemany(self, query: str, param_list: Any) -> Any:
        parent = super().executemany
        return self._in_turn(query, lambda: parent(query, param_list))


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's SQLite connection; `turn` is None for a database in memory."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.turn: Turn | None = None

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)
        name = str(self.settings_dict["NAME"])
        if not self.is_in_memory_db():
            self.turn = Turn(Path(f"{name}-turn"))
        return connection

    def create_cursor(self, name: str | None = None) -> Any:
        cursor = self.connection.cursor(factory=TurnCursor)
        cursor.turn = self.turn
        return cursor

    def _start_transaction_under_autocommit(self) -> None:
        if self.turn is not None:
            self.turn.take()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]  # not in the stubs
        except BaseException:
            self._release_turn()
            raise

    def _commit(self) -> None:
        try:
            super()._commit()  # type: ignore[misc]  # not in the stubs
        finally:
            self._release_turn_unless_open()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]  # not in the stubs
        finally:
            self._release_turn_unless_open()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]  # not in the stubs
        finally:
            if self.turn is not None:
                self.turn.close()

    def _release_turn_unless_open(self) -> None:
        """A commit that failed (disk full, say) leaves the transaction open: keep the turn."""
        if self.connection is None or not self.connection.in_transaction:
            self._release_turn()

    def _release_turn(self) -> None:
        if self.turn is not None:
            self.turn.release()
