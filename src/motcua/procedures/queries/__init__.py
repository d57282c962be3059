"""Reading the catalogue. Answers are kept in memory until the catalogue changes."""
