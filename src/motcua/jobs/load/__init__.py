"""`./motcua load`: a working morning of a district on loopback, and what is left of it when programs
are killed in the middle.

A real web server, a real background worker, a database whose commits reach the disk; desks that
receive, look up and act by the pages, programs that receive by the API, citizens who read, pages
that stand open and ask for changes. At the end everything that was acknowledged must be there once.
"""

from __future__ import annotations

from motcua.jobs.load.command import main

__all__ = ["main"]
