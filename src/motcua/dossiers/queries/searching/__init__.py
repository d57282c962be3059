"""What is typed into a search box, and people found again, as lists that one index each can serve."""
