"""What an internal process says, read from plain JSON; every fault of the document is named with its place.

    {"title": "Đăng ký khai sinh", "basis": "Quyết định 12/QĐ-UBND",
     "limit": {"unit": "WORKING_DAYS", "value": "3"},
     "steps": [{"key": "receive", "number": "1", "name": "Tiếp nhận hồ sơ",
                "who": {"kind": "ROLE", "role": "RECEPTION"},
                "limit": {"unit": "HALF_DAYS", "value": "1"}, "gives_out": "Giấy tiếp nhận",
                "next": [{"to": "handle", "when": {"is": ["online", true]}, "label": "Nộp qua mạng"}],
                "act": "dossier.receive"}, …]}

The first step is the one a dossier begins with; a step with nothing after it ends a path. What is left
out is empty. Whether the process can be published is another question (`rules.checking`): one that is
read may still point nowhere, go round for ever or not add up, for a draft is kept as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, TypeVar

from motcua.eforms.rules.conditions import read_condition
from motcua.eforms.rules.formulas import ExpressionFaulty
from motcua.kernel.actor import Role
from motcua.kernel.refusal import ManyProblems, Refusal
from motcua.processes.rules.document import document_of
from motcua.processes.rules.shapes import Next, Process, Step, StepLimit, Who
from motcua.processes.vocabulary import (
    BRANCHES_MAX,
    NAME_LENGTH_MAX,
    NUMBER_LENGTH_MAX,
    STEPS_MAX,
    TEXT_LENGTH_MAX,
    Join,
    Need,
    Split,
    StepAct,
    WhoKind,
)
from motcua.worktime.vocabulary import Unit

__all__ = ["Next", "Process", "ProcessUnreadable", "Step", "StepLimit", "Who", "document_of", "process_of"]  # fmt: skip

_KEY: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}", re.ASCII)
_SLUG: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}", re.ASCII)
_AMOUNT: Final = re.compile(r"-?[0-9]{1,6}(\.[0-9]{1,6})?", re.ASCII)
_OF_PROCESS: Final = frozenset({"title", "steps", "limit", "basis"})
_OF_WHO: Final = frozenset({"kind", "role", "unit", "agency", "is_lead", "words"})
_OF_STEP: Final = frozenset(
    {"key", "number", "name", "who", "limit", "takes_in", "gives_out", "form", "next", "split", "join",
     "returns_to", "act", "is_outside", "four_eyes_with", "needs", "note"}
)  # fmt: skip
Word = TypeVar("Word", bound=StrEnum)
PROBLEMS_MAX: Final = 100


class ProcessUnreadable(ManyProblems):
    """The document is no process; `problems` names every fault with its place."""

    code = "process-unreadable"


class ProcessDocumentFaulty(Refusal):
    """One fault: `field` is the place in the document ("steps.0.who.kind"), `why` a code, `found` what
    stands there."""

    code = "process-document-faulty"


def process_of(document: Any) -> Process:
    """The process that a document describes. Refusals: ProcessUnreadable."""
    reader = _Reader()
    process = reader.process(document)
    if reader.problems:
        raise ProcessUnreadable(reader.problems)
    return process


class _Reader:
    """Reads on after a fault, so that all are told at once."""

    def __init__(self) -> None:
        self.problems: list[Refusal] = []

    def fault(self, place: str, why: str, found: object = "") -> None:
        if len(self.problems) < PROBLEMS_MAX:
            self.problems.append(
                ProcessDocumentFaulty(field=place, why=why, found=repr(found)[:80])
            )

    def process(self, document: Any) -> Process:
        given = self._object(document, "", _OF_PROCESS)
        steps = self._list(given.get("steps"), "steps", STEPS_MAX)
        read = tuple(self._step(one, f"steps.{at}") for at, one in enumerate(steps))
        keys = [step.key for step in read]
        for at, key in enumerate(keys):
            if key and key in keys[:at]:
                self.fault(f"steps.{at}.key", "twice", key)
        return Process(
            title=self._text(given, "title", "", NAME_LENGTH_MAX),
            basis=self._text(given, "basis", "", TEXT_LENGTH_MAX),
            limit=self._limit(given, ""),
            steps=read,
        )

    def _step(self, document: Any, place: str) -> Step:
        given = self._object(document, place, _OF_STEP)
        texts = {
            name: self._text(given, name, place, TEXT_LENGTH_MAX)
            for name in ("takes_in", "gives_out", "form", "note")
        }
        return Step(
            key=self._key(given.get("key"), f"{place}.key"),
            number=self._text(given, "number", place, NUMBER_LENGTH_MAX),
            name=self._text(given, "name", place, NAME_LENGTH_MAX),
            who=self._who(given.get("who"), f"{place}.who"),
            limit=self._limit(given, place),
            next=tuple(self._branches(given, place)),
            split=self._word(given, "split", place, Split) or Split.ONE,
            join=self._word(given, "join", place, Join) or Join.ANY,
            returns_to=tuple(self._keys(given, "returns_to", place)),
            act=self._word(given, "act", place, StepAct),
            is_outside=self._flag(given, "is_outside", place),
            four_eyes_with=self._other_key(given, "four_eyes_with", place),
            needs=tuple(self._needs(given, place)),
            **texts,
        )

    def _who(self, document: Any, place: str) -> Who:
        given = self._object(document, place, _OF_WHO)
        return Who(
            kind=self._word(given, "kind", place, WhoKind) or WhoKind.ROLE,
            role=self._word(given, "role", place, Role),
            unit=self._slug(given, "unit", place),
            agency=self._slug(given, "agency", place),
            is_lead=self._flag(given, "is_lead", place),
            words=self._text(given, "words", place, NAME_LENGTH_MAX),
        )

    def _limit(self, given: Mapping[str, Any], place: str) -> StepLimit | None:
        if given.get("limit") is None:
            return None
        where = f"{place}.limit".lstrip(".")
        limit = self._object(given["limit"], where, frozenset({"unit", "value"}))
        unit = self._word(limit, "unit", where, Unit)
        value = limit.get("value", "0")
        if type(value) not in (str, int) or not _AMOUNT.fullmatch(str(value)):
            self.fault(f"{where}.value", "not-an-amount", value)
            return None
        return StepLimit(unit, Decimal(str(value))) if unit else None

    def _branches(self, given: Mapping[str, Any], place: str) -> Iterator[Next]:
        branches = self._list(given.get("next", []), f"{place}.next", BRANCHES_MAX)
        for at, one in enumerate(branches):
            where = f"{place}.next.{at}"
            branch = self._object(one, where, frozenset({"to", "when", "label"}))
            when = branch.get("when")
            if when is not None:
                self._condition(when, f"{where}.when")
            yield Next(
                to=self._key(branch.get("to"), f"{where}.to"),
                when=when if isinstance(when, dict) else None,
                label=self._text(branch, "label", where, NAME_LENGTH_MAX),
            )

    def _needs(self, given: Mapping[str, Any], place: str) -> Iterator[Need]:
        for at, one in enumerate(self._list(given.get("needs", []), f"{place}.needs", len(Need))):
            need = self._word({"need": one}, "need", f"{place}.needs.{at}", Need)
            if need:
                yield need

    def _keys(self, given: Mapping[str, Any], name: str, place: str) -> Iterator[str]:
        for at, one in enumerate(self._list(given.get(name, []), f"{place}.{name}", STEPS_MAX)):
            yield self._key(one, f"{place}.{name}.{at}")

    def _other_key(self, given: Mapping[str, Any], name: str, place: str) -> str | None:
        return None if given.get(name) is None else self._key(given[name], f"{place}.{name}")

    def _key(self, value: Any, place: str) -> str:
        if isinstance(value, str) and _KEY.fullmatch(value):
            return value
        self.fault(place, "not-a-key", value)
        return ""

    def _slug(self, given: Mapping[str, Any], name: str, place: str) -> str:
        value = given.get(name, "")
        if isinstance(value, str) and (value == "" or _SLUG.fullmatch(value)):
            return value
        self.fault(f"{place}.{name}", "not-a-name", value)
        return ""

    def _text(self, given: Mapping[str, Any], name: str, place: str, longest: int) -> str:
        value = given.get(name, "")
        if isinstance(value, str) and len(value) <= longest and "\x00" not in value:
            return value
        self.fault(f"{place}.{name}".lstrip("."), "not-a-text", value)
        return ""

    def _flag(self, given: Mapping[str, Any], name: str, place: str) -> bool:
        value = given.get(name, False)
        if not isinstance(value, bool):
            self.fault(f"{place}.{name}", "not-yes-or-no", value)
        return value is True

    def _word(
        self, given: Mapping[str, Any], name: str, place: str, words: type[Word]
    ) -> Word | None:
        value = given.get(name)
        if value in (None, ""):
            return None
        if isinstance(value, str) and value in {word.value for word in words}:
            return words(value)
        self.fault(f"{place}.{name}", "unknown", value)
        return None

    def _object(self, value: Any, place: str, known: frozenset[str]) -> Mapping[str, Any]:
        if not isinstance(value, Mapping):
            self.fault(place, "not-an-object", value)
            return {}
        for name in value:
            if name not in known:
                self.fault(place, "unknown-name", name)
        return value

    def _list(self, value: Any, place: str, most: int) -> list[Any]:
        if isinstance(value, list) and len(value) <= most:
            return value
        if isinstance(value, list):
            self.fault(place, "too-many", len(value))
        else:
            self.fault(place, "not-a-list", value)
        return []

    def _condition(self, when: Any, place: str) -> None:
        try:
            read_condition(when)
        except ExpressionFaulty as faulty:
            self.fault(place, str(faulty.params.get("why", "condition")))
