"""The life of a dossier as a diagram, from its table of acts."""

from __future__ import annotations

from motcua.dossiers.rules.transitions import TRANSITIONS
from motcua.dossiers.vocabulary import STATUS_OF, Stage


def life() -> list[str]:
    """The stages and the acts that lead from one to another, as a state diagram."""
    moves: dict[tuple[str, str], list[str]] = {}
    for (start, act), end in TRANSITIONS.items():
        if start is not end:
            moves.setdefault((str(start or "[*]"), str(end)), []).append(act.name.lower())
    arrows = [f"  {start} --> {end}: {', '.join(acts)}" for (start, end), acts in moves.items()]
    names = [f'  state "{STATUS_OF[stage]} / {stage}" as {stage}' for stage in Stage]
    return ["stateDiagram-v2", *names, *arrows]
