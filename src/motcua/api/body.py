"""Reading a body: JSON only, bounded in size and depth, nothing lenient."""

from __future__ import annotations

from typing import Any

import orjson
from django.http import HttpRequest
from ninja.parser import Parser
from ninja.renderers import BaseRenderer

from motcua.api.refusals import BodyTooLarge, BodyUnreadable, MediaTypeUnsupported

JSON = "application/json"
BODY_BYTES_MAX = 256 * 1024


def body_too_large() -> BodyTooLarge:
    return BodyTooLarge(kilobytes_max=BODY_BYTES_MAX // 1024)


class JsonParser(Parser):
    """Strict JSON: no NaN, no lone surrogates, at most 1,024 levels (the reader's own bound)."""

    def parse_body(self, request: HttpRequest) -> Any:
        """Refusals: MediaTypeUnsupported, BodyTooLarge, BodyUnreadable."""
        if request.content_type != JSON:
            raise MediaTypeUnsupported
        if len(request.body) > BODY_BYTES_MAX:
            raise body_too_large()
        try:
            return orjson.loads(request.body)
        except orjson.JSONDecodeError:
            raise BodyUnreadable from None


class JsonRenderer(BaseRenderer):
    """Answers as JSON in UTF-8."""

    media_type = JSON

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> bytes:
        return orjson.dumps(data)
