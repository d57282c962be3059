"""Addresses of the accountant's room."""

from __future__ import annotations

from django.urls import URLPattern, path

from motcua.workspace.money import books, reconciliation, refunds, rests, settlements, sheets, terms
from motcua.workspace.staff import StaffView


def files(place: str, view: type[StaffView], name: str) -> list[URLPattern]:
    """The same as PDF and as XLSX, each with an address of its own."""
    return [
        path(f"{place}file.{ending}", view.as_view(), {"ending": ending}, name=f"{name}-{ending}")
        for ending in ("pdf", "xlsx")
    ]


urlpatterns = [
    path("money/books/", books.ShowBooks.as_view(), name="books"),
    path("money/books/<int:account_id>/", books.ShowAccount.as_view(), name="books-account"),
    path("money/refunds/", refunds.ListRefunds.as_view(), name="refunds"),
    path("money/refunds/<int:refund_id>/", refunds.ShowRefund.as_view(), name="refund"),
    path("money/rests/", rests.ListRests.as_view(), name="rests"),
    path("money/rests/<int:payment_id>/", rests.AskRest.as_view(), name="ask-rest"),
    path("money/settlements/", settlements.ListSettlements.as_view(), name="settlements"),
    path("money/settlements/terms/", terms.SetTerms.as_view(), name="settlement-terms"),
    path(
        "money/settlements/<int:settlement_id>/",
        settlements.ShowSettlement.as_view(),
        name="settlement",
    ),
    path(
        "money/reconciliation/",
        reconciliation.ShowReconciliation.as_view(),
        name="reconciliation",
    ),
    path(
        "money/reconciliation/compare/",
        reconciliation.CompareMoney.as_view(),
        name="compare-money",
    ),
    path(
        "money/reconciliation/<int:difference_id>/explain/",
        reconciliation.ExplainDifference.as_view(),
        name="explain-difference",
    ),
    path(
        "money/reconciliation/<int:difference_id>/",
        reconciliation.ShowDifference.as_view(),
        name="difference",
    ),
    *files("money/books/", sheets.FetchBooks, "fetch-books"),
    *files("money/reconciliation/", sheets.FetchReconciliation, "fetch-reconciliation"),
    *files("money/settlements/<int:settlement_id>/", sheets.FetchSettlement, "fetch-settlement"),
    path(
        "money/refunds/<int:refund_id>/voucher.pdf",
        sheets.FetchVoucher.as_view(),
        name="fetch-voucher",
    ),
    path("till/receipts/<int:receipt_id>/refund/", refunds.AskRefund.as_view(), name="ask-refund"),
]
