"""Papers given or got before are offered again: with consent, to their citizen alone, the fitting first."""

from __future__ import annotations

import pytest

from motcua.citizens.commands.consents import give_consent
from motcua.citizens.vocabulary import ConsentPurpose
from motcua.filing.commands.papers import add_own_file
from motcua.filing.queries.drafts import papers_of
from motcua.filing.queries.own_papers import may_offer, own_papers
from motcua.filing.rules.refusals import ConsentMissing
from motcua.filing.vocabulary import FileSource, ForWhom
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound
from tests.support.clock import PLAIN_MORNING
from tests.support.drafting import begun, complete, send, told_of


def agree(actor: Actor) -> None:
    give_consent(actor=actor, at=PLAIN_MORNING, purpose=ConsentPurpose.OWN_PAPERS)


def test_without_consent_nothing_is_offered_nor_taken(lan: Actor) -> None:
    send(lan, complete(lan))
    assert not may_offer(lan)
    assert own_papers(lan) == ()
    with pytest.raises(ConsentMissing):
        take(lan, begun(lan), "0" * 64)


def take(actor: Actor, token: str, digest: str) -> None:
    add_own_file(actor=actor, at=PLAIN_MORNING, token=token, paper_key="other", digest=digest)


def test_what_was_given_once_is_not_asked_again(lan: Actor) -> None:
    ref = send(lan, complete(lan))
    agree(lan)
    first, *_rest = own_papers(lan)
    assert first.dossier_code == ref.code
    token = begun(lan)
    take(lan, token, first.digest)
    (file,) = papers_of(lan, token)["other"].files
    assert (file.digest, file.source) == (first.digest, FileSource.OWN)


def test_the_very_paper_that_is_asked_for_stands_first(lan: Actor) -> None:
    send(lan, complete(lan))
    agree(lan)
    every = own_papers(lan)
    wanted = every[-1]
    offered = own_papers(
        lan, paper_name=wanted.paper_name, required_document_id=wanted.required_document_id
    )
    assert offered[0] == wanted
    assert set(offered) == set(every)


def test_nobody_is_offered_papers_of_another_or_of_whom_he_helped(lan: Actor, nam: Actor) -> None:
    agree(lan)
    agree(nam)
    theirs = send(nam, complete(nam))
    token = complete(lan, for_whom=ForWhom.HELPER)
    told_of(lan, token, name="Cụ Tư", personal_id="001040000123", phone="0987654321")
    send(lan, token)
    assert own_papers(lan) == ()
    (one, *_more) = own_papers(nam)
    assert one.dossier_code == theirs.code
    with pytest.raises(NotFound):
        take(lan, begun(lan), one.digest)
