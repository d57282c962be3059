"""What the officers of one installation are told to do by a test, with the real commands at the real hour."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import numpy as np
import orjson
from PIL import Image

from motcua.documents.commands.uploads import store_file
from motcua.documents.vocabulary import StoredFileRow
from motcua.dossiers import inputs
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.models import Dossier, DossierFile
from motcua.dossiers.rows import states_of
from motcua.dossiers.vocabulary import Act, Decision, FileIn, FileKind, PaperIn
from motcua.exchange.cards import own_card, read_card
from motcua.exchange.commands.partners import add_partner, host_agency
from motcua.exchange.commands.resending import resend, try_again
from motcua.exchange.models import InMessage, OutMessage, Partner, SharedDossier
from motcua.exchange.vocabulary import InState, OutState
from motcua.kernel import clock
from motcua.kernel.actor import Actor, Role
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from tests.support.offices import SETUP, agency_id
from tests.support.reception import BUSINESS, a_ground, a_reception, receive
from tests.support.three_communes import Commune, put_to_work

HOME, THERE = "xa-gia-lam", "xa-phu-dong"
SCAN_SIDE = 500
OF_BOTH = (
    "code",
    "status",
    "is_accepted",
    "channel",
    "return_method",
    "fee_total_vnd",
    "sets",
    "received_at",
    "due_at",
    "ended_at",
    "timeliness",
    "decision",
    "returned_at",
    "supplement_count",
)
"""What both sides must agree on; numbers of rows are each side's own."""
Order = Mapping[str, Any]


def seed(_order: Order) -> Any:
    """Both installations know both communes; people of the second work in theirs."""
    a_ground(clock.now())
    put_to_work(THERE, clock.now())


def card(order: Order) -> Any:
    """What the other side must know of this one; `line`: where it is reached."""
    return own_card(name=order["line"], address=order["line"], agency_codes=(order["agency"],))


def know(order: Order) -> Any:
    """The card of the other side is taken in."""
    read = read_card(orjson.dumps(order["card"]).decode(), local_day(clock.now()))
    partner_id = add_partner(actor=SETUP, at=clock.now(), given=read.given)
    for one in read.agency_ids:
        host_agency(actor=SETUP, at=clock.now(), partner_id=partner_id, agency_id=one)
    return read.unknown


def take_in(order: Order) -> Any:
    """A dossier received at the first commune, for the second where `to` says so."""
    at = clock.now()
    given = a_reception(order.get("procedure", BUSINESS), at=at)
    if "to" in order:
        given = replace(given, competent_agency_id=agency_id(order["to"]))
    if "scan" in order:
        stored = _scan(order)
        given = replace(given, files=(FileIn(**_of_file(stored), paper_position=0),))
    return receive(given, actor=somebody_at(order), at=at).code


def act(order: Order) -> Any:
    """One act of the table, by somebody who may do anything at his agency."""
    which = Act(f"dossier.{order['act']}")
    asked = Asked(actor=somebody_at(order), at=clock.now(), code=order["code"])
    perform(asked, which, GIVEN[which](order.get("given", {})))


def attach(order: Order) -> Any:
    """A scan of its own becomes part of the dossier."""
    stored = _scan(order)
    given = inputs.Attach(**_of_file(stored), kind=FileKind(order.get("kind", "RESULT")))
    asked = Asked(actor=somebody_at(order), at=clock.now(), code=order["code"])
    perform(asked, Act.ATTACH, given)
    return stored.digest


def supplement(order: Order) -> Any:
    """A paper with its scan answers the one item that was asked for."""
    file = FileIn(**_of_file(_scan(order)))
    paper = PaperIn(name="Giấy bổ sung", originals=1)
    given = inputs.Supplement(answered=(0,), papers=(paper,), files=(file,))
    asked = Asked(actor=somebody_at(order), at=clock.now(), code=order["code"])
    perform(asked, Act.SUPPLEMENT, given)


def told(_order: Order) -> Any:
    """By code, what both sides must agree on of each dossier they share."""
    shared = SharedDossier.objects.values("dossier")
    rows = list(Dossier.objects.filter(pk__in=shared).order_by("code"))
    return {row.code: _agreed(row, state) for row, state in states_of(rows)}


def standing(_order: Order) -> Any:
    """How many messages are under way or stuck, and how many dossiers there are."""
    return {
        "waiting": OutMessage.objects.filter(state=OutState.WAITING).count(),
        "received": OutMessage.objects.filter(state=OutState.RECEIVED).count(),
        "to_do": InMessage.objects.filter(state=InState.WAITING).count(),
        "stuck": list(
            InMessage.objects.filter(state=InState.STUCK).values_list("seq", "reason", "detail")
        ),
        "done": InMessage.objects.filter(state=InState.DONE).count(),
        "dossiers": Dossier.objects.count(),
        "failures": sorted(set(OutMessage.objects.values_list("failure", flat=True)) - {""}),
    }


def send_at_once(_order: Order) -> Any:
    """What an administrator does on the page of what is stuck."""
    for partner in Partner.objects.all():
        for command in (resend, try_again):
            try:
                command(actor=SETUP, at=clock.now(), partner_id=partner.pk)
            except Refusal:
                continue


def _agreed(row: Dossier, state: dict[str, Any]) -> dict[str, Any]:
    names = ("agency", "competent_agency", "held_agency", "offered_agency")
    files = DossierFile.objects.filter(dossier=row, is_removed=False)
    return {
        **{name: state[name] for name in OF_BOTH},
        **{name: getattr(getattr(row, name), "slug", None) for name in names},
        "is_turned_back": row.is_turned_back,
        "parties": state["parties"],
        "papers": [
            {name: value for name, value in paper.items() if name != "required_document_id"}
            for paper in state["papers"]
        ],
        "fees": state["fees"],
        "requests": [
            {name: one[name] for name in ("reason", "answered_at")} for one in state["requests"]
        ],
        "files": sorted(files.values_list("digest", "name", "kind")),
        "results": [
            {name: value for name, value in one.items() if not name.endswith("_id")}
            for one in state["results"]
        ],
        "hand_overs": state["hand_overs"],
    }


def somebody_at(order: Order) -> Actor:
    slug = order.get("agency", HOME)
    actor = Commune(slug, agency_id(slug)).actor(Role.RECEPTION)
    unit_id = actor.unit_id
    if "code" in order:
        unit_id = Dossier.objects.values_list("unit", flat=True).get(code=order["code"])
    roles = frozenset(
        {Role.RECEPTION, Role.HANDLING, Role.UNIT_HEAD, Role.SIGNATORY, Role.REGISTRY_CLERK}
    )
    return replace(actor, roles=roles, unit_id=unit_id)


def _scan(order: Order) -> StoredFileRow:
    """A picture of noise, of so many bytes that it goes in pieces; another for each number."""
    noise = np.random.default_rng(order["scan"]).integers(0, 255, (SCAN_SIDE, SCAN_SIDE, 3))
    kept = BytesIO()
    Image.fromarray(noise.astype(np.uint8)).save(kept, "PNG")
    kept.seek(0)
    name = f"bản quét {order['scan']}.png"
    return store_file(actor=somebody_at(order), at=clock.now(), stream=kept, name=name)


def _of_file(stored: StoredFileRow) -> dict[str, Any]:
    return {
        "digest": stored.digest,
        "name": stored.name,
        "media_type": str(stored.media_type),
        "size": stored.size,
    }


GIVEN: Mapping[Act, Callable[[Order], Any]] = {
    Act.TAKE_OVER: lambda _given: inputs.Nothing(),
    Act.START: lambda _given: inputs.Nothing(),
    Act.REQUEST_SUPPLEMENT: lambda given: inputs.AskToComplete(
        items=(inputs.AskedItem(name="Giấy", what="Bổ sung"),), reason=given["reason"]
    ),
    Act.DECIDE: lambda given: inputs.Decide(
        decision=Decision(given.get("decision", "GRANTED")), grounds=given.get("grounds", "")
    ),
    Act.ISSUE_RESULT: lambda given: inputs.IssueResult(
        document_number=given.get("number", "01/GXN"),
        document_date=date.today(),  # noqa: DTZ011  # of the machine, as the clock is
        subject=given.get("subject", "Kết quả"),
        signed_by="Chủ tịch",
        digests=tuple(given.get("digests", ())),
    ),
    Act.RETURN_RESULT: lambda given: inputs.ReturnResult(recipient_name=given["name"]),
    Act.WITHDRAW: lambda given: inputs.Withdraw(reason=given["reason"]),
    Act.OFFER: lambda given: inputs.Offer(agency_id=agency_id(given["to"]), task=given["task"]),
    Act.ACCEPT_OFFER: lambda _given: inputs.AcceptOffer(received_all=True),
    Act.REFUSE_OFFER: lambda given: inputs.WithReason(reason=given["reason"]),
    Act.TAKE_BACK_OFFER: lambda given: inputs.WithReason(reason=given["reason"]),
    Act.REFUSE_TAKE_OVER: lambda given: inputs.WithReason(reason=given["reason"]),
    Act.REDIRECT: lambda given: inputs.Redirect(
        agency_id=agency_id(given["to"]), reason=given["reason"]
    ),
}
ORDERS: Mapping[str, Callable[[Order], Any]] = {
    "seed": seed,
    "card": card,
    "know": know,
    "receive": take_in,
    "act": act,
    "attach": attach,
    "supplement": supplement,
    "told": told,
    "standing": standing,
    "resend": send_at_once,
}


def carry_out(line: str) -> str:
    """One JSON order, one JSON answer; a fault is told to the test, which decides."""
    order = orjson.loads(line)
    try:
        answer = {"answer": ORDERS[order["do"]](order)}
    except Exception as fault:  # noqa: BLE001
        answer = {"fault": f"{type(fault).__name__}: {fault}"}
    return orjson.dumps(answer).decode()
