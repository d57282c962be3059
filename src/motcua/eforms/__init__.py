"""Interactive forms as data: definitions by period, and one pure check of the answers for all doors.

Owns what a procedure asks to be filled in, and what answers mean. It does not own dossiers, drafts
or people (they are above), nor papers' layout (`papers`).
"""
