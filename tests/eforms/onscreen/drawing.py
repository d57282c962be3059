"""A view of a form as its page, without the frame around it."""

from __future__ import annotations

from django.template import engines

from motcua.eforms.shown import ShownForm

SOURCE = '{% import "ui/eform.html" as ef %}{{ ef.faults(shown) }}{{ ef.whole(shown) }}'


def drawn(shown: ShownForm) -> str:
    return str(engines["jinja2"].env.from_string(SOURCE).render(shown=shown))  # type: ignore[attr-defined]
