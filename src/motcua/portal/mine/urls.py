"""Addresses of what is one's own, in Vietnamese without diacritics; under `/cua-toi/`."""

from __future__ import annotations

from django.urls import path

from motcua.portal.feedback.following import MyFeedback
from motcua.portal.mine import acknowledgement, acting, dossier, lists, messages, papers, reply

A_DOSSIER = "ho-so/<str:code>/"

urlpatterns = [
    path("", lists.Mine.as_view(), name="mine"),
    path("gop-y/", MyFeedback.as_view(), name="my-feedback"),
    path(A_DOSSIER, dossier.MyDossier.as_view(), name="my-dossier"),
    path(f"{A_DOSSIER}tep/<int:position>", dossier.MyFile.as_view(), name="my-file"),
    path(
        f"{A_DOSSIER}xac-nhan.pdf",
        acknowledgement.MyAcknowledgement.as_view(),
        name="my-acknowledgement",
    ),
    path(f"{A_DOSSIER}to-khai.pdf", dossier.MyDeclaration.as_view(), name="my-declaration"),
    path(
        f"{A_DOSSIER}giay/<slug:kind>-<int:position>.pdf", papers.MyPaper.as_view(), name="my-paper"
    ),
    path(f"{A_DOSSIER}bo-sung", reply.Reply.as_view(), name="reply"),
    path(f"{A_DOSSIER}rut", acting.Withdraw.as_view(), name="withdraw"),
    path(f"{A_DOSSIER}tin-nhan", messages.Messages.as_view(), name="messages"),
]
