"""Small processes to plant faults in."""

from __future__ import annotations

from typing import Any


def step(key: str, *to: str, **more: Any) -> dict[str, Any]:
    """A step of half a day by whoever handles, leading to those named."""
    return {
        "key": key,
        "number": key,
        "name": f"Bước {key}",
        "who": {"kind": "ROLE", "role": "HANDLING"},
        "limit": {"unit": "HALF_DAYS", "value": "1"},
        "next": [{"to": one, "label": f"sang {one}"} for one in to],
    } | more


def process(*steps: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"title": "Quy trình thử", "steps": list(steps)} | more


def plain() -> dict[str, Any]:
    """Receive, handle, sign, give back: two working days in all, nothing wrong with it."""
    return process(
        step("receive", "handle", act="dossier.receive", who={"kind": "ROLE", "role": "RECEPTION"}),
        step("handle", "sign", act="dossier.propose", returns_to=["receive"]),
        step("sign", "give", act="dossier.decide", who={"kind": "ROLE", "role": "SIGNATORY"}),
        step("give", act="dossier.return-result", who={"kind": "ROLE", "role": "RECEPTION"}),
        limit={"unit": "WORKING_DAYS", "value": "2"},
    )
