"""What is one's own: drafts, dossiers, what the office asks for, messages, papers."""
