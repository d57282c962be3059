"""Interlinked groups of procedures: one submission, several dossiers that feed each other.

Owns what a group is (its members, who settles each, which result feeds which) and which dossiers of
one submission wait for which. It does not own the dossiers (dossiers) nor the procedures.
"""
