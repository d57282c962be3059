"""The guide for integrators, run call by call: each answer is what the page prints."""

from __future__ import annotations

import json
import re
import shlex
from itertools import pairwise
from typing import Any

from tests.support.checkout import ROOT
from tests.web.api.conftest import Caller

GUIDE = (ROOT / "docs/how-to/integrate.md").read_text()
CALLS = re.compile(r"```sh\n(curl .*?)```\s+```json\n(.*?)```", re.DOTALL)
ANYTHING = "…"


def sent(command: str, desk: Caller) -> Any:
    """Carries out one curl command with the test client."""
    words = shlex.split(command.replace("\\\n", " "))[1:]
    options = dict(pairwise(words))
    headers = [words[place + 1] for place, word in enumerate(words) if word == "-H"]
    named = dict(header.split(": ", 1) for header in headers)
    named = {
        name: value.replace("Bearer $TOKEN", desk.headers["Authorization"])
        for name, value in named.items()
    }
    address = next(word for word in words if word.startswith("$OFFICE")).removeprefix("$OFFICE")
    body = options.get("-d", "").encode()
    method = options.get("-X", "POST" if body else "GET")
    kind = named.pop("Content-Type", "application/octet-stream")
    return desk.client.generic(method, address, body, content_type=kind, headers=named)


def fits(printed: Any, told: Any) -> bool:
    """Whether the answer says all that is printed; `…` fits anything, also inside a text."""
    match printed:
        case dict():
            return all(name in told and fits(value, told[name]) for name, value in printed.items())
        case list():
            return len(printed) == len(told) and all(map(fits, printed, told))
        case str():
            form = ".*".join(map(re.escape, printed.split(ANYTHING)))
            return printed == ANYTHING or re.fullmatch(form, str(told)) is not None
    return bool(printed == told)


def test_every_call_of_the_guide_is_answered_as_printed(desk: Caller) -> None:
    calls = CALLS.findall(GUIDE)
    assert len(calls) == GUIDE.count("```sh\ncurl") == 15
    for command, printed in calls:
        told = sent(command, desk).json()
        assert fits(json.loads(printed), told), f"{command}\n{json.dumps(told, ensure_ascii=False)}"


def test_a_printed_answer_that_is_not_so_is_seen() -> None:
    assert fits({"a": "…", "b": [1, {"c": "x…"}]}, {"a": 7, "b": [1, {"c": "xyz", "d": 0}]})
    assert not fits({"a": 1}, {"a": 2})
    assert not fits({"a": [1]}, {"a": [1, 2]})
    assert not fits({"b": "…"}, {"a": 1})


def test_the_guide_tells_every_status() -> None:
    told = set(
        map(int, re.findall(r"\b[45]\d\d\b", GUIDE.partition("| status |")[2].partition("## 5")[0]))
    )
    assert told >= {400, 401, 404, 409, 412, 413, 415, 422, 429, 500}
