"""Every reason why something of a draft or a message is not done. Worded in `wording.py`."""

from __future__ import annotations

from motcua.kernel.refusal import ManyProblems, Refusal


class DraftsTooMany(Refusal):
    """So many drafts at once are no drafts; params: drafts_max."""

    code = "drafts-too-many"


class DraftTooLong(Refusal):
    """More was typed than any form holds."""

    code = "draft-too-long"


class DraftFilesTooMany(Refusal):
    """params: files_max, megabytes_max."""

    code = "draft-files-too-many"


class FileInDraftAlready(Refusal):
    """The very same file is in this draft; params: name."""

    code = "file-in-draft-already"


class DraftSentAlready(Refusal):
    """It is a dossier by now; params: code of the dossier."""

    code = "draft-sent-already"


class ProcedureNotOnline(Refusal):
    """The procedure does not hold on this day, or has no form to be filed online."""

    code = "procedure-not-online"


class OfficeMissing(Refusal):
    """Where it goes has not been chosen."""

    code = "office-missing"


class OrganizationMissing(Refusal):
    """Filing for an organization needs one to act for."""

    code = "organization-missing"


class DraftOfOrganization(Refusal):
    """A colleague began it for the organization: it cannot become somebody's own."""

    code = "draft-of-organization"


class BeneficiaryIncomplete(Refusal):
    """Whose matter it is has to be said; `field` names what is missing."""

    code = "beneficiary-incomplete"


class BeneficiaryNameOdd(Refusal):
    """No dossier takes these characters in the name of a person; params: found."""

    code = "beneficiary-name-odd"


class BeneficiaryPhoneMissing(Refusal):
    """Whoever is helped is told on a telephone of his own."""

    code = "beneficiary-phone-missing"


class BeneficiaryPhoneIsHelpers(Refusal):
    """The number given for the one who is helped is the helper's own."""

    code = "beneficiary-phone-is-helpers"


class PaperWanted(Refusal):
    """A required paper has not come, and no other way was chosen; params: name."""

    code = "paper-wanted"


class AnswersIncomplete(Refusal):
    """Answers of the form are missing or wrong; params: page, count."""

    code = "answers-incomplete"


class PostAddressMissing(Refusal):
    """A result by post needs an address."""

    code = "post-address-missing"


class PledgeMissing(Refusal):
    """Who sends says that what he tells is true."""

    code = "pledge-missing"


class DraftNotReady(ManyProblems):
    """It cannot be sent yet; `problems` names everything at once."""

    code = "draft-not-ready"


class ReplyNotAsked(Refusal):
    """Nothing is to be completed: the request was answered, or never made."""

    code = "reply-not-asked"


class ReplyEmpty(Refusal):
    """Nothing was answered."""

    code = "reply-empty"


class ConsentMissing(Refusal):
    """Own papers are offered only to whoever agreed to it."""

    code = "consent-missing"


class MessageEmpty(Refusal):
    code = "message-empty"


class MessageTooLong(Refusal):
    """params: length_max."""

    code = "message-too-long"


class MessagesTooMany(Refusal):
    """So many unanswered messages in one day help nobody; params: messages_max."""

    code = "messages-too-many"
