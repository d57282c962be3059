"""What each act asks for, and who may not be given what is said about him.

Basis: NĐ 20/2008/NĐ-CP Art. 9, 14; nobody settles what is said about himself (NĐ 309/2025 Art. 4).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from motcua.feedback.rules.sending import TITLE_MAX, TextMissing, TextTooLong, said
from motcua.feedback.vocabulary import Act, ActIn, RefusalReason
from motcua.kernel.characters import plain_words
from motcua.kernel.refusal import Refusal

TEXT_MAX = 8000
BODY_MAX = 200
NEEDS_TEXT = frozenset(
    {
        Act.REFUSE,
        Act.ASK_CLARITY,
        Act.CLARIFY,
        Act.OFFER,
        Act.REFUSE_OFFER,
        Act.FORWARD_OUTSIDE,
        Act.PROPOSE,
        Act.SEND_BACK,
        Act.WITHHOLD,
        Act.WITHDRAW,
        Act.REOPEN,
    }
)
"""Acts that say something: a reason, a question, an answer."""

TOLD_TO_SENDER = frozenset(
    {Act.REFUSE, Act.ASK_CLARITY, Act.CLARIFY, Act.FORWARD_OUTSIDE, Act.ANSWER, Act.REOPEN}
)
"""Acts whose words the sender reads."""

LINES_OF: dict[Act, dict[str, int]] = {
    Act.FORWARD_OUTSIDE: {"body": BODY_MAX},
    Act.PUBLISH: {
        "published_title": TITLE_MAX,
        "published_text": TEXT_MAX,
        "published_answer": TEXT_MAX,
    },
}
"""The further texts that an act needs, and how long they may be."""


class ReasonUnknown(Refusal):
    """No reason of the law was chosen."""

    code = "petition-reason-unknown"


class NobodyChosen(Refusal):
    """Neither a unit nor an officer was chosen."""

    code = "petition-nobody-chosen"


class SomebodyConcerned(Refusal):
    """The unit or officer that it is about cannot handle it."""

    code = "petition-somebody-concerned"


class AgencyFaulty(Refusal):
    """No other agency was chosen."""

    code = "petition-agency-faulty"


class RatingMissing(Refusal):
    """Nothing was chosen."""

    code = "petition-rating-missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Concerned:
    """Whom it is about, where that is known."""

    agency_id: int
    unit_id: int | None
    holding_id: int | None


def cleaned(given: ActIn) -> ActIn:
    """Its texts as they are kept."""
    return replace(
        given,
        text=said(given.text),
        body=plain_words(given.body),
        published_title=plain_words(given.published_title),
        published_text=said(given.published_text),
        published_answer=said(given.published_answer),
    )


def problems_of(act: Act, given: ActIn, about: Concerned) -> Iterator[Refusal]:
    """What is missing in what the act was given."""
    if act in NEEDS_TEXT and not given.text:
        yield TextMissing(field="text")
    if len(given.text) > TEXT_MAX:
        yield TextTooLong(field="text", length_max=TEXT_MAX)
    if act is Act.REFUSE and given.reason not in {str(one) for one in RefusalReason}:
        yield ReasonUnknown(field="reason")
    if act is Act.ROUTE:
        yield from _routed(given, about)
    if act is Act.OFFER and given.agency_id in (None, about.agency_id):
        yield AgencyFaulty(field="agency")
    if act is Act.RATE and given.satisfaction is None:
        yield RatingMissing(field="satisfaction")
    for name, most in LINES_OF.get(act, {}).items():
        yield from _line(name, getattr(given, name), most)


def _routed(given: ActIn, about: Concerned) -> Iterator[Refusal]:
    if given.unit_id is None and given.holding_id is None:
        yield NobodyChosen(field="to")
    is_officer = about.holding_id is not None and given.holding_id == about.holding_id
    is_unit = about.unit_id is not None and given.unit_id == about.unit_id
    if is_officer or is_unit:
        yield SomebodyConcerned(field="to")


def _line(name: str, text: str, most: int) -> Iterator[Refusal]:
    if not text:
        yield TextMissing(field=name)
    elif len(text) > most:
        yield TextTooLong(field=name, length_max=most)
