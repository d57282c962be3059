"""django-ninja, taught the manners of this door: our JSON, our problems, our description."""

from __future__ import annotations

from typing import Any

import orjson
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import get_language
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from motcua.api.asking import entrance
from motcua.api.body import JSON, JsonParser, JsonRenderer, body_too_large
from motcua.api.docs import shown_tags
from motcua.api.noting import note_denied
from motcua.api.openapi import completed
from motcua.api.problems import problem_response
from motcua.api.refusals import BodyUnreadable, InputInvalid
from motcua.api.validation import value_problems
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted


class Api(NinjaAPI):
    """Every address passes `entrance`; what nobody answers is a problem document too."""

    def __init__(self) -> None:
        super().__init__(
            title="Một Cửa",
            version="1.0.0",
            urls_namespace="api",
            docs_url=None,
            openapi_url=None,
            parser=JsonParser(),
            renderer=JsonRenderer(),
        )
        self.add_exception_handler(Refusal, on_refusal)
        self.add_exception_handler(ValidationError, on_faulty_values)
        self.add_exception_handler(HttpError, on_body_trouble)
        self.add_exception_handler(RequestDataTooBig, on_body_too_big)
        self.add_exception_handler(Http404, on_nothing_there)

        self._documents: dict[str, dict[str, Any]] = {}

    def document(self) -> dict[str, Any]:
        """The OpenAPI document with the words of the present language, worked out once for each."""
        language = get_language() or settings.LANGUAGE_CODE
        if language not in self._documents:
            self._documents[language] = completed(self.get_openapi_schema())
        return self._documents[language]

    def set_default_exception_handlers(self) -> None:
        """None of the library's: a fault goes on to `entrance`."""

    def _get_urls(self) -> list[Any]:
        patterns = super()._get_urls()
        for pattern in patterns:
            assert isinstance(pattern, URLPattern)
            pattern.callback = entrance(to_docs if pattern.name == "api-root" else pattern.callback)
        return [
            path("openapi.json", self.show_document, name="openapi"),
            path("docs", self.show_docs, name="docs"),
            *patterns,
            path("<path:rest>", entrance(nothing_here)),
        ]

    def show_document(self, request: HttpRequest) -> HttpResponse:
        return HttpResponse(orjson.dumps(self.document()), content_type=JSON)

    def show_docs(self, request: HttpRequest) -> HttpResponse:
        """The same for people."""
        context = {"tags": shown_tags(self.document()), "root": reverse("api:api-root")}
        return render(request, "api/docs.html", context)


def to_docs(_request: HttpRequest) -> HttpResponse:
    return redirect("api:docs")


def nothing_here(request: HttpRequest, rest: str) -> HttpResponse:
    """404 for an address that no operation has."""
    return problem_response(request, NotFound(path=rest))


def on_refusal(request: HttpRequest, refusal: Refusal | type[Refusal]) -> HttpResponse:
    """Every no of every rule comes through here."""
    assert isinstance(refusal, Refusal)
    if isinstance(refusal, NotFound | NotPermitted) and hasattr(request, "auth"):
        note_denied(request, refusal.code)  # type: ignore[arg-type]
    return problem_response(request, refusal)


def on_faulty_values(
    request: HttpRequest, error: ValidationError | type[ValidationError]
) -> HttpResponse:
    assert isinstance(error, ValidationError)
    return problem_response(request, InputInvalid(), errors=value_problems(error.errors))


def on_body_trouble(request: HttpRequest, error: HttpError | type[HttpError]) -> HttpResponse:
    """The library hides what the parser refused behind its own 400."""
    cause = error.__cause__
    return problem_response(request, cause if isinstance(cause, Refusal) else BodyUnreadable())


def on_body_too_big(request: HttpRequest, _error: object) -> HttpResponse:
    return problem_response(request, body_too_large())


def on_nothing_there(request: HttpRequest, _error: object) -> HttpResponse:
    return problem_response(request, NotFound())
