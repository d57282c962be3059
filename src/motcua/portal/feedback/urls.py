"""Addresses of feedback, in Vietnamese without diacritics; under `/gop-y/`."""

from __future__ import annotations

from django.urls import path

from motcua.portal.feedback import following, published, sending

urlpatterns = [
    path("", sending.SendFeedback.as_view(), name="feedback"),
    path("theo-doi/", following.FollowFeedback.as_view(), name="follow-feedback"),
    path("cong-khai/", published.list_published, name="published-feedback"),
    path("cong-khai/<int:petition_id>/", published.show_published, name="published-one"),
    path("bang/<slug:slug>/", published.show_board, name="feedback-board"),
]
