"""Addresses of filing, in Vietnamese without diacritics; under `/thu-tuc/<code>/nop/`."""

from __future__ import annotations

from django.urls import path

from motcua.portal.filing import (
    form_pages,
    group_pages,
    paper_pages,
    people,
    result_page,
    review,
    starting,
)

A_DRAFT = "thu-tuc/<str:code>/nop/<str:token>/"

urlpatterns = [
    path("thu-tuc/<str:code>/nop/", starting.StartDraft.as_view(), name="start-draft"),
    path("nhom-thu-tuc/<str:group>/nop/", group_pages.StartGroup.as_view(), name="start-group"),
    path(f"{A_DRAFT}cac-viec", group_pages.Members.as_view(), name="members"),
    path(A_DRAFT, starting.GoOn.as_view(), name="go-on"),
    path(f"{A_DRAFT}noi-nop", starting.Place.as_view(), name="place"),
    path(f"{A_DRAFT}nguoi-dung-ten", people.People.as_view(), name="people"),
    path(f"{A_DRAFT}to-khai/<str:page>", form_pages.FormPage.as_view(), name="form-page"),
    path(f"{A_DRAFT}to-khai/<str:page>/luu", form_pages.SavePage.as_view(), name="save-page"),
    path(f"{A_DRAFT}giay-to/", paper_pages.Papers.as_view(), name="papers"),
    path(f"{A_DRAFT}giay-to/<str:paper>", paper_pages.Paper.as_view(), name="paper"),
    path(f"{A_DRAFT}tep/<int:file_id>", paper_pages.DraftFileContent.as_view(), name="draft-file"),
    path(f"{A_DRAFT}ket-qua", result_page.ResultPage.as_view(), name="result"),
    path(f"{A_DRAFT}xem-lai", review.Review.as_view(), name="review"),
    path(f"{A_DRAFT}da-nop", review.Sent.as_view(), name="sent"),
    path(f"{A_DRAFT}xoa", starting.DeleteDraft.as_view(), name="delete-draft"),
    path("cua-toi/tep/", paper_pages.BeginUpload.as_view(), name="uploads"),
    path("cua-toi/tep/<str:token>/", paper_pages.UploadPieces.as_view(), name="upload"),
    path(
        "cua-toi/tep/<str:token>/finish/", paper_pages.FinishUpload.as_view(), name="finish-upload"
    ),
]
