"""What an office tells about itself in figures: indicators, reports, closed periods.

Nothing is counted here: the counting is `dossiers.queries.figures`; here counts become indicators
with a definition, rows of a form with its arithmetic checked, and a period that stays as it was told.
"""
