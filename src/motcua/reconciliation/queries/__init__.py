"""Differences as read, the figures of a day, and the facts that are compared."""
