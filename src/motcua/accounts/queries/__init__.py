"""Questions about accounts: who acts, what they hold, who works where."""

from motcua.accounts.queries.actors import (
    HoldingChoice,
    actor_for_token,
    actor_for_user,
    holdings_of,
)
from motcua.accounts.queries.officers import (
    OfficerRow,
    OfficersPage,
    OfficersWanted,
    StandInRow,
    Working,
    officer_list,
    officers,
    stand_ins_of,
)
from motcua.accounts.queries.users import (
    AccountRow,
    SessionRow,
    TokenRow,
    account,
    any_account,
    holding_id_called,
    officer_id_called,
    session_of,
    tokens_of,
    user_id_called,
)

__all__ = [
    "AccountRow",
    "HoldingChoice",
    "OfficerRow",
    "OfficersPage",
    "OfficersWanted",
    "SessionRow",
    "StandInRow",
    "TokenRow",
    "Working",
    "account",
    "actor_for_token",
    "actor_for_user",
    "any_account",
    "holding_id_called",
    "holdings_of",
    "officer_id_called",
    "officer_list",
    "officers",
    "session_of",
    "stand_ins_of",
    "tokens_of",
    "user_id_called",
]
