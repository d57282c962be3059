"""Addresses of the room of money."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.till import by_code, collecting, fee_of_dossier, receipts, reliefs, tills

urlpatterns = [
    path("dossiers/<str:code>/fee/", collecting.CollectFee.as_view(), name="collect-fee"),
    path("dossiers/<str:code>/fee/code/", by_code.PayByCode.as_view(), name="pay-by-code"),
    path("dossiers/<str:code>/fee/why/", fee_of_dossier.DossierFee.as_view(), name="dossier-fee"),
    path("till/reliefs/", reliefs.ListReliefs.as_view(), name="reliefs"),
    path("till/", tills.MyTill.as_view(), name="till"),
    path("till/all/", tills.ListTills.as_view(), name="tills"),
    path("till/receipts/", receipts.FindReceipts.as_view(), name="receipts"),
    path("till/receipts/<int:receipt_id>/", receipts.ShowReceipt.as_view(), name="receipt"),
    path(
        "till/receipts/<int:receipt_id>/receipt.pdf",
        receipts.PrintReceipt.as_view(),
        name="print-receipt",
    ),
    path("till/<int:till_id>/", tills.ShowTill.as_view(), name="till-sheet"),
    path("till/<int:till_id>/close/", tills.CloseTill.as_view(), name="close-till"),
]
