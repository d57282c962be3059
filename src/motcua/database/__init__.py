"""What both databases must give: fair turns for writers on SQLite, append-only and non-overlap
held by triggers on SQLite and PostgreSQL alike. Knows no domain."""
