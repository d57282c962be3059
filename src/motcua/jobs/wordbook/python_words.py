"""Finds the words of Python sources. Babel's own reader also takes `gettext(params["name"])` for a word."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from typing import BinaryIO

Found = tuple[int, str, tuple[str | None, ...], list[str]]


def extract(
    source: BinaryIO,
    keywords: Collection[str],
    _comment_tags: object,
    options: object,  # noqa: ARG001  # by name
) -> Iterator[Found]:
    """Babel's protocol: line, function, its words (None for what is no literal), no comments."""
    for node in ast.walk(ast.parse(source.read())):
        if isinstance(node, ast.Call) and node.args and _name(node.func) in keywords:
            words = tuple(_literal(argument) for argument in node.args)
            if any(words):
                yield node.lineno, _name(node.func), words, []


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _literal(argument: ast.expr) -> str | None:
    """The text itself; neighbouring literals are one to the parser already."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    return None
