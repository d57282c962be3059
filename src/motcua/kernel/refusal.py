"""What a rule answers when something may not be done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar


class Refusal(Exception):
    """A rule says no. Carries a stable code and data; each door words it in its own way.

    `code` is kebab-case and never changes; `field` names the input the person should look at;
    `params` are plain values for the sentence.
    """

    code: ClassVar[str] = "refused"
    problems: tuple[Refusal, ...] = ()

    def __init__(self, *, field: str | None = None, **params: Any) -> None:
        super().__init__(self.code)
        self.field = field
        self.params = params

    def __str__(self) -> str:
        inside = ", ".join(f"{key}={value!r}" for key, value in self.params.items())
        return f"{self.code}({inside})"

    @property
    def reasons(self) -> tuple[Refusal, ...]:
        """What to tell: every reason where there are several, else this one."""
        return self.problems or (self,)


class ManyProblems(Refusal):
    """A refusal that holds every reason at once in `problems`, each with its field."""

    def __init__(self, problems: Iterable[Refusal], *, field: str | None = None) -> None:
        self.problems = tuple(problems)
        super().__init__(field=field, problems=[problem.code for problem in self.problems])
