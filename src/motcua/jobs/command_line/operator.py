"""Who acts when a command is typed: the operator of this machine, by the name it knows them by."""

from __future__ import annotations

import getpass

from motcua.kernel.actor import Actor, Door


def operator(command: str) -> Actor:
    """The system itself, asked by the person at the machine; may keep the ground, never a dossier."""
    try:
        person = getpass.getuser()
    except (KeyError, OSError):  # a user id that has no name on this machine
        person = ""
    return Actor(door=Door.COMMAND_LINE, job=command, name=person or command)
