"""What may be given back and what that moves in the books: pure rules."""
