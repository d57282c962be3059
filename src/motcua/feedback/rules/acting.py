"""What each act asks for, and who may not be given what is said about him.

Basis: NĐ 20/2008/NĐ-CP (law.md 9). That nobody settles what is said about himself is this house's own
rule; the article was not compared with a text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from motcua.feedback.rules.sending import TextMissing, TextTooLong, said
from motcua.feedback.rules.terms import Terms
from motcua.feedback.vocabulary import Act, ActIn, Checker, RefusalReason
from motcua.kernel.characters import plain_words
from motcua.kernel.refusal import Refusal

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


def lines_of(act: Act, terms: Terms) -> dict[str, int]:
    """The further texts that an act needs, and how long they may be."""
    if act is Act.FORWARD_OUTSIDE:
        return {"body": BODY_MAX}
    if act is Act.PUBLISH:
        return {
            "published_title": terms.title_max,
            "published_text": terms.content_max,
            "published_answer": terms.answer_max,
        }
    return {}


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


class PublisherAnother(Refusal):
    """Whoever wrote or approved the answer does not publish it himself."""

    code = "petition-publisher-another"


class PublisherLeader(Refusal):
    """Here a leader publishes."""

    code = "petition-publisher-leader"


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


def problems_of(act: Act, given: ActIn, about: Concerned, terms: Terms) -> Iterator[Refusal]:
    """What is missing in what the act was given."""
    if act in NEEDS_TEXT and not given.text:
        yield TextMissing(field="text")
    if len(given.text) > terms.answer_max:
        yield TextTooLong(field="text", length_max=terms.answer_max)
    if act is Act.REFUSE and given.reason not in {str(one) for one in RefusalReason}:
        yield ReasonUnknown(field="reason")
    if act is Act.ROUTE:
        yield from _routed(given, about)
    if act is Act.OFFER and given.agency_id in (None, about.agency_id):
        yield AgencyFaulty(field="agency")
    if act is Act.RATE and given.satisfaction is None:
        yield RatingMissing(field="satisfaction")
    for name, most in lines_of(act, terms).items():
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


def publisher_problem(checker: Checker, *, is_leader: bool, has_answered: bool) -> Refusal | None:
    """Why this person may not publish the answer here; None when he may."""
    if checker is Checker.LEADER and not is_leader:
        return PublisherLeader()
    if checker is Checker.ANOTHER and has_answered:
        return PublisherAnother()
    return None
