"""What a reception page asks for, carried out: one command, once however often it is sent."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.commands.receive_group import receive_group
from motcua.dossiers.commands.reception import ask_at_the_counter, refuse_at_the_counter
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.vocabulary import ReceptionInput
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import content_digest
from motcua.workspace.reception.asking import ASK, Panel, asking, refusing
from motcua.workspace.reception.page import ReceptionPage

NOT_CONTENT = frozenset(
    {
        "csrfmiddlewaretoken",
        "request_key",
        "do",
        "find",
        "counter",
        "doubles_seen",
        "matter_place",
        "scans",
        "scans-token",
    }
)


@dataclass(frozen=True, slots=True)
class Done:
    """What came of it: the first dossier, and how many there are."""

    first: DossierRef
    count: int = 1

    @property
    def repeated(self) -> bool:
        return self.first.repeated


def request_key(page: ReceptionPage) -> RequestKey:
    """The page's own key: a double click or a resent form makes one dossier."""
    content = {name: values for name, values in page.data.lists() if name not in NOT_CONTENT}
    return RequestKey(key=key_text(page), digest=content_digest(content))


def key_text(page: ReceptionPage) -> str:
    return f"page:{page.actor.user_id}:{page.matter.cleaned_data.get('request_key', '')}"


def receive_one(page: ReceptionPage) -> Done:
    """Refusals: those of `receive_dossier`."""
    assert page.given is not None
    return Done(
        receive_dossier(actor=page.actor, at=page.at, given=page.given, request=request_key(page))
    )


def receive_all(page: ReceptionPage, given: tuple[ReceptionInput, ...]) -> Done:
    """Refusals: those of `receive_group`."""
    refs = receive_group(actor=page.actor, at=page.at, given=given, request=request_key(page))
    return Done(refs[0], len(refs))


def answer(page: ReceptionPage, panel: Panel) -> Done:
    """Register it, and ask to complete it or refuse it. Refusals: those of the two commands."""
    assert page.given is not None
    key = request_key(page)
    if panel.kind == ASK:
        ref = ask_at_the_counter(
            actor=page.actor,
            at=page.at,
            given=page.given,
            asking=asking(page, panel),
            request=key,
        )
    else:
        ref = refuse_at_the_counter(
            actor=page.actor,
            at=page.at,
            given=page.given,
            refusing=refusing(panel),
            request=key,
        )
    return Done(ref)
