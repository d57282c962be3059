"""Announcing maintenance and incidents to everybody."""
