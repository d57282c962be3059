"""Tables of feedback, petitions and questions."""
