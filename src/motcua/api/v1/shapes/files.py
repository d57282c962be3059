"""A file that was sent and waits to be attached."""

from __future__ import annotations

from pydantic import Field

from motcua.api.v1.shapes.fields import Moment, Told
from motcua.documents.vocabulary import MediaType, ScanState


class UploadOut(Told):
    """`token` is what the act `attach` names it by; it is yours alone, and ends after some days."""

    token: str
    name: str
    size: int
    media_type: MediaType
    digest: str = Field(description="SHA-256 of the content.")
    scan: ScanState
    stored_at: Moment
