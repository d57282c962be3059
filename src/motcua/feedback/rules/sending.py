"""What must be said so that it is feedback at all: every reason why not, at once, each at its field.

Basis: NĐ 20/2008/NĐ-CP Art. 7 (name, address, phone or mail; content in Vietnamese); a complaint or
a denunciation goes another way (Luật Khiếu nại 2011, Luật Tố cáo 2018), so it is shown, not taken.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from motcua.feedback.rules.terms import Terms
from motcua.feedback.vocabulary import Channel, PetitionIn, SenderIn
from motcua.kernel.characters import plain_words, without_unseen
from motcua.kernel.refusal import ManyProblems, Refusal

NAME_MAX = 120
ADDRESS_MAX = 250
EMAIL_MAX = 120
CODE_MAX = 50
PHONE = re.compile(r"\+?[0-9]{8,15}", re.ASCII)
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class PetitionFaulty(ManyProblems):
    """Something is missing or too long; `problems` say what."""

    code = "petition-faulty"


class TextMissing(Refusal):
    """A text that is needed is empty."""

    code = "petition-text-missing"


class TextTooLong(Refusal):
    """A text is longer than `length_max`."""

    code = "petition-text-too-long"


class PhoneFaulty(Refusal):
    """No telephone number."""

    code = "petition-phone-faulty"


class EmailFaulty(Refusal):
    """No mail address."""

    code = "petition-email-faulty"


class ReachMissing(Refusal):
    """Neither telephone nor mail: nobody could be answered."""

    code = "petition-reach-missing"


class AnonymousNotTaken(Refusal):
    """The law asks for a name with this kind."""

    code = "petition-anonymous-not-taken"


class ComplaintElsewhere(Refusal):
    """A complaint or a denunciation is received by other rules."""

    code = "petition-complaint-elsewhere"


class FilesTooMany(Refusal):
    """More than `files_max` files."""

    code = "petition-files-too-many"


class KindNotTaken(Refusal):
    """This office does not take this kind."""

    code = "petition-kind-not-taken"


class StampNotOfLetter(Refusal):
    """Only a letter has a post stamp."""

    code = "petition-stamp-not-of-letter"


class StampInFuture(Refusal):
    """The post stamp is of a day that is still to come."""

    code = "petition-stamp-in-future"


def said(text: str) -> str:
    """A text of several lines as it is kept: composed, seen characters only, plain line ends."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    return without_unseen(composed).strip()


def cleaned(given: PetitionIn) -> PetitionIn:
    """Single spaces in what is one line; an anonymous one carries nobody's data."""
    sender = SenderIn() if given.is_anonymous else given.sender
    return replace(
        given,
        title=plain_words(given.title),
        content=said(given.content),
        dossier_code=plain_words(given.dossier_code).upper()[:CODE_MAX],
        procedure_code=plain_words(given.procedure_code)[:CODE_MAX],
        sender=SenderIn(
            name=plain_words(sender.name),
            address=plain_words(sender.address),
            phone=re.sub(r"[\s.\-()]", "", plain_words(sender.phone)),
            email=plain_words(sender.email),
        ),
    )


def problems_of(given: PetitionIn, terms: Terms, day: date) -> Iterator[Refusal]:
    """What is wrong with a cleaned one that comes in on that day."""
    if given.kind not in terms.taken:
        yield KindNotTaken(field="kind")
    if given.is_complaint:
        yield ComplaintElsewhere(field="is_complaint")
    for name, text, most in (
        ("title", given.title, terms.title_max),
        ("content", given.content, terms.content_max),
    ):
        yield from _text(name, text, most)
    if len(given.files) > terms.files_max:
        yield FilesTooMany(field="files", files_max=terms.files_max)
    yield from _stamp(given, day)
    if given.is_anonymous:
        if not terms.anonymous[given.kind].allowed:
            basis = terms.anonymous[given.kind].basis
            yield AnonymousNotTaken(field="is_anonymous", basis=basis)
        return
    yield from _sender(given.sender)


def _stamp(given: PetitionIn, day: date) -> Iterator[Refusal]:
    if given.stamped_on and given.channel is not Channel.LETTER:
        yield StampNotOfLetter(field="stamped_on")
    elif given.stamped_on and given.stamped_on > day:
        yield StampInFuture(field="stamped_on")


def _sender(sender: SenderIn) -> Iterator[Refusal]:
    yield from _text("name", sender.name, NAME_MAX)
    yield from _text("address", sender.address, ADDRESS_MAX)
    if not sender.phone and not sender.email:
        yield ReachMissing(field="phone")
    if sender.phone and not PHONE.fullmatch(sender.phone):
        yield PhoneFaulty(field="phone")
    if sender.email and (len(sender.email) > EMAIL_MAX or not EMAIL.fullmatch(sender.email)):
        yield EmailFaulty(field="email")


def _text(name: str, text: str, most: int) -> Iterator[Refusal]:
    if not text:
        yield TextMissing(field=name)
    elif len(text) > most:
        yield TextTooLong(field=name, length_max=most)
