"""The help pages: the list of all, and the one of a page; as a fragment for the panel beside a form."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language

from motcua.ui.help_texts import HelpText
from motcua.workspace.chrome import NAV
from motcua.workspace.help.reading import help_text, keys
from motcua.workspace.signed_in import SignedInView

FRAGMENT = "HX-Request"


def _in_order(texts: list[HelpText]) -> list[HelpText]:
    """As the navigation has the pages, then by title."""
    places = {name.partition(":")[2]: place for place, (name, *_rest) in enumerate(NAV)}
    return sorted(texts, key=lambda text: (places.get(text.key, len(places)), text.title))


class ShowHelp(SignedInView):
    """`?from=`: the page that the reader came from, to go back to."""

    def get(self, request: HttpRequest, key: str) -> HttpResponse:
        text = help_text(key, get_language() or "")
        if text is None:
            raise Http404("no help text")
        if FRAGMENT in request.headers:
            response = self.page("workspace/help/part.html", {"text": text, "level": 2})
        else:
            context = {"text": text, "back_url": self._back(request.GET.get("from", ""))}
            response = self.page("workspace/help/show.html", context)
        response["Vary"] = FRAGMENT
        return response

    def _back(self, address: str) -> str:
        own = url_has_allowed_host_and_scheme(
            address,
            allowed_hosts={self.request.get_host()},
            require_https=self.request.is_secure(),
        )
        return address if own else ""


class ListHelp(SignedInView):
    """All help texts, by title."""

    def get(self, request: HttpRequest) -> HttpResponse:
        language = get_language() or ""
        texts = [text for key in keys() if (text := help_text(key, language))]
        return self.page("workspace/help/list.html", {"texts": _in_order(texts)})
