"""`./motcua bench`: how quick each act and page is beside a floor measured in the same run.

A floor is the least that the same machine can do for the same outcome: the driver alone with
ready-made values, a plain page through the same middleware, a bare loop over the table of days, an
empty paper. The ratio says what share of the floor's speed is left. Absolute times are never a goal.
"""

from __future__ import annotations

from motcua.jobs.bench.command import main

__all__ = ["main"]
