"""Drafts for tests, written by the real commands."""

from __future__ import annotations

import io
from typing import Any

from motcua.documents.commands.uploads import store_file
from motcua.dossiers.repeating import DossierRef
from motcua.filing.commands.drafting import begin_draft, change_draft, save_page
from motcua.filing.commands.papers import add_files, choose_way
from motcua.filing.commands.sending import send_draft
from motcua.filing.queries.drafts import draft_of, papers_of
from motcua.filing.vocabulary import ForWhom, PageSaved, PaperWay
from motcua.filing.whole import WholeDraft, whole_draft
from motcua.kernel.actor import Actor
from tests.support.clock import PLAIN_MORNING
from tests.support.declaring import real_answers, the_form
from tests.support.offices import agency_id
from tests.support.papers_sent import a_pdf
from tests.support.reception import BIRTH, the_ground


def begun(actor: Actor, *, code: str = BIRTH, **more: Any) -> str:
    given = {"agency_id": agency_id(), "for_whom": ForWhom.MYSELF} | more
    version_id = the_ground(code, PLAIN_MORNING).detail.version_id
    return begin_draft(actor=actor, at=PLAIN_MORNING, procedure_version_id=version_id, **given)


def typed(
    actor: Actor, token: str, page_key: str, answers: dict[str, Any], *, seen: int = 0
) -> PageSaved:
    form = the_form().form
    keys = {item.key for page in form.pages if page.key == page_key for item in page.fields}
    return save_page(
        actor=actor,
        at=PLAIN_MORNING,
        token=token,
        page_key=page_key,
        item_keys=frozenset(keys),
        seen=seen,
        answers=answers,
    )


def uploaded(
    actor: Actor, words: str = "giấy", content: bytes = b"", name: str = "giay.pdf"
) -> str:
    stream = io.BytesIO(content or a_pdf(words))
    return store_file(actor=actor, at=PLAIN_MORNING, stream=stream, name=name).token


def sent_file(actor: Actor, token: str, key: str, **more: Any) -> None:
    upload = uploaded(actor, **({"words": key} | more))
    add_files(actor=actor, at=PLAIN_MORNING, token=token, paper_key=key, uploads=[upload])


def whole(actor: Actor, token: str) -> WholeDraft:
    return whole_draft(actor, PLAIN_MORNING, draft_of(actor, token), papers_of(actor, token))


def complete(actor: Actor, **more: Any) -> str:
    """A draft with all answers and papers: ready to be sent."""
    token = begun(actor, **more)
    answers = real_answers()
    for page in the_form().form.pages:
        typed(actor, token, page.key, answers)
    for number, paper in enumerate(whole(actor, token).wanted):
        if paper.is_settled or paper.is_optional:
            continue
        if number % 2:
            way = PaperWay.BRING
            choose_way(actor=actor, at=PLAIN_MORNING, token=token, paper_key=paper.key, way=way)
        else:
            sent_file(actor, token, paper.key)
    return token


def send(actor: Actor, token: str, *, pledged: bool = True) -> DossierRef:
    return send_draft(actor=actor, at=PLAIN_MORNING, token=token, pledged=pledged)


def told_of(actor: Actor, token: str, **beneficiary: str) -> None:
    row = draft_of(actor, token)
    told = {name: getattr(row.beneficiary, name) for name in row.beneficiary.__slots__}
    changed = type(row.beneficiary)(**(told | beneficiary))
    change_draft(actor=actor, at=PLAIN_MORNING, token=token, beneficiary=changed)
