"""Pure working-time arithmetic. `due.due` answers; the rest says what a day, a limit, a pause is."""
