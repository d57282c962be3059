"""Questions about citizens: who acts, what the account knows, whom he acts for."""

from motcua.citizens.queries.actors import actor_for_citizen
from motcua.citizens.queries.people import CitizenRow, citizen_of, citizen_row

__all__ = ["CitizenRow", "actor_for_citizen", "citizen_of", "citizen_row"]
