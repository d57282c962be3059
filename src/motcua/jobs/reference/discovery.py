"""Finds what the pages list: every class of a kind, wherever in the program it is defined."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TypeVar

import motcua
from motcua.kernel.event import Event
from motcua.kernel.refusal import Refusal

Kind = TypeVar("Kind")
_LEFT_OUT = (".migrations", ".config", ".__main__", ".jobs")


def import_everything() -> None:
    """Import each module of the product, so that all classes are known. Needs Django set up."""
    for module in pkgutil.walk_packages(motcua.__path__, prefix="motcua."):
        if _is_told(module.name):
            import_module(module.name)


def subclasses_of(kind: type[Kind]) -> list[type[Kind]]:
    """All classes of that kind defined in the product, in the order of module and name."""
    import_everything()
    found = {each for each in _below(kind) if _is_told(each.__module__)}
    return sorted(found, key=lambda each: (each.__module__, each.__qualname__))


def facts_told() -> list[type[Event]]:
    """Every kind of fact; what only facts of one family share has no code and is none."""
    return [event for event in subclasses_of(Event) if hasattr(event, "code")]


def refusals_told() -> list[type[Refusal]]:
    """Every kind of refusal; what only refusals of one family share has no code of its own and is none."""
    found = subclasses_of(Refusal)
    return [each for each in found if "code" in vars(each) or not each.__subclasses__()]


def app_of(kind: type) -> str:
    """The app that a class belongs to: `dossiers` of `motcua.dossiers.events`."""
    return kind.__module__.split(".")[1]


def _is_told(module: str) -> bool:
    return module.startswith("motcua.") and not any(part in module for part in _LEFT_OUT)


def _below(kind: type[Kind]) -> set[type[Kind]]:
    direct = set(kind.__subclasses__())
    return direct.union(*(_below(each) for each in direct)) if direct else direct
