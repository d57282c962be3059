"""The room of agencies: who there is, what changes from a day on, who takes over from whom."""
