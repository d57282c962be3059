"""Refunds as read."""
