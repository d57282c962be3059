"""Child processes that never outlive us: told to stop when we end, however we end."""

from __future__ import annotations

import ctypes
import signal
import subprocess
import sys
from collections.abc import Callable

_PR_SET_PDEATHSIG = 1


def die_with_parent(how: signal.Signals) -> Callable[[], None] | None:
    """For `preexec_fn`: the kernel sends `how` to the child when its parent dies (Linux)."""
    if not sys.platform.startswith("linux"):
        return None
    kernel = ctypes.CDLL(None, use_errno=True)

    def ask() -> None:
        kernel.prctl(_PR_SET_PDEATHSIG, int(how))

    return ask


def stop(process: subprocess.Popen[str], *signals: signal.Signals, patience_seconds: float) -> None:
    """Ask with each signal in turn, waiting after each; at last kill. Returns when it has ended."""
    for how in signals:
        if process.poll() is None:
            process.send_signal(how)
        try:
            process.wait(patience_seconds)
        except subprocess.TimeoutExpired:
            continue
        return
    process.kill()
    process.wait()
