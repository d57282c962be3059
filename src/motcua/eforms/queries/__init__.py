"""Reading forms. Answers are kept in memory until the catalogue changes."""
