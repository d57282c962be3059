"""Reconcile an agency's money; explain a difference."""
