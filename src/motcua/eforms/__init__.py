"""Interactive forms as data: definitions by period, and one pure check of the answers for all doors."""
