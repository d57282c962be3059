"""Closing reports."""
