"""Inviting, answering, setting questionnaires, enrolling devices, following up."""
