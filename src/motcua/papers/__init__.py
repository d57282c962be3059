"""Official papers: plain data in, PDF bytes out.

Owns the printed forms (mẫu) of the one-stop office as versioned templates chosen by date, the layout
of Decree 30/2020/NĐ-CP they share, and the codes printed on them. Knows no database, no dossier
and no other app but `motcua.kernel`; whoever asks for a paper brings every word that goes on it.
"""
