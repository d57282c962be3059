"""The shipped forms by the code of their procedure, and ordinary cases with anything in some of their places."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

from hypothesis import strategies as st

from motcua.eforms.rules.definition import Form, form_of
from motcua.eforms.shipped import shipped_forms
from tests.eforms.real_answers import COMPLETE
from tests.eforms.rules.sample_forms import ANY_JSON

FORMS = {one["procedure"]["code"]: form_of(one["form"]) for one in shipped_forms()}
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


def _places(value: Any, above: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place within the answers: of a whole answer, of an item, of a part."""
    inside = value.items() if isinstance(value, dict) else ()
    inside = enumerate(value) if isinstance(value, list) else inside
    return [above] * bool(above) + [
        place for key, one in inside for place in _places(one, (*above, key))
    ]


@st.composite
def disturbed(draw: st.DrawFn) -> tuple[Form, dict[str, Any]]:
    """An ordinary case with anything at all in one to three of its places."""
    code = draw(st.sampled_from(sorted(FORMS)))
    answers = copy.deepcopy(COMPLETE[code])
    for _ in range(draw(st.integers(1, 3))):
        *above, last = draw(st.sampled_from(_places(answers)))
        inside: Any = answers
        for key in above:
            inside = inside[key]
        inside[last] = draw(ANY_JSON)
    return FORMS[code], answers
