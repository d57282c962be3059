"""Facts folded into what the dossier's rows must say. Pure; the proof that register and ledger agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from motcua.dossiers.rules.supplement import answered_items, partly_answered_at
from motcua.dossiers.vocabulary import STATUS_OF, Stage
from motcua.ledger.queries import FactRow

State = dict[str, Any]


EMPTY: State = {
    "is_accepted": True,
    "assignee_id": None,
    "held_agency_id": None,
    "held_unit_id": None,
    "held_assignee_id": None,
    "offered_agency_id": None,
    "offered_unit_id": None,
    "is_turned_back": False,
    "group_id": None,
    "awaits_companion": False,
    "due_at": None,
    "due_soon_at": None,
    "original_due_at": None,
    "appointment_at": None,
    "ended_at": None,
    "timeliness": "",
    "decision": "",
    "returned_at": None,
    "supplement_count": 0,
    "supplement_allowed": False,
    "requests": [],
    "results": [],
    "hand_overs": [],
    "offers": [],
    "files": [],
    "claims": [],
    "leaves": [],
    "declaration": None,
    "citizen": None,
}
"""What a dossier is before anything of its life has happened."""


def fold(facts: Iterable[FactRow]) -> State:
    """The state of one dossier after all its facts, in the shape of `rows.states_of`."""
    state: State = {}
    for fact in facts:
        state = FOLDS.get(fact.code, lived)(state, fact.payload)
        state["version"] = fact.subject_seq
    state.pop("received_on", None)
    return state


KEPT = (
    "agency_id",
    "competent_agency_id",
    "unit_id",
    "counter_id",
    "procedure_version_id",
    "variant_id",
    "channel",
    "return_method",
    "parties",
    "papers",
    "fees",
    "fee_total_vnd",
    "sets",
    "received_at",
    "clock",
    "due_at",
    "due_soon_at",
    "group_id",
    "citizen",
    "register_year",
    "register_number",
    "note",
)


def _received(_state: State, payload: State) -> State:
    stage = Stage(payload.get("stage", Stage.RECEIVED))
    return {
        **EMPTY,
        **{name: payload.get(name) for name in KEPT},
        "code": payload["dossier_code"],
        "stage": str(stage),
        "status": str(STATUS_OF[stage]),
        "is_accepted": stage is not Stage.REGISTERED,
        "awaits_companion": bool(payload.get("awaits_companion")),
        "original_due_at": payload.get("due_at"),
        "files": payload.get("files", []),
        "claims": payload.get("claims", []),
        "declaration": payload.get("declaration"),
    }


def _deadline_moved(state: State, payload: State) -> State:
    return {**state, **_timed(payload)}


def _timed(payload: State) -> State:
    return {name: payload.get(name) for name in ("due_at", "due_soon_at", "clock")}


def lived(state: State, payload: State) -> State:
    """What every act does: the stage, the values that become others, the date."""
    timed = _timed(payload) if "clock" in payload else {}
    changes = {name: value for name, value in payload["changes"].items() if name != "owner_name"}
    stage = Stage(payload["stage"])
    return {**state, **changes, **timed, "stage": str(stage), "status": str(STATUS_OF[stage])}


def _asked(state: State, payload: State) -> State:
    after = lived(state, payload)
    request = {**payload["request"], "partly_answered_at": None}
    return {**after, "requests": [*state["requests"], request]}


def _supplemented(state: State, payload: State) -> State:
    after = lived(state, payload)
    *earlier, request = state["requests"]
    request = {
        **request,
        "items": answered_items(request["items"], payload["answered"], payload["waived"]),
        "answered_at": payload["answered_at"] if payload["is_complete"] else None,
        "partly_answered_at": partly_answered_at(
            payload["answered_at"] if payload["answered"] else request["partly_answered_at"],
            is_complete=payload["is_complete"],
        ),
    }
    papers = [*state["papers"], *payload["papers"]]
    return {
        **after,
        "requests": [*earlier, request],
        "papers": papers,
        "files": [*state["files"], *payload.get("files", [])],
        "declaration": payload.get("declaration", state["declaration"]),
        "fees": payload.get("fees", state["fees"]),
    }


def _decided(state: State, payload: State) -> State:
    after = lived(state, payload)
    return {**after, "results": [*state["results"], payload["result"]]}


def _issued(state: State, payload: State) -> State:
    after = lived(state, payload)
    *earlier, result = state["results"]
    return {**after, "results": [*earlier, {**result, **payload["result"]}]}


def _returned(state: State, payload: State) -> State:
    after = lived(state, payload)
    hand_over = {"seq": len(state["hand_overs"]) + 1, **payload["handed_over"]}
    return {**after, "hand_overs": [*state["hand_overs"], hand_over]}


def _offered(state: State, payload: State) -> State:
    after = lived(state, payload)
    return {**after, "offers": [*state["offers"], payload["offer"]]}


def _offer_answered(state: State, payload: State) -> State:
    after = lived(state, payload)
    *earlier, offer = state["offers"]
    return {**after, "offers": [*earlier, {**offer, **payload["answer"]}]}


def _reopened(state: State, payload: State) -> State:
    """A request that nobody answered is over: what is still needed is asked anew."""
    closed = {"answered_at": payload["reopened_at"]}
    requests = [
        request if request["answered_at"] else {**request, **closed}
        for request in state["requests"]
    ]
    return {**lived(state, payload), "requests": requests}


def _amended(state: State, payload: State) -> State:
    declaration = payload.get("declaration", state["declaration"])
    after = lived(state, payload)
    return {**after, "parties": payload["parties"], "declaration": declaration}


def _fee_settled(state: State, payload: State) -> State:
    """Its lines are these from now on; of a claim decided before only the last word stands."""
    told, claims = payload.get("claim"), state["claims"]
    if told:
        others = [one for one in claims if one["group"] != told["group"]]
        claims = sorted([*others, told], key=lambda one: str(one["group"]))
    fees = {name: payload[name] for name in ("fees", "fee_total_vnd")}
    return {**state, **fees, "claims": claims}


def _leave_given(state: State, payload: State) -> State:
    return {**state, "leaves": [*state["leaves"], payload["leave"]]}


def _attached(state: State, payload: State) -> State:
    return {**lived(state, payload), "files": [*state["files"], payload["file"]]}


def _removed(state: State, payload: State) -> State:
    files = [
        {**file, "is_removed": True} if file["position"] == payload["position"] else file
        for file in state["files"]
    ]
    return {**lived(state, payload), "files": files}


FOLDS: dict[str, Callable[[State, State], State]] = {
    "dossier.received": _received,
    "dossier.registered": _received,
    "dossier.deadline-moved": _deadline_moved,
    "dossier.completion-asked": _asked,
    "dossier.supplement-requested": _asked,
    "dossier.supplemented": _supplemented,
    "dossier.decided": _decided,
    "dossier.result-issued": _issued,
    "dossier.result-corrected": _decided,
    "dossier.result-returned": _returned,
    "dossier.offered": _offered,
    "dossier.offer-accepted": _offer_answered,
    "dossier.offer-refused": _offer_answered,
    "dossier.offer-taken-back": _offer_answered,
    "dossier.reopened": _reopened,
    "dossier.particulars-amended": _amended,
    "dossier.file-attached": _attached,
    "dossier.file-removed": _removed,
    "dossier.fee-settled": _fee_settled,
    "dossier.unpaid-return-allowed": _leave_given,
}
"""How the facts are folded that say more than `lived` reads."""
