"""What a desk must write down of a paper by which an agency without software answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from motcua.exchange.vocabulary import OnPaper
from motcua.kernel.characters import plain_words
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import ManyProblems, Refusal

BY_MAX: Final = 80
NUMBER_MAX: Final = 40
WORDS_MAX: Final = 2000


class PaperAnswerRefused(ManyProblems):
    """The answer cannot be written down so; every reason at once."""

    code = "paper-answer-refused"


class PaperByMissing(Refusal):
    """Who signed it there."""

    code = "paper-by-missing"


class PaperNumberMissing(Refusal):
    """The number of the paper, or of the line in the book of hand-overs."""

    code = "paper-number-missing"


class PaperDayAhead(Refusal):
    """It bears a day that has not come."""

    code = "paper-day-ahead"


class PaperWordsMissing(Refusal):
    """Why it is refused, or what was found out."""

    code = "paper-words-missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperAnswer:
    """`by`: who signed; `number`, `day`: of the paper; `words`: the reason, or the answer itself."""

    answer: OnPaper
    by: str
    number: str
    day: date
    words: str = ""

    @property
    def signed(self) -> str:
        """Who, by which paper of which day: as the ledger and the control sheet name him."""
        return f"{self.by} ({self.number}, {short_day(self.day)})"


def decide_paper(given: PaperAnswer, today: date) -> PaperAnswer:
    """As it is kept. Refusals: PaperAnswerRefused."""
    by, number = plain_words(given.by), plain_words(given.number)
    words = given.words.strip()
    problems: list[Refusal] = []
    if not 0 < len(by) <= BY_MAX:
        problems.append(PaperByMissing(field="by", count_max=BY_MAX))
    if not 0 < len(number) <= NUMBER_MAX:
        problems.append(PaperNumberMissing(field="number", count_max=NUMBER_MAX))
    if given.day > today:
        problems.append(PaperDayAhead(field="day"))
    is_asked = given.answer is not OnPaper.ACCEPTED
    if (is_asked and not words) or len(words) > WORDS_MAX:
        problems.append(PaperWordsMissing(field="words", count_max=WORDS_MAX))
    if problems:
        raise PaperAnswerRefused(problems)
    return PaperAnswer(answer=given.answer, by=by, number=number, day=given.day, words=words)
