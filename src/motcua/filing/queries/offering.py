"""Which procedures are filed online: the one rule that the procedure page, the first page of filing and the
command share."""

from __future__ import annotations

from datetime import date

from motcua.eforms.queries.forms import FormInForce, form_in_force


def form_filed_online(procedure_id: int, day: date) -> FormInForce | None:
    """The form that is filled in on that day; None: the procedure is not filed online, for without its
    form nobody could say what is asked for. One query."""
    return form_in_force(procedure_id, day)
