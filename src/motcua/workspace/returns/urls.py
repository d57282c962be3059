"""Addresses of the room of results."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.returns import counter, receipts

urlpatterns = [
    path("returns/", counter.Returns.as_view(), name="returns"),
    path(
        "returns/receipts.pdf", receipts.PrintReturnReceipts.as_view(), name="print-return-receipts"
    ),
]
