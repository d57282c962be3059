"""The room of feedback: its register, one entry, its acts, its figures."""
