"""Collects every word shown to people from Python and Jinja2 sources into the translation files."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from motcua.jobs.wordbook.compiling import LOCALE, translation_files

SOURCES = LOCALE.parent / "src"
METHODS = [
    ("**/migrations/**", "ignore"),
    ("**.py", "motcua.jobs.wordbook.python_words:extract"),
    ("**/jinja2/**.html", "jinja2"),
    ("**/jinja2/**.txt", "jinja2"),
]
OPTIONS = {
    "**/jinja2/**": {
        "extensions": "jinja2.ext.do,jinja2.ext.loopcontrols",
        "newstyle_gettext": "true",
        "trim_blocks": "true",
        "lstrip_blocks": "true",
        "silent": "false",
    }
}
KEYWORDS = DEFAULT_KEYWORDS | {
    "_t": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
LINE_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Translation:
    """What one language still lacks, and whether its file names exactly the words of the code."""

    path: Path
    missing: tuple[str, ...]
    is_current: bool


def collect() -> Catalog:
    """All words of the code, Vietnamese as the key."""
    catalog = Catalog(project="motcua", charset="utf-8")
    found = extract_from_dir(
        SOURCES,
        method_map=METHODS,
        options_map=OPTIONS,
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
    )
    for name, _line, message, comments, context in found:
        catalog.add(message, None, [(f"src/{name}", 0)], auto_comments=comments, context=context)
    return catalog


def compare(words: Catalog, path: Path) -> Translation:
    """How the translation file stands to these words. Writes nothing."""
    updated = _updated(words, path)
    missing = tuple(_key(message.id) for message in updated if message.id and not _is_done(message))
    return Translation(path, missing, _keys(updated) == _keys(_read(path)))


def update(words: Catalog, path: Path) -> None:
    """Write the file anew: new words empty, words no longer used gone, translations kept."""
    path.write_bytes(_as_text(_updated(words, path)))


def compare_all() -> list[Translation]:
    words = collect()
    return [compare(words, path) for path in translation_files()]


def update_all() -> list[Translation]:
    words = collect()
    for path in translation_files():
        update(words, path)
    return [compare(words, path) for path in translation_files()]


def _updated(words: Catalog, path: Path) -> Catalog:
    catalog = _read(path)
    created = catalog.creation_date
    catalog.update(words, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    # A date that moves with each run would be noise in every commit.
    catalog.creation_date = created
    return catalog


def _read(path: Path) -> Catalog:
    with path.open("rb") as source:
        catalog = read_po(source, locale=path.parent.parent.name)
    catalog.msgid_bugs_address = catalog.last_translator = catalog.language_team = "motcua"
    return catalog


def _keys(catalog: Catalog) -> set[tuple[str, str]]:
    return {(_key(message.id), message.context or "") for message in catalog if message.id}


def _as_text(catalog: Catalog) -> bytes:
    written = BytesIO()
    write_po(
        written,
        catalog,
        width=LINE_WIDTH,
        sort_output=True,
        ignore_obsolete=True,
        include_lineno=False,
    )
    return written.getvalue()


def _is_done(message: object) -> bool:
    text = getattr(message, "string", "")
    parts = text if isinstance(text, tuple | list) else (text,)
    return all(parts) and not getattr(message, "fuzzy", False)


def _key(message_id: object) -> str:
    return str(message_id[0]) if isinstance(message_id, tuple | list) else str(message_id)
