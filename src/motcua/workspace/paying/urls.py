"""Addresses of the room of statements."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.paying import accounts, orders, statements

urlpatterns = [
    path("money/orders/", orders.ListOrders.as_view(), name="payment-orders"),
    path("money/orders/<str:number>/", orders.ShowOrder.as_view(), name="payment-order"),
    path(
        "money/orders/<str:number>/confirm/", orders.ConfirmOrder.as_view(), name="confirm-payment"
    ),
    path("money/messages/", orders.ListMessages.as_view(), name="payment-messages"),
    path("statements/", statements.Statements.as_view(), name="statements"),
    path("statements/lines/<int:line_id>/", statements.SettleLine.as_view(), name="statement-line"),
    path(
        "statements/runs/<int:reading_id>/", statements.ShowReading.as_view(), name="statement-run"
    ),
    path("collecting-accounts/", accounts.CollectingAccounts.as_view(), name="collecting-accounts"),
]
