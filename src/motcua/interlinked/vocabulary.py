"""Stored codes of interlinked groups. Never shown: the words are in `wording.py`."""

from __future__ import annotations

from enum import StrEnum


class Branch(StrEnum):
    """Who settles a member: the agency that receives the group (or one it answers to), or an agency
    of a vertical sector that is a member of the desk. OTHER: another agency, named at reception."""

    RECEIVING = "RECEIVING"
    POLICE = "POLICE"
    INSURANCE = "INSURANCE"
    TAX = "TAX"
    MILITARY = "MILITARY"
    OTHER = "OTHER"


class OnFailure(StrEnum):
    """What becomes of a member whose feeder ends without the result: somebody is told and decides, it
    goes on without that result, or it is stopped."""

    ASK = "ASK"
    GO_ON = "GO_ON"
    STOP = "STOP"


class CopiesRule(StrEnum):
    """How many of a paper that several members ask for: the most that one asks, or one for each."""

    MAX = "MAX"
    SUM = "SUM"


class FailedBecause(StrEnum):
    """Why a result will never come."""

    DECLINED = "DECLINED"
    WITHDRAWN = "WITHDRAWN"
    TERMINATED = "TERMINATED"
    NOT_RECEIVED = "NOT_RECEIVED"


class AwaitedState(StrEnum):
    """A result that a dossier waits for: not there yet, there, or never to come."""

    WAITING = "WAITING"
    ARRIVED = "ARRIVED"
    FAILED = "FAILED"
