"""What a backup or a restoration refuses."""

from __future__ import annotations

from motcua.kernel.refusal import Refusal


class BackupUnsound(Refusal):
    """The file is not a whole database of Một Cửa; `detail` says what is wrong."""

    code = "backup-unsound"


class BackupExists(Refusal):
    """A file of that name is there already; nothing is overwritten."""

    code = "backup-exists"


class ToolMissing(Refusal):
    """The database's own tool (`tool`) is not on this machine."""

    code = "tool-missing"


class ToolFailed(Refusal):
    """The database's own tool ended with a fault; `detail` is what it said."""

    code = "tool-failed"
