"""The words of a notice. No personal data can come into them: what may be filled in is a closed list of
seven values, each of which is checked for what it is, and nothing else of a dossier is ever at hand.

A line whose value is not known (no date yet, an office without a telephone) is left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from motcua.kernel.clock import local
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import ManyProblems, Refusal
from motcua.notices.vocabulary import Carrier, Text

ALLOWED: Final = ("dossier_code", "stage", "date", "office", "office_phone", "link", "rate_link")
"""All that a notice may say of a dossier. Names, numbers, addresses, the matter itself: never."""
NEEDED: Final = "dossier_code"
PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
BODY_MAX: Final[Mapping[Carrier, int]] = {Carrier.EMAIL: 3000, Carrier.SMS: 300, Carrier.ZALO: 600}
SUBJECT_MAX: Final = 150
TOGETHER_MAX: Final[Mapping[Carrier, int]] = {Carrier.EMAIL: 20, Carrier.SMS: 2, Carrier.ZALO: 5}
"""How many notices to the same person one message may hold."""
_CODE: Final = re.compile(r"[A-Z0-9][A-Z0-9./_-]{2,49}")
_RATE_KEY: Final = re.compile(r"[0-9A-Z]{12}/")
_RATE_LINK: Final = re.compile(r"/danh-gia/[0-9A-Z]{12}(?=/)")
_PHONE: Final = re.compile(r"[0-9+(). /-]{0,40}")


class PlaceholderNotAllowed(Refusal):
    """Notices may not say `{placeholder}`; what they may say is `known`."""

    code = "notice-placeholder-not-allowed"


class DossierCodeMissing(Refusal):
    """Without `{dossier_code}` nobody knows which dossier is meant."""

    code = "notice-dossier-code-missing"


class NoticeTextEmpty(Refusal):
    code = "notice-text-empty"


class NoticeTextTooLong(Refusal):
    """`count` characters, more than `count_max` that this carrier carries."""

    code = "notice-text-too-long"


class LetterNotSendable(Refusal):
    """A character that no phone shows."""

    code = "notice-letter-not-sendable"


class NoticeTextRefused(ManyProblems):
    """The words cannot be kept as given; `problems` names every reason with its field."""

    code = "notice-text-refused"


class NotForOutside(Exception):
    """A value is not what its name says: a fault of the program, and nothing is sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeValues:
    """What fills the places of a text. Raises NotForOutside for a value that is something else.

    `stage` is one of `stages`, the words of our own for stages; `link` begins with our own address
    `site`, `rate_link` with `rate_site` and ends with a random key. Nothing here can hold the name, a number or the matter of a person.
    """

    dossier_code: str
    stage: str
    stages: Collection[str]
    date: datetime | None
    office: str
    office_phone: str
    link: str
    site: str
    rate_link: str = ""
    rate_site: str = ""

    def __post_init__(self) -> None:
        sound = (
            _CODE.fullmatch(self.dossier_code),
            not self.stage or self.stage in self.stages,
            self.date is None or self.date.tzinfo is not None,
            _PHONE.fullmatch(self.office_phone),
            not self.link or self.link == f"{self.site}{self.dossier_code}",
            not self.rate_link or self._is_rating_door(),
            PLACEHOLDER.search(self.office) is None,
        )
        if not all(sound):
            raise NotForOutside

    def _is_rating_door(self) -> bool:
        key = self.rate_link.removeprefix(self.rate_site)
        return self.rate_link.startswith(self.rate_site) and bool(_RATE_KEY.fullmatch(key))

    def shown(self) -> dict[str, str]:
        """Each allowed value as it is read; "" for one that is not known."""
        return {
            "dossier_code": self.dossier_code,
            "stage": self.stage,
            "date": _date_words(self.date),
            "office": self.office,
            "office_phone": self.office_phone,
            "link": self.link,
            "rate_link": self.rate_link,
        }


def decide_text(carrier: Carrier, subject: str, body: str) -> Text:
    """The words as they are kept. Refusals: NoticeTextRefused, with every problem at its field."""
    tidied = Text(_tidy(subject) if carrier is Carrier.EMAIL else "", _tidy_lines(body))
    problems = list(_problems("body", tidied.body, BODY_MAX[carrier]))
    if carrier is Carrier.EMAIL:
        problems += _problems("subject", tidied.subject, SUBJECT_MAX)
    if tidied.body and NEEDED not in PLACEHOLDER.findall(tidied.body):
        problems.append(DossierCodeMissing(field="body"))
    if problems:
        raise NoticeTextRefused(problems)
    return tidied


def render(text: Text, values: NoticeValues) -> Text:
    """The message. Raises NotForOutside for a place that is not allowed: such a text is not sent."""
    shown = values.shown()
    return Text(_filled(text.subject, shown), _filled(text.body, shown))


def asks_to_rate(text: Text) -> bool:
    """Whether the words have a place for the rating door."""
    return "rate_link" in PLACEHOLDER.findall(text.subject + text.body)


def without_rating_keys(body: str) -> str:
    """The message as staff may read it: the key to the rating door is the citizen's own."""
    return _RATE_LINK.sub("/danh-gia/…", body)


def together(texts: Sequence[Text], subject_of_many: str) -> Text:
    """Several notices as one message, in their order; the same text is said once."""
    bodies = list(dict.fromkeys(text.body for text in texts))
    is_one = len(bodies) == 1
    gap = "\n\n" if texts[0].subject else "\n"
    subject = texts[0].subject if is_one or not texts[0].subject else subject_of_many
    return Text(subject, gap.join(bodies))


def _filled(text: str, shown: Mapping[str, str]) -> str:
    lines = (_filled_line(line, shown) for line in text.split("\n"))
    return "\n".join(line for line in lines if line is not None)


def _filled_line(line: str, shown: Mapping[str, str]) -> str | None:
    """None for a line with a place for which there is nothing to say."""
    named = PLACEHOLDER.findall(line)
    if not set(named) <= set(ALLOWED):
        raise NotForOutside
    if not all(shown[name] for name in named):
        return None
    return PLACEHOLDER.sub(lambda place: shown[place[1]], line)


def _problems(field: str, text: str, count_max: int) -> Iterable[Refusal]:
    if not text:
        yield NoticeTextEmpty(field=field)
    if len(text) > count_max:
        yield NoticeTextTooLong(field=field, count=len(text), count_max=count_max)
    strange = next((letter for letter in text if _is_strange(letter)), None)
    if strange is not None:
        yield LetterNotSendable(field=field, letter=f"U+{ord(strange):04X}")
    known = ", ".join(f"{{{name}}}" for name in ALLOWED)
    for name in sorted(set(PLACEHOLDER.findall(text)) - set(ALLOWED)):
        yield PlaceholderNotAllowed(field=field, placeholder=name, known=known)
    if set("{}") & set(PLACEHOLDER.sub("", text)):
        yield PlaceholderNotAllowed(field=field, placeholder="", known=known)


def _is_strange(letter: str) -> bool:
    return letter != "\n" and unicodedata.category(letter) in {
        "Cc",
        "Cf",
        "Co",
        "Cn",
        "Cs",
        "Zl",
        "Zp",
    }


def _tidy(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _tidy_lines(text: str) -> str:
    lines = [_tidy(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return "\n".join(lines).strip("\n")


def _date_words(at: datetime | None) -> str:
    """`16:30 05/02/2026`, as the slip says it."""
    if at is None:
        return ""
    here = local(at)
    return f"{here.hour:02d}:{here.minute:02d} {short_day(here.date())}"
