"""Every address of ours, found by walking the resolver, so that new ones are found by themselves.

The tests look at every page as every role; the benchmark measures every page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import get_resolver

from motcua.portal.account.door_view import DoorView
from motcua.portal.citizen_view import CitizenView
from motcua.workspace.staff import StaffView

OF_OTHERS = ("ninja.", "allauth.")
"""The API describes itself; the pages of signing in belong to the library."""


@dataclass(frozen=True)
class Address:
    """One page: its pattern, filled with things that exist.

    `blanks`: those parts of the pattern that were filled with nothing.
    """

    name: str
    path: str
    view: Any
    blanks: tuple[str, ...] = ()

    @property
    def view_class(self) -> Any:
        return getattr(self.view, "view_class", self.view)

    @property
    def is_staff_page(self) -> bool:
        return isinstance(self.view_class, type) and issubclass(self.view_class, StaffView)

    @property
    def is_citizens_page(self) -> bool:
        return isinstance(self.view_class, type) and issubclass(self.view_class, CitizenView)

    @property
    def is_sign_in_page(self) -> bool:
        return isinstance(self.view_class, type) and issubclass(self.view_class, DoorView)


def addresses(filled: Mapping[str, str]) -> list[Address]:
    """A part of a pattern that `filled` does not know is a fault (KeyError)."""
    return list(_walk(get_resolver(), "/", "", filled))


def _walk(resolver: Any, route: str, spaces: str, filled: Mapping[str, str]) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        whole = route + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            inner = f"{spaces}{pattern.namespace}:" if pattern.namespace else spaces
            yield from _walk(pattern, whole, inner, filled)
        elif not pattern.callback.__module__.startswith(OF_OTHERS):
            converters = pattern.pattern.converters
            for name in converters:
                whole = whole.replace(_part(whole, name), filled[name])
            blanks = tuple(name for name in converters if not filled[name])
            yield Address(f"{spaces}{pattern.name}", whole, pattern.callback, blanks)


def _part(route: str, name: str) -> str:
    """`<int:version_id>` of a route."""
    return next(f"<{part}>" for part in _inside(route) if part.rpartition(":")[2] == name)


def _inside(route: str) -> list[str]:
    return [piece.partition(">")[0] for piece in route.split("<")[1:]]
