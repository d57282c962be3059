"""Addresses of the room of results."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.returns import counter, hand_over_lists, post, postings

urlpatterns = [
    path("returns/", counter.Returns.as_view(), name="returns"),
    path("returns/post-out/", post.PostOut.as_view(), name="post-out"),
    path("returns/post-in/", post.PostIn.as_view(), name="post-in"),
    path("returns/postings/", postings.ListPostings.as_view(), name="postings"),
    path("returns/postings/<int:posting_id>/", postings.ShowPosting.as_view(), name="posting"),
    path(
        "returns/postings/<int:posting_id>/list.pdf",
        postings.PrintPosting.as_view(),
        name="print-posting",
    ),
    path("hand-over-lists/", hand_over_lists.HandOverLists.as_view(), name="hand-over-lists"),
    path(
        "hand-over-lists/<int:list_id>/list.pdf",
        hand_over_lists.PrintHandOverList.as_view(),
        name="print-hand-over-list",
    ),
]
