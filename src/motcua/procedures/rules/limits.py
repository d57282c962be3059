"""Which of a version's time limits holds."""

from __future__ import annotations

from collections.abc import Sequence

from motcua.procedures.rules.content import Limit
from motcua.procedures.vocabulary import Channel


def limit_for(
    limits: Sequence[Limit], *, channel: Channel | None = None, variant: int | None = None
) -> Limit | None:
    """The counted limit that fits closest: variant before channel before the general one.

    None when the source counts none; the words of an uncounted limit stay readable in `limits`.
    """
    fitting = [
        limit
        for limit in limits
        if limit.is_counted
        and limit.variant in (None, variant)
        and limit.channel in (None, channel)
    ]
    return max(
        fitting,
        key=lambda limit: (limit.variant is not None, limit.channel is not None),
        default=None,
    )
