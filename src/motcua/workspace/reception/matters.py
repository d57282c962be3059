"""Several matters of one person on one page: the one being typed, and those set aside in the form.

A matter set aside is one hidden field that holds its fields as a query string. The form carries
everything: no draft lies on the server, a page left open loses nothing, and no script is needed.
"""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import QueryDict

from motcua.dossiers.commands.receive_group import GROUP_MAX
from motcua.dossiers.vocabulary import PartyRole
from motcua.workspace.numbers import whole_number

ASIDE, PLACE = "matter", "matter_place"
LENGTH_MAX = 40_000
FIELDS_MAX = 900
OF_THE_PAGE = frozenset(
    {
        ASIDE,
        PLACE,
        "csrfmiddlewaretoken",
        "request_key",
        "do",
        "find",
        "counter",
        "panel",
        "doubles_seen",
        "scans",
        "scans-token",
        "procedure-text",
        "procedure-was",
        "competent-text",
        "competent-was",
        "competent-sure",
        "refuse_reason",
        "ask_reason",
        "turn",
    }
)
PEOPLE = tuple(f"{role.lower()}-" for role in PartyRole)
KEPT_FOR_THE_NEXT = ("channel", "return_method", "received_at")


def is_of_matter(name: str) -> bool:
    return name not in OF_THE_PAGE and not name.startswith((*PEOPLE, "items-"))


def matter_of(data: QueryDict) -> QueryDict:
    """The fields of the matter that is being typed."""
    found = QueryDict(mutable=True)
    for name, values in data.lists():
        if is_of_matter(name):
            found.setlist(name, [value for value in values if value])
    return found


def set_aside(data: QueryDict) -> list[QueryDict]:
    """The matters that the form carries besides, in their order. What nobody here wrote is left out."""
    texts = data.getlist(ASIDE)[: GROUP_MAX - 1]
    sane = [text for text in texts if len(text) <= LENGTH_MAX and text.count("&") < FIELDS_MAX]
    return [matter_of(QueryDict(text)) for text in sane]


def place_of_current(data: QueryDict) -> int:
    """Where in the list the matter being typed stands, from 0."""
    aside = len(set_aside(data))
    typed = whole_number(data.get(PLACE, ""))
    return aside if typed is None else min(typed, aside)


def is_begun(data: QueryDict) -> bool:
    """Whether a matter is being typed at all: a procedure is chosen, or looked for."""
    return bool(data.get("procedure") or data.get("procedure-text", "").strip())


def all_matters(data: QueryDict) -> list[QueryDict]:
    """Every matter in its order, the one being typed at its place; an empty one is none."""
    matters = set_aside(data)
    if is_begun(data) or not matters:
        matters.insert(place_of_current(data), matter_of(data))
    return matters


def with_current(data: QueryDict, matters: list[QueryDict], place: int) -> QueryDict:
    """The page with the matter at `place` in its fields (an empty one past the end), the others aside."""
    arranged = QueryDict(mutable=True)
    for name, values in data.lists():
        if not is_of_matter(name) and name not in _TEXTS:
            arranged.setlist(name, values)
    current = matters[place] if place < len(matters) else next_matter(data)
    for name, values in current.lists():
        arranged.setlist(name, values)
    others = [one for at, one in enumerate(matters) if at != place]
    arranged.setlist(ASIDE, [packed(one) for one in others])
    arranged[PLACE] = str(place)
    return arranged


_TEXTS = frozenset({"procedure-text", "procedure-was", "competent-text", "competent-was", "panel"})


def next_matter(data: QueryDict) -> QueryDict:
    """An empty matter that comes and goes as the one before it."""
    empty = QueryDict(mutable=True)
    for name in KEPT_FOR_THE_NEXT:
        empty[name] = data.get(name, "")
    return empty


def packed(matter: QueryDict) -> str:
    return urlencode([(name, value) for name, values in matter.lists() for value in values])


def fits(data: QueryDict) -> bool:
    """Whether another matter may be set aside, and this one is not longer than any real one."""
    matter = matter_of(data)
    is_short = len(packed(matter)) <= LENGTH_MAX and len(list(matter)) < FIELDS_MAX
    return is_short and len(set_aside(data)) < GROUP_MAX - 1
