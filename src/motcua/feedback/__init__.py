"""Feedback and petitions (phản ánh, kiến nghị) and questions: a register of their own.

Owns what was sent in, its classification, routing, deadlines, answers and publication (NĐ 20/2008), and
the posted contacts of each office. It never changes a dossier, and it is neither complaint nor
denunciation (khiếu nại, tố cáo), which are shown another way.
"""
