"""Forms with files: a bound on the whole, before anything of it is read or anybody is asked who he is."""

# ruff: noqa: ARG002  # the names are those of Django's handler
from __future__ import annotations

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

FORM_BYTES_MAX = 128 * 1024 * 1024
"""Several files in one plain form. Larger loads go piece by piece, or by several forms."""


class BoundedForm(FileUploadHandler):
    """Refuses (400) a form longer than FORM_BYTES_MAX; leaves the files to the handlers after it."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, str],  # noqa: N803  # Django's own name
        content_length: int,
        boundary: Any,
        encoding: str | None = None,
    ) -> None:
        if content_length > FORM_BYTES_MAX:
            raise RequestDataTooBig("a form with files is too long")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
