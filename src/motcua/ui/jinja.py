"""The one Jinja2 environment of every page: words, icons, addresses, formats. A misspelt variable is a fault."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext, ngettext, npgettext, pgettext
from jinja2 import Environment, StrictUndefined

from motcua.ui import fields, formats
from motcua.ui.icons import icon


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a named page; NoReverseMatch if there is none."""
    return reverse(name, args=args, kwargs=kwargs)


def url_if(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a named page, empty where this installation has no such page."""
    try:
        return reverse(name, args=args, kwargs=kwargs)
    except NoReverseMatch:
        return ""


def plain_static(path: str) -> str:
    """The unhashed address of a static file: for the page shown when everything else may be broken."""
    return f"{settings.STATIC_URL}{path}"


def environment(**options: Any) -> Environment:
    """Jinja2 with escaping, Vietnamese source words and the house's formats."""
    options.setdefault("autoescape", True)
    options.setdefault("undefined", StrictUndefined)
    extensions = ["jinja2.ext.i18n", "jinja2.ext.do", *options.pop("extensions", ())]
    env = Environment(trim_blocks=True, lstrip_blocks=True, extensions=extensions, **options)  # noqa: S701
    env.install_gettext_callables(  # type: ignore[attr-defined]
        gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext
    )
    env.globals.update(
        static=static,
        plain_static=plain_static,
        url=url,
        url_if=url_if,
        icon=icon,
        field_of=fields.field_of,
        file_megabytes_max=settings.FILE_BYTES_MAX // (1024 * 1024),
    )
    env.filters.update(
        day=formats.day,
        weekday=formats.weekday,
        moment=formats.moment,
        iso=formats.iso,
        money=formats.money,
        number=formats.number,
        in_groups=fields.in_groups,
    )
    return env
