"""Addresses of the accountant's room."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.money import books, refunds

urlpatterns = [
    path("money/books/", books.ShowBooks.as_view(), name="books"),
    path("money/books/<int:account_id>/", books.ShowAccount.as_view(), name="books-account"),
    path("money/refunds/", refunds.ListRefunds.as_view(), name="refunds"),
    path("money/refunds/<int:refund_id>/", refunds.ShowRefund.as_view(), name="refund"),
    path("till/receipts/<int:receipt_id>/refund/", refunds.AskRefund.as_view(), name="ask-refund"),
]
