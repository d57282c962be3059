"""What each role may do. The table is the role matrix that law.md 11.2 asks for."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from motcua.accounts.vocabulary import AccountKind
from motcua.kernel.actor import Actor, Role
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import Verdict


class Permission(StrEnum):
    """Codes of all that somebody may be allowed to do."""

    DOSSIER_REGISTER = "dossier.register"
    DOSSIER_RECEIVE = "dossier.receive"
    DOSSIER_RECEIVE_FOR_ANOTHER = "dossier.receive-for-another"
    DOSSIER_ASK_TO_COMPLETE = "dossier.ask-to-complete"
    DOSSIER_REFUSE_RECEPTION = "dossier.refuse-reception"
    DOSSIER_RELEASE = "dossier.release"
    DOSSIER_TAKE_OVER = "dossier.take-over"
    DOSSIER_REFUSE_TAKE_OVER = "dossier.refuse-take-over"
    DOSSIER_REDIRECT = "dossier.redirect"
    DOSSIER_ASSIGN = "dossier.assign"
    DOSSIER_START = "dossier.start"
    DOSSIER_FORWARD = "dossier.forward"
    DOSSIER_OFFER = "dossier.offer"
    DOSSIER_ACCEPT_OFFER = "dossier.accept-offer"
    DOSSIER_REFUSE_OFFER = "dossier.refuse-offer"
    DOSSIER_TAKE_BACK_OFFER = "dossier.take-back-offer"
    DOSSIER_PROPOSE = "dossier.propose"
    DOSSIER_SEND_BACK = "dossier.send-back"
    DOSSIER_REQUEST_SUPPLEMENT = "dossier.request-supplement"
    DOSSIER_ALLOW_SUPPLEMENT = "dossier.allow-supplement"
    DOSSIER_SUPPLEMENT = "dossier.supplement"
    DOSSIER_SUSPEND = "dossier.suspend"
    DOSSIER_RESUME = "dossier.resume"
    DOSSIER_EXTEND = "dossier.extend"
    DOSSIER_APOLOGIZE = "dossier.apologize"
    DOSSIER_WITHDRAW = "dossier.withdraw"
    DOSSIER_TERMINATE = "dossier.terminate"
    DOSSIER_DECIDE = "dossier.decide"
    DOSSIER_ISSUE_RESULT = "dossier.issue-result"
    DOSSIER_RETURN_RESULT = "dossier.return-result"
    DOSSIER_CORRECT_RESULT = "dossier.correct-result"
    DOSSIER_REOPEN = "dossier.reopen"
    DOSSIER_AMEND = "dossier.amend"
    DOSSIER_NOTE = "dossier.note"
    DOSSIER_ATTACH = "dossier.attach"
    DOSSIER_FILE = "dossier.file"
    DOSSIER_FOLLOW = "dossier.follow"
    DOSSIER_VIEW = "dossier.view"
    DOSSIER_SEARCH = "dossier.search"
    DOSSIER_EXPORT = "dossier.export"
    TASK_VIEW = "task.view"
    TASK_DO = "task.do"
    TASK_ASK = "task.ask"
    TASK_ASSIGN = "task.assign"
    TASK_DIRECT = "task.direct"
    SLIP_PRINT = "slip.print"
    PAPER_PRINT = "paper.print"
    REGISTER_CLOSE = "register.close"
    REPORT_VIEW = "report.view"
    REPORT_CLOSE = "report.close"
    FEE_COLLECT = "fee.collect"
    FEE_SETTLE = "fee.settle"
    FEE_LET_UNPAID = "fee.let-unpaid"
    RELIEF_VIEW = "relief.view"
    TILL_VIEW = "till.view"
    TILL_CLOSE = "till.close"
    BOOKS_VIEW = "books.view"
    REFUND_VIEW = "refund.view"
    REFUND_REQUEST = "refund.request"
    REFUND_APPROVE = "refund.approve"
    REFUND_PAY = "refund.pay"
    SETTLEMENT_VIEW = "settlement.view"
    SETTLEMENT_SEND = "settlement.send"
    SETTLEMENT_ACCEPT = "settlement.accept"
    SETTLEMENT_TERMS = "settlement.terms"
    RECONCILIATION_VIEW = "reconciliation.view"
    RECONCILIATION_EXPLAIN = "reconciliation.explain"
    PAYMENT_VIEW = "payment.view"
    PAYMENT_CONFIRM = "payment.confirm"
    STATEMENT_READ = "statement.read"
    COLLECTING_ACCOUNT_CHANGE = "collecting-account.change"
    CERTIFICATION_ENTER = "certification.enter"
    CERTIFICATION_VIEW = "certification.view"
    PAPER_FORM_VIEW = "paper-form.view"
    PAPER_FORM_CHANGE = "paper-form.change"
    NOTICE_VIEW = "notice.view"
    NOTICE_CHANGE = "notice.change"
    EXCHANGE_VIEW = "exchange.view"
    EXCHANGE_CHANGE = "exchange.change"
    ANNOUNCEMENT_CHANGE = "announcement.change"
    FEEDBACK_VIEW = "feedback.view"
    FEEDBACK_ENTER = "feedback.enter"
    FEEDBACK_ASK = "feedback.ask"
    FEEDBACK_ROUTE = "feedback.route"
    FEEDBACK_FORWARD = "feedback.forward"
    FEEDBACK_HANDLE = "feedback.handle"
    FEEDBACK_ANSWER = "feedback.answer"
    FEEDBACK_PUBLISH = "feedback.publish"
    FEEDBACK_CHANGE = "feedback.change"
    ORGANIZATION_CHECK = "organization.check"
    SURVEY_VIEW = "survey.view"
    SURVEY_INVITE = "survey.invite"
    SURVEY_FOLLOW_UP = "survey.follow-up"
    SURVEY_CHANGE = "survey.change"
    PROCEDURE_VIEW = "procedure.view"
    PROCEDURE_IMPORT = "procedure.import"
    EFORM_CHANGE = "eform.change"
    PROCESS_CHANGE = "process.change"
    CALENDAR_VIEW = "calendar.view"
    CALENDAR_CHANGE = "calendar.change"
    AGENCY_VIEW = "agency.view"
    AGENCY_CHANGE = "agency.change"
    OFFICER_VIEW = "officer.view"
    OFFICER_CHANGE = "officer.change"
    STAND_IN_APPOINT = "stand-in.appoint"
    TOKEN_ISSUE = "token.issue"  # noqa: S105  # a permission code
    LEDGER_VERIFY = "ledger.verify"
    ACCESS_LOG_VIEW = "access-log.view"
    CITIZEN_ACCOUNT = "citizen.account"
    DRAFT_KEEP = "draft.keep"
    MESSAGE_WRITE = "message.write"


CATALOGUE_VIEWS = frozenset(
    {Permission.PROCEDURE_VIEW, Permission.CALENDAR_VIEW, Permission.AGENCY_VIEW}
)
_MONEY_VIEWS = frozenset(
    {
        Permission.TILL_VIEW,
        Permission.PAYMENT_VIEW,
        Permission.BOOKS_VIEW,
        Permission.REFUND_VIEW,
        Permission.SETTLEMENT_VIEW,
        Permission.RECONCILIATION_VIEW,
    }
)
VIEWS = (
    CATALOGUE_VIEWS
    | _MONEY_VIEWS
    | {
        Permission.DOSSIER_VIEW,
        Permission.DOSSIER_SEARCH,
        Permission.DOSSIER_EXPORT,
        Permission.PAPER_PRINT,
        Permission.OFFICER_VIEW,
        Permission.REPORT_VIEW,
        Permission.TASK_VIEW,
        Permission.CERTIFICATION_VIEW,
        Permission.FEEDBACK_VIEW,
        Permission.PAPER_FORM_VIEW,
        Permission.NOTICE_VIEW,
        Permission.EXCHANGE_VIEW,
        Permission.LEDGER_VERIFY,
        Permission.ACCESS_LOG_VIEW,
        Permission.SURVEY_VIEW,
    }
)
"""Permissions that change nothing."""

_READER = CATALOGUE_VIEWS | {
    Permission.DOSSIER_VIEW,
    Permission.DOSSIER_SEARCH,
    Permission.CERTIFICATION_VIEW,
    Permission.FEEDBACK_VIEW,
}
_WRITER = _READER | {
    Permission.DOSSIER_NOTE,
    Permission.DOSSIER_ATTACH,
    Permission.TASK_VIEW,
    Permission.TASK_DO,
    Permission.SLIP_PRINT,
    Permission.PAPER_PRINT,
    Permission.MESSAGE_WRITE,
    Permission.SURVEY_FOLLOW_UP,
}
_UPKEEP = frozenset(
    {
        Permission.PROCEDURE_IMPORT,
        Permission.EFORM_CHANGE,
        Permission.PROCESS_CHANGE,
        Permission.CALENDAR_CHANGE,
        Permission.AGENCY_CHANGE,
        Permission.OFFICER_VIEW,
        Permission.OFFICER_CHANGE,
        Permission.STAND_IN_APPOINT,
        Permission.TOKEN_ISSUE,
        Permission.LEDGER_VERIFY,
        Permission.PAPER_FORM_VIEW,
        Permission.PAPER_FORM_CHANGE,
        Permission.NOTICE_VIEW,
        Permission.NOTICE_CHANGE,
        Permission.FEEDBACK_CHANGE,
        Permission.EXCHANGE_VIEW,
        Permission.EXCHANGE_CHANGE,
        Permission.ANNOUNCEMENT_CHANGE,
        Permission.ORGANIZATION_CHECK,
        Permission.COLLECTING_ACCOUNT_CHANGE,
        Permission.SURVEY_CHANGE,
    }
)
_AT_THE_COUNTER = frozenset(
    {
        Permission.DOSSIER_REGISTER,
        Permission.DOSSIER_RECEIVE,
        Permission.DOSSIER_RECEIVE_FOR_ANOTHER,
        Permission.DOSSIER_ASK_TO_COMPLETE,
        Permission.DOSSIER_REFUSE_RECEPTION,
        Permission.DOSSIER_RELEASE,
        Permission.DOSSIER_TAKE_OVER,
        Permission.DOSSIER_REFUSE_TAKE_OVER,
        Permission.DOSSIER_REDIRECT,
        Permission.DOSSIER_SUPPLEMENT,
        Permission.DOSSIER_RESUME,
        Permission.DOSSIER_WITHDRAW,
        Permission.DOSSIER_RETURN_RESULT,
        Permission.DOSSIER_AMEND,
        Permission.FEE_COLLECT,
        Permission.FEE_SETTLE,
        Permission.TILL_VIEW,
        Permission.TILL_CLOSE,
        Permission.REFUND_VIEW,
        Permission.REFUND_REQUEST,
        Permission.REFUND_PAY,
        Permission.PAYMENT_VIEW,
        Permission.CERTIFICATION_ENTER,
        Permission.SURVEY_INVITE,
    }
)
_KEEPING_FEEDBACK = frozenset(
    {
        Permission.FEEDBACK_ENTER,
        Permission.FEEDBACK_ASK,
        Permission.FEEDBACK_ROUTE,
        Permission.FEEDBACK_FORWARD,
    }
)
_PASSING_ON = frozenset(
    {
        Permission.DOSSIER_OFFER,
        Permission.DOSSIER_ACCEPT_OFFER,
        Permission.DOSSIER_REFUSE_OFFER,
        Permission.DOSSIER_TAKE_BACK_OFFER,
    }
)
_HANDLING = frozenset(
    {
        Permission.DOSSIER_START,
        Permission.DOSSIER_FORWARD,
        Permission.DOSSIER_PROPOSE,
        Permission.DOSSIER_REQUEST_SUPPLEMENT,
        Permission.DOSSIER_SUSPEND,
        Permission.DOSSIER_RESUME,
        Permission.FEE_SETTLE,
        Permission.TASK_ASK,
        Permission.FEEDBACK_ASK,
        Permission.FEEDBACK_HANDLE,
    }
)
_LEADING = frozenset(
    {
        Permission.DOSSIER_ASSIGN,
        Permission.DOSSIER_SEND_BACK,
        Permission.DOSSIER_ALLOW_SUPPLEMENT,
        Permission.DOSSIER_EXTEND,
        Permission.DOSSIER_APOLOGIZE,
        Permission.DOSSIER_TERMINATE,
        Permission.DOSSIER_EXPORT,
        Permission.REPORT_VIEW,
        Permission.OFFICER_VIEW,
        Permission.TASK_ASK,
        Permission.TASK_ASSIGN,
        Permission.TASK_DIRECT,
        Permission.FEEDBACK_ROUTE,
    }
)

PERMISSIONS_OF: dict[Role, frozenset[Permission]] = {
    Role.RECEPTION: _WRITER | _AT_THE_COUNTER | _PASSING_ON | _KEEPING_FEEDBACK,
    Role.HANDLING: _WRITER | _HANDLING | _PASSING_ON,
    Role.UNIT_HEAD: _WRITER | _HANDLING | _PASSING_ON | _LEADING,
    Role.SIGNATORY: _WRITER
    | _LEADING
    | _MONEY_VIEWS
    | {
        Permission.REFUND_APPROVE,
        Permission.SETTLEMENT_ACCEPT,
        Permission.SETTLEMENT_TERMS,
        Permission.RECONCILIATION_EXPLAIN,
        Permission.FEE_LET_UNPAID,
        Permission.RELIEF_VIEW,
        Permission.DOSSIER_DECIDE,
        Permission.DOSSIER_CORRECT_RESULT,
        Permission.DOSSIER_REOPEN,
        Permission.REPORT_CLOSE,
        Permission.STAND_IN_APPOINT,
        Permission.PAYMENT_CONFIRM,
        Permission.STATEMENT_READ,
        Permission.PAPER_FORM_VIEW,
        Permission.FEEDBACK_FORWARD,
        Permission.FEEDBACK_ANSWER,
        Permission.FEEDBACK_PUBLISH,
        Permission.SURVEY_VIEW,
    },
    Role.REGISTRY_CLERK: _WRITER
    | _PASSING_ON
    | _KEEPING_FEEDBACK
    | {
        Permission.FEEDBACK_PUBLISH,
        Permission.DOSSIER_ISSUE_RESULT,
        Permission.DOSSIER_EXPORT,
        Permission.REGISTER_CLOSE,
        Permission.REPORT_VIEW,
        Permission.REPORT_CLOSE,
        Permission.TILL_VIEW,
        Permission.PAPER_FORM_VIEW,
        Permission.SURVEY_VIEW,
    },
    Role.ADMINISTRATOR: CATALOGUE_VIEWS | _UPKEEP | {Permission.ACCESS_LOG_VIEW},
    Role.SUPERVISOR: VIEWS,
    Role.ACCOUNTANT: CATALOGUE_VIEWS
    | _MONEY_VIEWS
    | {
        Permission.REFUND_REQUEST,
        Permission.REFUND_PAY,
        Permission.SETTLEMENT_SEND,
        Permission.SETTLEMENT_ACCEPT,
        Permission.RECONCILIATION_EXPLAIN,
        Permission.PAYMENT_CONFIRM,
        Permission.STATEMENT_READ,
    },
    Role.CITIZEN: frozenset(
        {
            Permission.CITIZEN_ACCOUNT,
            Permission.DOSSIER_FILE,
            Permission.DOSSIER_FOLLOW,
            Permission.DOSSIER_SUPPLEMENT,
            Permission.DOSSIER_WITHDRAW,
            Permission.DRAFT_KEEP,
            Permission.MESSAGE_WRITE,
        }
    ),
}

STAFF_ROLES = frozenset(Role) - {Role.CITIZEN}
"""Those that a position may give."""

SYSTEM_MAY = CATALOGUE_VIEWS | _UPKEEP
"""What the system's own jobs may do: set up and keep the ground, never touch a dossier."""


def may(actor: Actor, permission: Permission) -> Verdict:
    """Whether any role of the actor carries the permission; whose things it covers is not asked."""
    if actor.is_system:
        return Verdict(allowed=permission in SYSTEM_MAY, reason="system")
    if any(permission in PERMISSIONS_OF[role] for role in actor.roles):
        return Verdict(allowed=True, reason="role")
    return Verdict(allowed=False, reason=f"no-role-with:{permission}")


class RolesNotTogether(Refusal):
    """One position may not join these roles: who runs the system does not handle dossiers, and a
    citizen acts in no position."""

    code = "roles-not-together"


class RoleNeedsAdminAccount(Refusal):
    """The administrator's role is held by an administration account only, and that by it only."""

    code = "role-needs-admin-account"


def check_roles(roles: Iterable[Role], kind: AccountKind | None) -> None:
    """Separation of duties and of account kinds (law.md 11.2).

    `kind` is None when the officer has no account yet. Refusals: RolesNotTogether,
    RoleNeedsAdminAccount.
    """
    wanted = frozenset(roles)
    if (Role.ADMINISTRATOR in wanted and len(wanted) > 1) or not wanted <= STAFF_ROLES:
        raise RolesNotTogether(field="roles", roles=sorted(wanted))
    if kind is not None and (kind == AccountKind.ADMIN) != (Role.ADMINISTRATOR in wanted):
        raise RoleNeedsAdminAccount(field="roles", kind=str(kind))
