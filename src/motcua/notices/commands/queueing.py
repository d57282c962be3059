"""Facts become notices: each chain is read on from its kept place (docs/decisions/0018).

A piece is one transaction: the notices of some facts and the place behind them. Killed between two
pieces, the next worker goes on behind the last one that was kept; two workers at once queue nothing
twice, since the place is locked and a notice is unique.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from motcua.dossiers.reaching import Reachable, ids_of_codes, reachable
from motcua.feedback.reaching import Sender, senders
from motcua.kernel.clock import local_day
from motcua.ledger.caching import one_revision
from motcua.ledger.queries import FactRow, facts_of_chain, heads_of_chains
from motcua.notices.contacts import (
    NOTHING_SAID,
    accounts_of,
    addresses_for,
    addresses_of_sender,
    wishes_at,
)
from motcua.notices.models import AccountNotice, Notice, ReadPlace
from motcua.notices.queries.texts import texts_in_force
from motcua.notices.rules.addressing import address_digest
from motcua.notices.rules.hours import SendingHours, is_stale, send_at
from motcua.notices.rules.telling import (
    BY_CODE,
    HASTE_OF,
    KIND_OF,
    KIND_OF_PETITION,
    MESSAGE_WRITTEN,
    told_of,
    told_of_petition,
)
from motcua.notices.shipped import TextKey
from motcua.notices.vocabulary import Address, Carrier, Told, Wish

AGENCIES = "agency-"
TOLD_FACTS = frozenset(KIND_OF) | frozenset(KIND_OF_PETITION)
PIECE = 500
"""Places of a chain that are read at a time."""
MONEY_BELOW = 1_000_000_000
PIECES_MAX = 40
"""In one round; the rest is for the next one, so that sending never waits for long."""


@dataclass(frozen=True, slots=True)
class Telling:
    """By what and when this office tells."""

    carriers: Collection[Carrier]
    hours: SendingHours


@dataclass(frozen=True, slots=True)
class _News:
    """A fact that is told, about which dossier or feedback, to whom."""

    fact: FactRow
    told: Told
    about: Reachable | Sender
    addresses: tuple[Address, ...]

    @property
    def subject(self) -> dict[str, int]:
        """The column that names what it is about."""
        if isinstance(self.about, Sender):
            return {"petition_id": self.about.id}
        return {"dossier_id": self.about.id}

    @property
    def citizens(self) -> tuple[int, ...]:
        """In whose accounts it is told too."""
        if isinstance(self.about, Sender):
            return (self.about.citizen_id,) if self.about.citizen_id else ()
        return tuple(citizen for citizen, _part in self.about.citizens)

    @property
    def seq(self) -> int:
        """Its place in the dossier; messages have numbers of their own and count downwards from -1, other
        facts that are not the dossier's from -MONEY_BELOW."""
        if self.fact.code == MESSAGE_WRITTEN:
            return -int(self.fact.payload["seq"])
        if self.fact.code in BY_CODE:
            return -MONEY_BELOW - self.fact.id
        return self.fact.subject_seq


def queue_notices(*, at: datetime, telling: Telling) -> int:
    """Queue what the ledger has that was not told yet; how many notices. Two queries when nothing is
    new, whatever the number of dossiers."""
    places = dict(ReadPlace.objects.values_list("stream", "last_seq"))
    heads = heads_of_chains(AGENCIES).items()
    ahead = deque((name, head) for name, head in heads if head > places.get(name, 0))
    queued = 0
    for _turn in range(PIECES_MAX):
        if not ahead:
            break
        # A piece of each chain in turn: one that is far behind keeps no other waiting.
        name, head = ahead.popleft()
        queued_now, place = _one_piece(name, head, at, telling)
        queued += queued_now
        if place < head:
            ahead.append((name, head))
    return queued


def skip_to_heads() -> None:
    """Nothing that is in the ledger now is told: for what was loaded from elsewhere."""
    with transaction.atomic():
        for name, head in heads_of_chains(AGENCIES).items():
            ReadPlace.objects.update_or_create(stream=name, defaults={"last_seq": head})


def _one_piece(name: str, head: int, at: datetime, telling: Telling) -> tuple[int, int]:
    """How many were queued, and where the place is now."""
    with transaction.atomic(), one_revision():
        ReadPlace.objects.get_or_create(stream=name, defaults={"last_seq": 0})
        place = ReadPlace.objects.select_for_update().get(stream=name)
        if place.last_seq >= head:
            return 0, place.last_seq
        until = min(head, place.last_seq + PIECE)
        facts = facts_of_chain(name, after=place.last_seq, until=until, codes=TOLD_FACTS)
        news = list(_news(facts, at, telling.carriers))
        rows = list(_notices(news, at, telling))
        Notice.objects.bulk_create(rows, ignore_conflicts=True)
        told = [one for each in news for one in _in_accounts(each, at)]
        AccountNotice.objects.bulk_create(told, ignore_conflicts=True)
        ReadPlace.objects.filter(pk=name).update(last_seq=until)
    return len(rows), until


def _in_accounts(news: _News, at: datetime) -> Iterator[AccountNotice]:
    """The same in the account of each citizen concerned, whatever carriers the office has."""
    for citizen_id in news.citizens:
        yield AccountNotice(
            citizen_id=citizen_id,
            **news.subject,
            dossier_code=news.about.code,
            fact_seq=news.seq,
            kind=news.told.kind,
            stage=news.told.stage,
            date=news.told.date,
            happened_at=news.fact.occurred_at,
            told_at=at,
        )


def _notices(news: list[_News], at: datetime, telling: Telling) -> Iterator[Notice]:
    wishes = wishes_at(address for one in news for address in one.addresses)
    for one in news:
        texts = texts_in_force(one.about.agency_id, local_day(at))
        for address in one.addresses:
            wish = wishes.get(address_digest(address.at), NOTHING_SAID)
            key = TextKey(one.told.kind, address.carrier, wish.language)
            if wish.is_wanted and texts[key].is_sent:
                yield _notice(one, address, wish, at, telling.hours)


def _news(facts: Iterable[FactRow], at: datetime, carriers: Collection[Carrier]) -> Iterator[_News]:
    every = [fact for fact in facts if not is_stale(fact.recorded_at, at)]
    yield from _of_feedback([one for one in every if one.code in KIND_OF_PETITION], carriers)
    fresh = [fact for fact in every if fact.code in KIND_OF]
    by_code = [fact for fact in fresh if fact.code in BY_CODE]
    named = [fact for fact in by_code if fact.payload.get("dossier_code")]
    unnamed = {fact.id for fact in by_code} - {fact.id for fact in named}
    fresh = [fact for fact in fresh if fact.id not in unnamed]
    coded = ids_of_codes({fact.payload["dossier_code"] for fact in named})
    about = {fact.id: coded[fact.payload["dossier_code"]] for fact in named}
    dossiers = reachable({about.get(fact.id, fact.subject_id) for fact in fresh})
    accounts = accounts_of(dossiers.values())
    for fact in fresh:
        dossier = dossiers[about.get(fact.id, fact.subject_id)]
        told = told_of(fact.code, fact.payload, dossier.due_at)
        if told is not None:
            yield _News(fact, told, dossier, addresses_for(dossier, carriers, accounts))


def _of_feedback(facts: list[FactRow], carriers: Collection[Carrier]) -> Iterator[_News]:
    """Whoever sent it without a name is not told: nobody knows who he is."""
    found = senders({fact.subject_id for fact in facts})
    for fact in facts:
        sender = found[fact.subject_id]
        told = told_of_petition(fact.code, sender.due_at, is_taken_over=sender.is_taken_over)
        if told is not None and not sender.is_anonymous:
            yield _News(fact, told, sender, addresses_of_sender(sender, carriers))


def _notice(news: _News, address: Address, wish: Wish, at: datetime, hours: SendingHours) -> Notice:
    haste = HASTE_OF[news.told.kind]
    return Notice(
        **news.subject,
        dossier_code=news.about.code,
        agency_id=news.about.agency_id,
        fact_seq=news.seq,
        kind=news.told.kind,
        stage=news.told.stage,
        date=news.told.date,
        carrier=address.carrier,
        address=address.at,
        address_digest=address_digest(address.at),
        language=wish.language,
        happened_at=news.fact.occurred_at,
        queued_at=at,
        send_after=send_at(at, haste, _own_hours(hours, wish), in_digest=wish.in_digest),
    )


def _own_hours(hours: SendingHours, wish: Wish) -> SendingHours:
    if wish.quiet_from is None or wish.quiet_until is None:
        return hours
    return replace(hours, quiet_from=wish.quiet_from, quiet_until=wish.quiet_until)
