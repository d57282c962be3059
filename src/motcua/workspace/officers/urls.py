"""Addresses of the room of officers."""

from __future__ import annotations

from django.urls import path

from motcua.workspace.officers import account_acts, acts, enrolling, leaving, stand_ins, views

OFFICER = "officers/<int:officer_id>/"

urlpatterns = [
    path("officers/", views.ShowOfficers.as_view(), name="officers"),
    path("officers/new/", enrolling.EnrollOfficer.as_view(), name="enroll-officer"),
    path("officers/stand-in/", stand_ins.AppointStandIn.as_view(), name="appoint-stand-in"),
    path("officers/positions/", views.ShowPositions.as_view(), name="positions-held"),
    path("officers/review/", views.ReviewRights.as_view(), name="review-rights"),
    path(OFFICER, views.ShowOfficer.as_view(), name="officer"),
    path(f"{OFFICER}name/", acts.RenameOfficer.as_view(), name="rename-officer"),
    path(f"{OFFICER}contact/", acts.ChangeContact.as_view(), name="change-contact"),
    path(f"{OFFICER}give-position/", acts.GivePosition.as_view(), name="give-position"),
    path(f"{OFFICER}roles/", acts.ChangeRoles.as_view(), name="change-roles"),
    path(f"{OFFICER}end-position/", acts.EndPosition.as_view(), name="end-position"),
    path(f"{OFFICER}open-account/", account_acts.OpenAccount.as_view(), name="open-account"),
    path(f"{OFFICER}close-account/", account_acts.CloseAccount.as_view(), name="close-account"),
    path(f"{OFFICER}reopen-account/", account_acts.ReopenAccount.as_view(), name="reopen-account"),
    path(f"{OFFICER}unlock/", account_acts.UnlockAccount.as_view(), name="unlock-account"),
    path(f"{OFFICER}password/", account_acts.ResetPassword.as_view(), name="reset-password"),
    path(
        f"{OFFICER}second-factor/",
        account_acts.ResetSecondFactor.as_view(),
        name="reset-second-factor",
    ),
    path(f"{OFFICER}sessions/", account_acts.EndSessions.as_view(), name="end-sessions"),
    path(f"{OFFICER}leave/", leaving.LeaveOffice.as_view(), name="leave-office"),
    path(f"{OFFICER}issue-token/", account_acts.IssueToken.as_view(), name="issue-token"),
    path(f"{OFFICER}revoke-token/", account_acts.RevokeToken.as_view(), name="revoke-token"),
]
