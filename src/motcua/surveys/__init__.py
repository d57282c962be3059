"""The citizen's satisfaction: questionnaires as dated data, invitations used once, answers, scores.

Owns what was asked, who was invited (never who said what), the answers, their scores with interval and
response rate, signs of stuffing, and the follow-ups of bad answers. It does not own the dossier
(dossiers) nor how the invitation travels (notices).
"""
